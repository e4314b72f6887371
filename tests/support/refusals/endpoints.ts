import * as network from "@pulumi/azure-native/network";
import * as privatedns from "@pulumi/azure-native/privatedns";
import * as storage from "@pulumi/azure-native/storage";
import type { Behaviour, Stage } from "./behaviour";
import { networkOf, subnetOf } from "./network-parts";

/** Private ways to services. */
export const endpoints: readonly Behaviour[] = [
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
