import * as network from "@pulumi/azure-native/network";
import * as privatedns from "@pulumi/azure-native/privatedns";
import * as storage from "@pulumi/azure-native/storage";
import type { Behaviour, Stage } from "./behaviour";

/** Networks, what stands in them, and private ways to services. */
export const networks: readonly Behaviour[] = [
  {
    key: "listed-subnets",
    what: "a list of subnets in a network that leaves out one in use",
    source: "https://github.com/pulumi/pulumi-azure-native/issues/611",
    refusal: /Code="InUseSubnetCannotBeDeleted".*subnets\/beside is in use by .*nic-listed/,
    deploy(stage) {
      const { isWrong } = stage;
      const own = { name: "inline", addressPrefix: "10.0.0.0/26" };
      const another = { name: "another", addressPrefix: "10.0.0.64/26" };
      const net = networkOf(stage, "net", "net-listed", {
        subnets: isWrong ? [own, another] : [own],
      });
      const beside = subnetOf(stage, net, "beside", "10.0.0.128/26");
      interfaceIn(stage, "nic-listed", beside.id);
    },
  },
  {
    key: "twice-written",
    what: "a subnet of its own beside the same in its network's list",
    source: "https://github.com/pulumi/pulumi-azure-native/issues/74",
    refusal: /cannot create already existing resource '.*net-twice\/subnets\/inline'/,
    deploy(stage) {
      const { isWrong, isLater } = stage;
      const own = { name: "inline", addressPrefix: "10.0.0.0/26" };
      const net = networkOf(stage, "net", "net-twice", { subnets: [own] });
      if (isWrong) subnetOf(stage, net, "inline", "10.0.0.0/26");
      else if (isLater) subnetOf(stage, net, "beside", "10.0.0.64/26");
    },
  },
  {
    key: "subnet-in-use",
    what: "the deletion of a subnet something stands in",
    source:
      "https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-in-use-subnet",
    refusal: /Code="InUseSubnetCannotBeDeleted".*subnets\/hosts is in use by .*nic-in-use/,
    change: "deletion",
    deploy(stage) {
      const net = networkOf(stage, "net", "net-in-use");
      const subnet = stage.isWrong ? undefined : subnetOf(stage, net, "hosts", "10.0.0.0/26");
      const id = stage.id("Microsoft.Network/virtualNetworks/net-in-use/subnets/hosts");
      interfaceIn(stage, "nic-in-use", id, subnet);
    },
  },
  {
    key: "half-peering",
    what: "one half of a peering anew while the other waits for the old one",
    source: "https://github.com/hashicorp/terraform/issues/18091",
    refusal: /Code="RemotePeeringIsDisconnected".*Disconnected state/,
    deploy(stage) {
      const { version, named, resourceGroupName } = stage;
      const hub = networkOf(stage, "hub", "net-half-hub");
      const firm = networkOf(stage, "firm", "net-half-firm", { range: "10.1.0.0/24" });
      const half = (from: network.VirtualNetwork, to: network.VirtualNetwork) => ({
        resourceGroupName,
        virtualNetworkName: from.name,
        remoteVirtualNetwork: { id: to.id },
      });
      // Mended, the half that stays is written first: it is met again.
      const toFirm = new network.VirtualNetworkPeering(named("to-firm"), {
        ...half(hub, firm),
        virtualNetworkPeeringName: "firm",
        allowForwardedTraffic: version === "mended",
      });
      new network.VirtualNetworkPeering(
        named("to-hub"),
        {
          ...half(firm, hub),
          virtualNetworkPeeringName: version === "first" ? "hub" : "hub-anew",
        },
        { dependsOn: toFirm },
      );
    },
  },
  {
    key: "no-gateway",
    what: "the use of a peer's gateway that is not there",
    source: "https://github.com/hashicorp/terraform/issues/30569",
    refusal:
      /Code="RemoteVnetHasNoGateways".*net-gateway-hub referenced by the peering does not have any gateways/,
    deploy(stage) {
      const hub = networkOf(stage, "hub", "net-gateway-hub");
      const firm = networkOf(stage, "firm", "net-gateway-firm", { range: "10.1.0.0/24" });
      new network.VirtualNetworkPeering(stage.named("to-hub"), {
        resourceGroupName: stage.resourceGroupName,
        virtualNetworkName: firm.name,
        virtualNetworkPeeringName: "hub",
        remoteVirtualNetwork: { id: hub.id },
        useRemoteGateways: stage.isWrong,
      });
    },
  },
  {
    key: "gateway-subnet",
    what: "security rules on a gateway's subnet",
    source:
      "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#gwsub",
    refusal: /Code="SubnetNotUsable".*GatewaySubnet cannot have a networkSecurityGroup/,
    deploy(stage) {
      const { named, resourceGroupName, location, isWrong } = stage;
      const rules = new network.NetworkSecurityGroup(named("rules"), {
        resourceGroupName,
        location,
        networkSecurityGroupName: "nsg-gateway",
      });
      new network.Subnet(named("subnet"), {
        resourceGroupName,
        virtualNetworkName: networkOf(stage, "net", "net-gateway").name,
        subnetName: "GatewaySubnet",
        addressPrefix: "10.0.0.0/27",
        ...(isWrong && { networkSecurityGroup: { id: rules.id } }),
      });
    },
  },
  {
    key: "endpoint-parts",
    what: "a private endpoint to two parts of a service at once",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/5820",
    refusal: /Code="OnlyOneGroupIdPermitted".*group Ids: file, blob/,
    deploy(stage) {
      endpointOf(stage, "parts", stage.isWrong ? ["file", "blob"] : ["file"]);
    },
  },
  {
    key: "zone-groups",
    what: "a second group of DNS zones at a private endpoint",
    source: "https://github.com/pulumi/pulumi-azure-native/issues/2179",
    refusal: /Cannot create more than one private dns zone groups in the private endpoint/,
    deploy(stage) {
      const endpoint = endpointOf(stage, "groups", ["file"]);
      const zone = zoneOf(stage, "groups.file.core.windows.net");
      const first = zoneGroupOf(stage, endpoint, "default", "file", zone);
      if (stage.isWrong) zoneGroupOf(stage, endpoint, "second", "file", zone, first);
    },
  },
  {
    key: "zone-change",
    what: "another zone under a name of a DNS zone group",
    source: "https://github.com/hashicorp/terraform-provider-azurerm/issues/27559",
    refusal: /Code="PrivateDnsZoneCannotBeChanged".*Delete the group and create it anew/,
    deploy(stage) {
      const endpoint = endpointOf(stage, "change", ["file"]);
      const before = zoneOf(stage, "before.file.core.windows.net");
      const after = zoneOf(stage, "after.file.core.windows.net");
      const zone = stage.isLater ? after : before;
      const group = stage.version === "mended" ? "anew" : "default";
      // Another group's name is a new group: the old one goes first.
      zoneGroupOf(stage, endpoint, group, "file", zone, undefined, "group");
    },
  },
];

function networkOf(
  { named, resourceGroupName, location }: Stage,
  part: string,
  virtualNetworkName: string,
  { range = "10.0.0.0/24", subnets }: NetworkParts = {},
): network.VirtualNetwork {
  return new network.VirtualNetwork(named(part), {
    resourceGroupName,
    location,
    virtualNetworkName,
    addressSpace: { addressPrefixes: [range] },
    ...(subnets !== undefined && { subnets: [...subnets] }),
  });
}

interface NetworkParts {
  readonly range?: string;
  readonly subnets?: readonly { readonly name: string; readonly addressPrefix: string }[];
}

function subnetOf(
  { named, resourceGroupName }: Stage,
  net: network.VirtualNetwork,
  subnetName: string,
  addressPrefix: string,
): network.Subnet {
  return new network.Subnet(named(`subnet-${subnetName}`), {
    resourceGroupName,
    virtualNetworkName: net.name,
    subnetName,
    addressPrefix,
  });
}

function interfaceIn(
  { named, resourceGroupName, location }: Stage,
  networkInterfaceName: string,
  id: network.Subnet["id"] | string,
  after?: network.Subnet,
): void {
  new network.NetworkInterface(
    named("interface"),
    {
      resourceGroupName,
      location,
      networkInterfaceName,
      ipConfigurations: [{ name: "ip", subnet: { id } }],
    },
    after === undefined ? {} : { dependsOn: after },
  );
}

function endpointOf(stage: Stage, name: string, groupIds: readonly string[]) {
  const { named, resourceGroupName, location } = stage;
  const account = new storage.StorageAccount(named("account"), {
    resourceGroupName,
    location,
    accountName: `stendpoint${name}`,
    kind: "StorageV2",
    sku: { name: "Standard_LRS" },
  });
  const net = networkOf(stage, "net", `net-${name}`);
  return new network.PrivateEndpoint(named("endpoint"), {
    resourceGroupName,
    location,
    privateEndpointName: `pep-${name}`,
    subnet: { id: subnetOf(stage, net, "endpoints", "10.0.0.0/26").id },
    privateLinkServiceConnections: [
      { name: "to", privateLinkServiceId: account.id, groupIds: [...groupIds] },
    ],
  });
}

function zoneOf({ named, resourceGroupName }: Stage, privateZoneName: string) {
  return new privatedns.PrivateZone(named(`zone-${privateZoneName}`), {
    resourceGroupName,
    privateZoneName,
    location: "global",
  });
}

function zoneGroupOf(
  { named, resourceGroupName }: Stage,
  endpoint: network.PrivateEndpoint,
  privateDnsZoneGroupName: string,
  zoneName: string,
  zone: privatedns.PrivateZone,
  after?: network.PrivateDnsZoneGroup,
  part = `group-${privateDnsZoneGroupName}`,
): network.PrivateDnsZoneGroup {
  return new network.PrivateDnsZoneGroup(
    named(part),
    {
      resourceGroupName,
      privateEndpointName: endpoint.name,
      privateDnsZoneGroupName,
      privateDnsZoneConfigs: [{ name: zoneName, privateDnsZoneId: zone.id }],
    },
    after === undefined ? {} : { dependsOn: after },
  );
}
