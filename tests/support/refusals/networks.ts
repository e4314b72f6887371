import * as network from "@pulumi/azure-native/network";
import type { Behaviour, Stage } from "./behaviour";
import { networkOf, subnetOf } from "./network-parts";

/** Networks, and what stands in them. */
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
];

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
