import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import { addressIn, carve, type Network } from "../azure/network";
import { fileServerRules } from "./file-server-rules";
import { FirmEgress, type EgressWay } from "./firm-egress";
import type { HostNeighbours } from "./neighbour-rules";
import { endpointRules, sessionRules, type FirmSubnets } from "./network-rules";
import { rehearsalRules } from "./rehearsal-rules";
import type { Placement } from "./placement";
import { serverRules } from "./server-rules";

export interface FirmNetworkArgs extends Placement {
  /** Required. The firm's slice of the platform's address plan. */
  readonly addressSpace: Network;
  /** Required. Zones of the region; empty where there are none. */
  readonly zones: readonly string[];
  /** Required. How hosts reach the world. */
  readonly egress: EgressWay;
  /** Required. What hosts need besides the firm's endpoints. */
  readonly neighbours: HostNeighbours;
  /** Optional. Whether a container that rehearses restores stands in it. @default false */
  readonly rehearsal?: boolean;
}

/**
 * The firm's own network: session hosts on one side, private endpoints on the other, and one fixed
 * public address for everything hosts send out. Costs: the gateway by the hour and the gigabyte,
 * the address by the hour.
 */
export class FirmNetwork extends pulumi.ComponentResource {
  readonly networkId: pulumi.Output<string>;
  readonly networkName: pulumi.Output<string>;
  readonly sessionsSubnetId: pulumi.Output<string>;
  readonly endpointsSubnetId: pulumi.Output<string>;
  /** Subnet for a file server, where the firm has one. */
  readonly filesSubnetId: pulumi.Output<string> | undefined;
  /** Subnet for servers that the firm brings along, where it has some. */
  readonly serversSubnetId: pulumi.Output<string> | undefined;
  /** Subnet of the container that rehearses restores, where there is one. */
  readonly rehearsalSubnetId: pulumi.Output<string> | undefined;
  /** The address the world sees the firm's hosts under; undefined where it is the firewall's. */
  readonly egressAddress: pulumi.Output<string | undefined> | undefined;
  /** What changes the network; no two changes of one network may run at once. */
  readonly lastChange: pulumi.Resource;

  constructor(name: string, args: FirmNetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:FirmNetwork", name, {}, opts);
    const { owner, location, resourceGroupName, tags } = args;
    const common = { resourceGroupName, location, tags };
    const plan = firmSubnets(args.addressSpace);
    const rehearses = args.rehearsal ?? false;

    const vnet = new network.VirtualNetwork(
      `${name}-vnet`,
      {
        ...common,
        virtualNetworkName: azureName("virtualNetwork", owner),
        addressSpace: { addressPrefixes: [args.addressSpace.text] },
        ...namesFrom(args),
      },
      { parent: this },
    );

    const egress = new FirmEgress(
      `${name}-egress`,
      { ...args, way: args.egress },
      { parent: this },
    );

    const guarded = (noun: keyof FirmSubnets, securityRules: ReturnType<typeof sessionRules>) =>
      new network.NetworkSecurityGroup(
        `${name}-${noun}-rules`,
        {
          ...common,
          networkSecurityGroupName: azureName("networkSecurityGroup", owner, noun),
          securityRules,
        },
        { parent: this },
      );

    const sessions = new network.Subnet(
      `${name}-sessions`,
      {
        resourceGroupName,
        virtualNetworkName: vnet.name,
        subnetName: azureName("subnet", owner, "sessions"),
        addressPrefix: plan.sessions.text,
        defaultOutboundAccess: false,
        networkSecurityGroup: {
          id: guarded("sessions", sessionRules(plan, args.neighbours, args.egress)).id,
        },
        ...egress.ofSubnet,
        privateEndpointNetworkPolicies: "Enabled",
      },
      { parent: this },
    );

    const endpoints = new network.Subnet(
      `${name}-endpoints`,
      {
        resourceGroupName,
        virtualNetworkName: vnet.name,
        subnetName: azureName("subnet", owner, "endpoints"),
        addressPrefix: plan.endpoints.text,
        defaultOutboundAccess: false,
        networkSecurityGroup: {
          id: guarded("endpoints", endpointRules(plan, args.neighbours, rehearses)).id,
        },
        // Without it the rules would not hold for private endpoints.
        privateEndpointNetworkPolicies: "Enabled",
      },
      // Azure changes a network once at a time.
      { parent: this, dependsOn: sessions },
    );

    const files =
      args.neighbours.store === "azureFiles"
        ? undefined
        : new network.Subnet(
            `${name}-files`,
            {
              resourceGroupName,
              virtualNetworkName: vnet.name,
              subnetName: azureName("subnet", owner, "files"),
              addressPrefix: plan.files.text,
              defaultOutboundAccess: false,
              networkSecurityGroup: {
                id: guarded("files", fileServerRules(plan, args.neighbours)).id,
              },
              ...egress.ofSubnet,
              privateEndpointNetworkPolicies: "Enabled",
            },
            { parent: this, dependsOn: endpoints },
          );

    const servers = hasServers(args)
      ? new network.Subnet(
          `${name}-servers`,
          {
            resourceGroupName,
            virtualNetworkName: vnet.name,
            subnetName: azureName("subnet", owner, "servers"),
            addressPrefix: plan.servers.text,
            defaultOutboundAccess: false,
            networkSecurityGroup: {
              id: guarded("servers", serverRules(plan, args.neighbours, rehearses)).id,
            },
            ...egress.ofSubnet,
            privateEndpointNetworkPolicies: "Enabled",
          },
          { parent: this, dependsOn: files ?? endpoints },
        )
      : undefined;

    const rehearsal = rehearses
      ? new network.Subnet(
          `${name}-rehearsal`,
          {
            resourceGroupName,
            virtualNetworkName: vnet.name,
            subnetName: azureName("subnet", owner, "rehearsal"),
            addressPrefix: plan.rehearsal.text,
            defaultOutboundAccess: false,
            networkSecurityGroup: {
              id: guarded("rehearsal", rehearsalRules(plan, args.neighbours, args.egress)).id,
            },
            ...egress.ofSubnet,
            delegations: [{ name: "containers", serviceName: "Microsoft.App/environments" }],
            privateEndpointNetworkPolicies: "Enabled",
          },
          { parent: this, dependsOn: servers ?? files ?? endpoints },
        )
      : undefined;

    this.networkId = vnet.id;
    this.networkName = vnet.name;
    this.sessionsSubnetId = sessions.id;
    this.endpointsSubnetId = endpoints.id;
    this.egressAddress = egress.address;
    this.filesSubnetId = files?.id;
    this.serversSubnetId = servers?.id;
    this.rehearsalSubnetId = rehearsal?.id;
    this.lastChange = rehearsal ?? servers ?? files ?? endpoints;
    this.registerOutputs({ networkId: this.networkId });
  }
}

/** Hosts of a domain ask its controllers for names, others the firewall that goes by names, else Azure. */
function namesFrom({ neighbours: { domainControllers }, egress }: FirmNetworkArgs) {
  if (domainControllers.length > 0)
    return { dhcpOptions: { dnsServers: domainControllers.map(({ text }) => text) } };
  return egress.kind === "nat" ? {} : { dhcpOptions: { dnsServers: [egress.address] } };
}

/** Whether machines that the firm brings along are to stand in its own network. */
function hasServers({ addressSpace, neighbours }: FirmNetworkArgs): boolean {
  const { domainControllers, secondControllers, licenceServers } = neighbours;
  return [...domainControllers, ...secondControllers, ...licenceServers].some((one) =>
    addressIn(addressSpace, one),
  );
}

/**
 * Half of the network for hosts; of the other half 32 addresses for endpoints, 16 for a file server, 16 for servers
 * that the firm brings along; the last quarter begins with 32 for the container that rehearses restores. What is there
 * stays where it is: new parts go into that quarter.
 */
export function firmSubnets(addressSpace: Network): FirmSubnets {
  const { prefix } = addressSpace;
  const { last } = carve(addressSpace, [
    { name: "half", prefix: prefix + 1 },
    { name: "first", prefix: prefix + 2 },
    { name: "last", prefix: prefix + 2 },
  ]);
  return {
    ...carve(addressSpace, [
      { name: "sessions", prefix: prefix + 1 },
      { name: "endpoints", prefix: 27 },
      { name: "files", prefix: 28 },
      { name: "servers", prefix: 28 },
    ]),
    ...carve(last, [{ name: "rehearsal", prefix: 27 }]),
  };
}
