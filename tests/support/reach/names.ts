import type { RegisteredResource } from "../../../infra/resources/registered";
import { listAt, ofType, textAt, valueAt } from "../../../infra/rules/inputs";
import { letsOut } from "./reach";
import { idOf, lower, networkOf, recordsOf, type Net, type Place, type World } from "./world";

/** A private endpoint's name in a zone: `stdupont.privatelink.file.core.windows.net`. */
export interface EndpointName {
  readonly owner: string;
  readonly name: string;
  readonly zoneId: string;
}

/** Who answers what in which network, by the ids of networks. */
export interface Directory {
  readonly names: readonly EndpointName[];
  /** Zones that are linked. */
  readonly zones: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rules of the policy, the first that knows a name decides. */
  readonly policies: ReadonlyMap<string, readonly PolicyRule[]>;
  /** Networks that ask the platform's forwarding rules, which know the offices' domains. */
  readonly forwarded: ReadonlySet<string>;
}

interface PolicyRule {
  readonly blocks: boolean;
  readonly domains: readonly string[];
}

/** Reads who answers for names from what all stacks register. */
export function directoryOf({ estates }: World): Directory {
  const everything = estates.flatMap(({ resources }) => resources);
  const zones = new Map<string, Set<string>>();
  for (const link of ofType(everything, "privatedns:VirtualNetworkLink")) {
    const network = linkedTo(link);
    zones.set(
      network,
      (zones.get(network) ?? new Set()).add(idOf(link).replace(/\/virtualnetworklinks\/.*/, "")),
    );
  }
  const links = ofType(everything, "dnsresolver:DnsResolverPolicyVirtualNetworkLink");
  return {
    names: estates.flatMap(({ owner, resources }) => namesIn(owner, resources)),
    zones,
    policies: new Map(
      links.map((link) => [
        linkedTo(link),
        policyRules(everything, idOf(link).replace(/\/virtualnetworklinks\/.*/, "")),
      ]),
    ),
    forwarded: new Set(
      ofType(everything, "dnsresolver:PrivateResolverVirtualNetworkLink").map(linkedTo),
    ),
  };
}

const linkedTo = (link: RegisteredResource) => lower(textAt(link, "virtualNetwork.id"));

function namesIn(owner: string, resources: readonly RegisteredResource[]): readonly EndpointName[] {
  return ofType(resources, "network:PrivateDnsZoneGroup").flatMap((group) => {
    const endpoint = ofType(resources, "network:PrivateEndpoint").find((one) =>
      idOf(group).startsWith(`${idOf(one)}/`),
    );
    const target = recordsOf(endpoint?.inputs["privateLinkServiceConnections"])[0];
    const host = lastOf(lower(String(target?.["privateLinkServiceId"])));
    return listAt(group, "privateDnsZoneConfigs").map((config) => {
      const zoneId = lower(String(valueAt(config, "privateDnsZoneId")));
      return { owner, name: `${host}.${lastOf(zoneId)}`, zoneId };
    });
  });
}

const lastOf = (id: string) => id.split("/").at(-1) ?? "";

function policyRules(
  everything: readonly RegisteredResource[],
  policy: string,
): readonly PolicyRule[] {
  const lists = ofType(everything, "dnsresolver:DnsResolverDomainList");
  return ofType(everything, "dnsresolver:DnsSecurityRule")
    .filter((rule) => idOf(rule).startsWith(`${policy}/`))
    .filter((rule) => textAt(rule, "dnsSecurityRuleState") === "Enabled")
    .toSorted((one, other) => Number(one.inputs["priority"]) - Number(other.inputs["priority"]))
    .map((rule) => ({
      blocks: textAt(rule, "action.actionType") === "Block",
      domains: recordsOf(rule.inputs["dnsResolverDomainLists"])
        .flatMap(({ id }) => lists.filter((list) => idOf(list) === lower(String(id))))
        .flatMap((list) => listAt(list, "domains"))
        .map((domain) => lower(String(domain)).replace(/\.$/, "")),
    }));
}

/**
 * Why machines of a place learn the address behind a name, or undefined where nobody tells them. Domain controllers
 * ask in their own network, and the hub's resolver where rules let them.
 */
export function resolves(
  world: World,
  directory: Directory,
  from: Place,
  { name, zoneId }: EndpointName,
): string | undefined {
  const asked = askedIn(world, from).find(
    (network) =>
      directory.zones.get(network)?.has(zoneId) === true &&
      !isBlocked(directory.policies.get(network) ?? [], name),
  );
  return asked === undefined ? undefined : `${from.name} learns ${name} in ${lastOf(asked)}`;
}

function isBlocked(rules: readonly PolicyRule[], name: string): boolean {
  const knows = ({ domains }: PolicyRule) =>
    domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
  return rules.find(knows)?.blocks === true;
}

/** Networks in which Azure answers for a place. */
export function askedIn(world: World, from: Place): readonly string[] {
  const [hub] = world.nets.filter(({ owner }) => owner === "hub");
  const own = world.nets.find(({ id }) => id === from.network);
  if (hub === undefined || own === undefined) return [];
  if (from.kind === "office") return [hub.id];
  if (own.dnsServers.length === 0) return [own.id];
  return [...new Set(own.dnsServers.flatMap((server) => askedBy(world, server, own, hub)))];
}

function askedBy(world: World, server: string, own: Net, hub: Net): readonly string[] {
  const place = world.places.find(
    ({ network, range }) =>
      network === own.id && range.first <= valueOf(server) && valueOf(server) <= range.last,
  );
  // The firewall, or a controller that is elsewhere: it asks where the hub's names are.
  if (place === undefined) return [hub.id];
  const resolver = world.places.find(({ name }) => name === "hub hub-resolverInbound");
  const asksHub = resolver !== undefined && letsOut(world, place, resolver) !== undefined;
  return asksHub ? [own.id, hub.id] : [own.id];
}

const valueOf = (server: string) => (/^[\d.]+$/.test(server) ? networkOf(server).first : -1);
