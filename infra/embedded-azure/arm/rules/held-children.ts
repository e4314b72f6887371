import { endOf, keyOf } from "../../store/resources";
import type { Resource } from "../../store/resources";
import { ArmError } from "../error";

/** Children Azure does not delete with their parent: they have to go first. */
interface HeldChild {
  readonly parent: string;
  readonly isChild: (resource: Resource) => boolean;
  /** Whether they stop even the deletion of the whole resource group. */
  readonly stopsGroup: boolean;
  readonly refusal: (parent: Resource, children: readonly Resource[]) => ArmError;
  readonly source: string;
}

const containers = /\/protectionContainers$/i;
const items = /\/protectionContainers\/protectedItems$/i;

const held: readonly HeldChild[] = [
  {
    parent: "Microsoft.Network/privateDnsZones",
    isChild: ({ type }) => /^Microsoft\.Network\/privateDnsZones\/virtualNetworkLinks$/i.test(type),
    stopsGroup: false,
    refusal: nested,
    source:
      "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links: unlink before deleting the zone",
  },
  {
    parent: "Microsoft.RecoveryServices/vaults",
    isChild: (each) =>
      containers.test(each.type) || (items.test(each.type) && endOf(each) === undefined),
    stopsGroup: true,
    refusal: (vault, children) =>
      new ArmError(
        400,
        "ServiceResourceNotEmptyWithContainerDetails",
        `Vault cannot be deleted as there are existing resources within the vault. Please ensure there are no backup items, protected servers or backup management servers associated with this vault. Unregister the following containers associated with this vault before proceeding for deletion : ${list(children)} (${vault.id})`,
      ),
    source:
      "https://github.com/Azure/azure-powershell/issues/9291, https://github.com/MicrosoftDocs/azure-docs/issues/42016",
  },
  {
    parent: "Microsoft.RecoveryServices/vaults",
    isChild: (each) => items.test(each.type) && endOf(each) !== undefined,
    stopsGroup: true,
    refusal: (vault, children) =>
      new ArmError(
        400,
        "BMSUserErrorVaultDeletionNotPermitted",
        `Recovery Services vault cannot be deleted as there are backup items in soft deleted state in the vault. Please try vault deletion after the backup items are permanently deleted and there is no item in soft deleted state left in the vault: ${vault.id} holds ${children.map((item) => `${item.name} until ${endOf(item) ?? ""}`).join(", ")}.`,
      ),
    source:
      "https://learn.microsoft.com/azure/backup/backup-azure-delete-vault; its date is not in Azure's own answer",
  },
  {
    parent: "Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers",
    isChild: (each) => items.test(each.type) && endOf(each) === undefined,
    stopsGroup: false,
    refusal: (container, children) =>
      new ArmError(
        400,
        "BMSUserErrorContainerHasDatasources",
        `Container ${container.name} has datasources under protection: ${list(children)}. Stop the protection of all of them before you unregister it.`,
      ),
    source:
      "https://learn.microsoft.com/azure/backup/manage-afs-backup#unregister-a-storage-account: stop protection first",
  },
];

/** Refuses to delete what has children that Azure wants gone beforehand. */
export function refuseHeldChildren(resource: Resource, going: readonly Resource[]): void {
  const isGroup = keyOf(resource.type) === "microsoft.resources/resourcegroups";
  for (const { parent, isChild, stopsGroup, refusal } of held) {
    if (isGroup ? !stopsGroup : keyOf(parent) !== keyOf(resource.type)) continue;
    const children = going.filter(isChild);
    const holder = isGroup ? going.find(({ type }) => keyOf(type) === keyOf(parent)) : resource;
    if (children.length > 0) throw refusal(holder ?? resource, children);
  }
}

function nested(parent: Resource, children: readonly Resource[]): ArmError {
  return new ArmError(
    409,
    "CannotDeleteResource",
    `Cannot delete resource '${parent.id}' while nested resources exist: ${list(children)}. Please delete all nested resources before deleting this resource.`,
  );
}

function list(resources: readonly Resource[]): string {
  const shown = resources
    .slice(0, 5)
    .map(({ id }) => `'${id}'`)
    .join(", ");
  return resources.length > 5 ? `${shown} and ${resources.length - 5} more` : shown;
}
