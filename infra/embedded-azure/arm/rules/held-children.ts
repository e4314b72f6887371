import { keyOf } from "../../store/resources";
import type { Resource } from "../../store/resources";

/** Children Azure does not delete with their parent: they have to go first. */
interface HeldChild {
  readonly parent: string;
  readonly child: RegExp;
  /** Whether they stop even the deletion of the whole resource group. */
  readonly stopsGroup: boolean;
  readonly source: string;
}

const held: readonly HeldChild[] = [
  {
    parent: "Microsoft.Network/privateDnsZones",
    child: /^Microsoft\.Network\/privateDnsZones\/virtualNetworkLinks$/i,
    stopsGroup: false,
    source:
      "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links: unlink before deleting the zone",
  },
  {
    parent: "Microsoft.RecoveryServices/vaults",
    child: /\/protectedItems$/i,
    stopsGroup: true,
    source:
      "https://learn.microsoft.com/azure/backup/backup-azure-delete-vault: a vault with protected items cannot be deleted",
  },
  {
    parent: "Microsoft.RecoveryServices/vaults",
    child: /\/protectionContainers$/i,
    stopsGroup: true,
    source:
      "https://learn.microsoft.com/azure/backup/backup-azure-delete-vault: unregister storage accounts first",
  },
];

/** Which of what would go along Azure wants gone beforehand. */
export function heldChildren(resource: Resource, going: readonly Resource[]): readonly Resource[] {
  const isGroup = keyOf(resource.type) === "microsoft.resources/resourcegroups";
  return held
    .filter(({ parent, stopsGroup }) =>
      isGroup ? stopsGroup : keyOf(parent) === keyOf(resource.type),
    )
    .flatMap(({ child }) => going.filter(({ type }) => child.test(type)));
}
