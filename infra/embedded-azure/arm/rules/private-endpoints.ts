import { keyOf } from "../../store/resources";
import { textOf } from "../../values/json";
import type { Json } from "../../values/property";
import { isArray } from "../../values/property";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import { objectsIn } from "../outputs/network";
import type { Change, Rule } from "../world";

const endpointType = "microsoft.network/privateendpoints";
const zoneGroupType = `${endpointType}/privatednszonegroups`;

/** Most zones of a group: https://learn.microsoft.com/azure/private-link/private-endpoint-dns#private-dns-zone-group */
const mostZones = 5;

/**
 * What of a service an endpoint may lead to:
 * https://learn.microsoft.com/azure/private-link/private-endpoint-overview#private-link-resource
 */
const parts: Readonly<Record<string, readonly string[]>> = {
  "microsoft.storage/storageaccounts": ["blob", "file", "queue", "table", "web", "dfs"].flatMap(
    (part) => [part, `${part}_secondary`],
  ),
  "microsoft.keyvault/vaults": ["vault"],
  "microsoft.recoveryservices/vaults": [
    "AzureBackup",
    "AzureBackup_secondary",
    "AzureSiteRecovery",
  ],
  "microsoft.sql/servers": ["sqlServer"],
  "microsoft.automation/automationaccounts": ["Webhook", "DSCAndHybridWorker"],
  "microsoft.desktopvirtualization/workspaces": ["feed", "global"],
  "microsoft.desktopvirtualization/hostpools": ["connection"],
};

/** A private endpoint leads to one part of a service, and to one it has. */
export const endpointsLeadSomewhere: Rule = (_world, change) => {
  if (keyOf(change.parts.type) !== endpointType) return;
  for (const property of [
    "privateLinkServiceConnections",
    "manualPrivateLinkServiceConnections",
  ] as const)
    for (const { name, privateLinkServiceId, groupIds } of objectsIn(change.wish.body[property]))
      leadsSomewhere(
        `${change.wish.id}/${property}/${textOf(name)}`,
        textOf(privateLinkServiceId),
        (isArray<Json>(groupIds) ? groupIds : []).map(textOf),
      );
};

function leadsSomewhere(connection: string, target: string, groups: readonly string[]): void {
  const known = parts[keyOf(partsOf(target)?.type ?? "")];
  // https://github.com/hashicorp/terraform-provider-azurerm/issues/5820
  if (known !== undefined && groups.length > 1)
    throw new ArmError(
      400,
      "OnlyOneGroupIdPermitted",
      `Private link service connection ${connection} has the following group Ids: ${groups.join(", ")}. Only one group Id is permitted when connecting to a first-party resource (${target}).`,
    );
  const strange = groups.find(
    (group) => known?.some((each) => keyOf(each) === keyOf(group)) === false,
  );
  // Azure's code for it is not documented; the one here stands for it.
  if (strange !== undefined)
    throw new ArmError(
      400,
      "InvalidPrivateLinkGroupId",
      `Private link service connection ${connection} names ${strange}, which ${target} does not have: ${known?.join(", ") ?? ""}.`,
    );
}

/** An endpoint has one group of DNS zones, and each of these a name and a zone of its own. */
export const zoneGroupsFit: Rule = (world, change) => {
  if (keyOf(change.parts.type) !== zoneGroupType) return;
  const {
    wish,
    parts: { parentId = "" },
  } = change;
  const other = world.resources
    .below(`${parentId}/privateDnsZoneGroups`)
    .find(({ id }) => keyOf(id) !== keyOf(wish.id));
  // Azure's words: https://github.com/pulumi/pulumi-azure-native/issues/2179; its code is not documented.
  if (other !== undefined)
    throw new ArmError(
      400,
      "MoreThanOnePrivateDnsZoneGroupPerPrivateEndpointNotAllowed",
      `Cannot create more than one private dns zone groups in the private endpoint: ${parentId} has ${other.name}.`,
    );
  zonesFit(change);
};

function zonesFit({ wish, previous }: Change): void {
  const zones = objectsIn(wish.body["privateDnsZoneConfigs"]);
  if (zones.length > mostZones)
    throw new ArmError(
      400,
      "TooManyPrivateDnsZones",
      `${wish.id} has ${zones.length} private DNS zones; a group has ${mostZones} at most.`,
    );
  const before = new Map(
    objectsIn(previous?.body["privateDnsZoneConfigs"]).map((zone) => [
      keyOf(textOf(zone["name"])),
      textOf(zone["privateDnsZoneId"]),
    ]),
  );
  const names = new Set<string>();
  for (const { name, privateDnsZoneId } of zones) {
    const key = keyOf(textOf(name));
    // https://github.com/pulumi/pulumi-azure-native/issues/2431
    if (key === "") throw new ArmError(400, "InvalidRequestFormat", "Cannot parse the request.");
    // https://github.com/hashicorp/terraform-provider-azurerm/issues/28966
    if (names.has(key))
      throw new ArmError(
        400,
        "DuplicateResourceName",
        `Resource ${wish.id} has two child resources with the same name (${textOf(name)}).`,
      );
    names.add(key);
    const zone = before.get(key);
    // https://github.com/hashicorp/terraform-provider-azurerm/issues/27559; the code stands for Azure's.
    if (zone !== undefined && keyOf(zone) !== keyOf(textOf(privateDnsZoneId)))
      throw new ArmError(
        400,
        "PrivateDnsZoneCannotBeChanged",
        `The zone of ${textOf(name)} in ${wish.id} cannot be changed from ${zone} to ${textOf(privateDnsZoneId)}. Delete the group and create it anew.`,
      );
  }
}
