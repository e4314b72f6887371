import { keyOf } from "../../store/resources";
import type { Json } from "../../values/property";
import { isJsonObject, valueAt } from "../../values/property";
import { ArmError } from "../error";
import { isSealed, sealed } from "../sealing";
import type { Rule } from "../world";

/** Properties that Azure refuses to change though azure-native plans an update of them. */
interface Immutable {
  readonly type: string;
  readonly properties: readonly string[];
  readonly source: string;
}

const createOnly =
  "in the PUT model and absent from the PATCH model of npm @azure/arm-desktopvirtualization 1.2.0 (API 2024-04-03)";
const compute =
  'https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update ("cannot be changed after the VM has been created", "may only be set when creating")';

const immutable: readonly Immutable[] = [
  {
    type: "Microsoft.DesktopVirtualization/hostPools",
    properties: ["hostPoolType"],
    source: createOnly,
  },
  {
    type: "Microsoft.DesktopVirtualization/applicationGroups",
    properties: ["hostPoolArmPath", "applicationGroupType"],
    source: createOnly,
  },
  {
    type: "Microsoft.DesktopVirtualization/scalingPlans",
    properties: ["hostPoolType"],
    source: createOnly,
  },
  {
    type: "Microsoft.Compute/virtualMachines",
    properties: [
      "osProfile.adminUsername",
      "osProfile.adminPassword",
      "osProfile.computerName",
      "osProfile.customData",
      "storageProfile.imageReference",
      "storageProfile.osDisk.name",
      "storageProfile.osDisk.createOption",
      "availabilitySet",
      "zones",
    ],
    source: compute,
  },
  {
    type: "Microsoft.Compute/disks",
    properties: ["creationData", "zones"],
    source: "https://learn.microsoft.com/rest/api/compute/disks/update: absent from DiskUpdate",
  },
  {
    type: "Microsoft.Storage/storageAccounts",
    properties: ["enableNfsV3", "encryption.requireInfrastructureEncryption", "dnsEndpointType"],
    source:
      "https://learn.microsoft.com/rest/api/storagerp/storage-accounts/update: absent from the update parameters",
  },
  {
    type: "Microsoft.KeyVault/vaults",
    properties: ["properties.softDeleteRetentionInDays"],
    source:
      'https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview ("can\'t be changed" once set)',
  },
  {
    type: "Microsoft.Network/natGateways",
    properties: ["sku", "zones"],
    source: "https://learn.microsoft.com/azure/nat-gateway/nat-availability-zones",
  },
  {
    type: "Microsoft.Network/publicIPAddresses",
    properties: ["zones"],
    source:
      "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses#availability-zone",
  },
  {
    type: "Microsoft.App/managedEnvironments",
    properties: ["vnetConfiguration", "zoneRedundant"],
    source:
      'https://learn.microsoft.com/azure/container-apps/networking ("the network type can\'t be changed")',
  },
  {
    type: "Microsoft.Authorization/roleAssignments",
    properties: ["principalId"],
    source:
      "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting (RoleAssignmentUpdateNotPermitted)",
  },
];

const byType = new Map(immutable.map((row) => [keyOf(row.type), row.properties]));

/** Some properties keep the value they were made with. */
export const keepsImmutables: Rule = ({ fingerprint }, { wish, parts, previous }) => {
  if (previous === undefined) return;
  for (const property of byType.get(keyOf(parts.type)) ?? []) {
    const before = valueAt(previous.body, property);
    const asked = valueAt(wish.body, property);
    if (before === undefined || asked === undefined) continue;
    const after = isSealed(before) ? sealed(asked, fingerprint) : asked;
    if (!sameValue(before, after))
      throw new ArmError(
        409,
        "PropertyChangeNotAllowed",
        `Changing property '${property}' is not allowed. (${previous.id})`,
      );
  }
};

/** A resource stays where it is. */
export const keepsLocation: Rule = (_world, { wish, parts, name, previous }) => {
  const before = previous?.body["location"];
  const after = wish.body["location"];
  if (typeof before !== "string" || typeof after !== "string") return;
  if (plainLocation(before) === plainLocation(after)) return;
  throw new ArmError(
    409,
    "InvalidResourceLocation",
    `The resource '${name}' already exists in location '${before}' in resource group '${parts.resourceGroup ?? ""}'. A resource with the same name cannot be created in location '${after}'. Please select a new resource name.`,
  );
};

/** A location as Azure answers it: `France Central` is `francecentral`. */
export function plainLocation(location: string): string {
  return location.replaceAll(" ", "").toLowerCase();
}

/** Whether what is asked for is what is there: Azure may have added to it, but not changed it. */
function sameValue(before: Json, after: Json): boolean {
  if (isJsonObject(before) && isJsonObject(after))
    return Object.entries(after).every(([key, value]) => {
      const known = before[key];
      return known !== undefined && sameValue(known, value);
    });
  return JSON.stringify(before) === JSON.stringify(after);
}
