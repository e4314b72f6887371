import { parseAddress, parseNetwork, type Network } from "../../../infra/azure/network";
import { isRecord } from "../../../infra/resources/property-values";
import type { RegisteredResource } from "../../../infra/resources/registered";
import { inputAt, listAt, ofType, textAt, valueAt } from "../../../infra/rules/inputs";

/** What one owner's stacks register; the platform's owner is `hub`. */
export interface Estate {
  readonly owner: string;
  readonly resources: readonly RegisteredResource[];
}

export interface Rule {
  readonly name: string;
  readonly priority: number;
  readonly direction: string;
  readonly allows: boolean;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly everyPort: boolean;
}

export interface Route {
  readonly prefix: Network;
  readonly next: string;
}

/** Where machines are: a subnet in Azure, or an office behind the hub's gateway. */
export interface Place {
  readonly owner: string;
  readonly name: string;
  readonly range: Network;
  /** Id of the network; of an office, that of the gateway's network. */
  readonly network: string;
  readonly kind: "subnet" | "office";
  /** Rules of its security group; undefined where nothing filters. */
  readonly rules: readonly Rule[] | undefined;
  readonly routes: readonly Route[];
  /** Whether it learns from the gateway where offices are. */
  readonly learnsOffices: boolean;
  /** Whether its tunnel hands on routes of other offices. */
  readonly bgp: boolean;
}

export interface Net {
  readonly id: string;
  readonly owner: string;
  readonly prefixes: readonly Network[];
  readonly dnsServers: readonly string[];
}

export interface Peering {
  readonly from: string;
  readonly to: string;
  readonly access: boolean;
  readonly forwarded: boolean;
  readonly usesGateway: boolean;
  readonly lendsGateway: boolean;
}

export interface World {
  readonly estates: readonly Estate[];
  readonly nets: readonly Net[];
  readonly places: readonly Place[];
  readonly peerings: readonly Peering[];
  /** What the firewall lets through by address, from and to. */
  readonly firewallRules: readonly {
    readonly from: readonly string[];
    readonly to: readonly string[];
  }[];
}

/** Reads the network of everybody from what their stacks register. */
export function worldOf(estates: readonly Estate[]): World {
  const everything = estates.flatMap(({ resources }) => resources);
  const rulesOf = new Map(
    ofType(everything, "network:NetworkSecurityGroup").map((group) => [
      idOf(group),
      rulesIn(group),
    ]),
  );
  const tables = new Map(
    ofType(everything, "network:RouteTable").map((table) => [idOf(table), table]),
  );
  const nets = estates.flatMap(({ owner, resources }) =>
    ofType(resources, "network:VirtualNetwork").map((net) => ({
      id: idOf(net),
      owner,
      prefixes: listAt(net, "addressSpace.addressPrefixes").map((text) => networkOf(String(text))),
      dnsServers: listAt(net, "dhcpOptions.dnsServers").map(String),
    })),
  );
  const subnets = estates.flatMap(({ owner, resources }) =>
    ofType(resources, "network:Subnet").map((subnet): Place => {
      const table = tables.get(lower(textAt(subnet, "routeTable.id")));
      const group = textAt(subnet, "networkSecurityGroup.id");
      return {
        owner,
        name: `${owner} ${subnet.name}`,
        range: networkOf(textAt(subnet, "addressPrefix") ?? ""),
        network: idOf(subnet).replace(/\/subnets\/.*/, ""),
        kind: "subnet",
        rules: group === undefined ? undefined : rulesOf.get(lower(group)),
        routes: table === undefined ? [] : routesIn(table),
        learnsOffices: table === undefined || inputAt(table, "disableBgpRoutePropagation") !== true,
        bgp: false,
      };
    }),
  );
  return {
    estates,
    nets,
    places: [...subnets, ...estates.flatMap((estate) => officesIn(estate, subnets))],
    peerings: ofType(everything, "network:VirtualNetworkPeering").map((peering) => ({
      from: idOf(peering).replace(/\/virtualnetworkpeerings\/.*/, ""),
      to: lower(textAt(peering, "remoteVirtualNetwork.id")),
      access: inputAt(peering, "allowVirtualNetworkAccess") === true,
      forwarded: inputAt(peering, "allowForwardedTraffic") === true,
      usesGateway: inputAt(peering, "useRemoteGateways") === true,
      lendsGateway: inputAt(peering, "allowGatewayTransit") === true,
    })),
    firewallRules: ofType(everything, "network:FirewallPolicyRuleCollectionGroup")
      .flatMap((group) => listAt(group, "ruleCollections"))
      .flatMap((collection) => listOf(valueAt(collection, "rules")))
      .filter((rule) => valueAt(rule, "ruleType") === "NetworkRule")
      .map((rule) => ({
        from: listOf(valueAt(rule, "sourceAddresses")).map(String),
        to: listOf(valueAt(rule, "destinationAddresses")).map(String),
      })),
  };
}

/** Offices with a tunnel, each behind the network that the gateway stands in. */
function officesIn({ owner, resources }: Estate, subnets: readonly Place[]): readonly Place[] {
  const [gatewaySubnet] = subnets.filter(({ name }) => name === "hub hub-gateway");
  if (gatewaySubnet === undefined) return [];
  const tunnels = ofType(resources, "network:VirtualNetworkGatewayConnection");
  return ofType(resources, "network:LocalNetworkGateway").flatMap((office) =>
    listAt(office, "localNetworkAddressSpace.addressPrefixes").map((prefix): Place => ({
      owner,
      name: `${owner} office ${String(prefix)}`,
      range: networkOf(String(prefix)),
      network: gatewaySubnet.network,
      kind: "office",
      rules: undefined,
      routes: [],
      learnsOffices: true,
      bgp: tunnels.some((tunnel) => inputAt(tunnel, "enableBgp") === true),
    })),
  );
}

function rulesIn(group: RegisteredResource): readonly Rule[] {
  const own = listAt(group, "securityRules").map((rule): Rule => {
    const all = (one: string, many: string) => [
      ...(typeof valueAt(rule, one) === "string" ? [String(valueAt(rule, one))] : []),
      ...listOf(valueAt(rule, many)).map(String),
    ];
    return {
      name: String(valueAt(rule, "name")),
      priority: Number(valueAt(rule, "priority")),
      direction: String(valueAt(rule, "direction")),
      allows: valueAt(rule, "access") === "Allow",
      from: all("sourceAddressPrefix", "sourceAddressPrefixes"),
      to: all("destinationAddressPrefix", "destinationAddressPrefixes"),
      everyPort:
        valueAt(rule, "protocol") === "*" &&
        valueAt(rule, "sourcePortRange") === "*" &&
        valueAt(rule, "destinationPortRange") === "*",
    };
  });
  return [...own, ...azureRules].toSorted((one, other) => one.priority - other.priority);
}

/** https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules */
const azureRules: readonly Rule[] = (["Inbound", "Outbound"] as const).flatMap((direction) => [
  {
    name: `Azure lets networks talk, ${direction}`,
    priority: 65_000,
    direction,
    allows: true,
    from: ["VirtualNetwork"],
    to: ["VirtualNetwork"],
    everyPort: true,
  },
  {
    name: `Azure denies the rest, ${direction}`,
    priority: 65_500,
    direction,
    allows: false,
    from: ["*"],
    to: ["*"],
    everyPort: true,
  },
]);

function routesIn(table: RegisteredResource): readonly Route[] {
  return listAt(table, "routes").map((route) => ({
    prefix: networkOf(String(valueAt(route, "addressPrefix"))),
    next: String(valueAt(route, "nextHopType")),
  }));
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const lower = (text: string | undefined) => (text ?? "").toLowerCase();

export function idOf({ id }: RegisteredResource): string {
  return lower(id);
}

/** A network, or an address alone, as a network. */
export function networkOf(text: string): Network {
  const network = parseNetwork(text.includes("/") ? text : `${text}/32`);
  if (network.kind === "problem") throw new Error(network.reason);
  return network;
}

export function isAddress(text: string): boolean {
  return parseNetwork(text).kind === "network" || parseAddress(text).kind === "address";
}

export function recordsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return listOf(value).filter(isRecord);
}
