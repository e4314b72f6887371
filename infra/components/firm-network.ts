import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import { addressIn, type Network } from "../azure/network";
import { fileServerRules } from "./file-server-rules";
import { FirmEgress, type EgressWay } from "./firm-egress";
import type { HostNeighbours } from "./neighbour-rules";
import { firmSubnets, type FirmSubnets } from "./firm-subnets";
import { endpointRules, sessionRules } from "./network-rules";
import { rehearsalRules } from "./rehearsal-rules";
import type { Placement } from "./placement";
import type { Rule } from "./security-rule";
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

    const subnet = (
      noun: keyof FirmSubnets,
      securityRules: Rule[],
      after: pulumi.Resource | undefined,
      more: Partial<network.SubnetArgs> = egress.ofSubnet,
    ) => {
      const rules = new network.NetworkSecurityGroup(
        `${name}-${noun}-rules`,
        {
          ...common,
          networkSecurityGroupName: azureName("networkSecurityGroup", owner, noun),
          securityRules,
        },
        { parent: this },
      );
      return new network.Subnet(
        `${name}-${noun}`,
        {
          resourceGroupName,
          virtualNetworkName: vnet.name,
          subnetName: azureName("subnet", owner, noun),
          addressPrefix: plan[noun].text,
          defaultOutboundAccess: false,
          networkSecurityGroup: { id: rules.id },
          // Without it the rules would not hold for private endpoints.
          privateEndpointNetworkPolicies: "Enabled",
          ...more,
        },
        // Azure changes a network once at a time.
        { parent: this, ...(after === undefined ? {} : { dependsOn: after }) },
      );
    };

    const { neighbours } = args;
    const sessions = subnet("sessions", sessionRules(plan, neighbours, args.egress), undefined);
    // Endpoints send nothing out.
    const endpoints = subnet("endpoints", endpointRules(plan, neighbours, rehearses), sessions, {});
    const files =
      neighbours.store === "azureFiles"
        ? undefined
        : subnet("files", fileServerRules(plan, neighbours), endpoints);
    const servers = hasServers(args)
      ? subnet("servers", serverRules(plan, neighbours, rehearses), files ?? endpoints)
      : undefined;
    const rehearsal = rehearses
      ? subnet(
          "rehearsal",
          rehearsalRules(plan, neighbours, args.egress),
          servers ?? files ?? endpoints,
          {
            ...egress.ofSubnet,
            delegations: [{ name: "containers", serviceName: "Microsoft.App/environments" }],
          },
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
