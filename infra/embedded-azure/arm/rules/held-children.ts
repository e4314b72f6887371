import { keyOf } from "../../store/resources";
import type { Resource } from "../../store/resources";

/** Children Azure does not delete with their parent: they have to go first. */
const held: readonly {
  readonly parent: string;
  readonly child: RegExp;
  readonly source: string;
}[] = [
  {
    parent: "Microsoft.Network/privateDnsZones",
    child: /^Microsoft\.Network\/privateDnsZones\/virtualNetworkLinks$/i,
    source:
      "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links: unlink before deleting the zone",
  },
  {
    parent: "Microsoft.RecoveryServices/vaults",
    child: /\/protectedItems$/i,
    source:
      "https://learn.microsoft.com/azure/backup/backup-azure-delete-vault: a vault with protected items cannot be deleted",
  },
  {
    parent: "Microsoft.RecoveryServices/vaults",
    child: /\/protectionContainers$/i,
    source:
      "https://learn.microsoft.com/azure/backup/backup-azure-delete-vault: unregister storage accounts first",
  },
];

/** Which of what would go along Azure wants gone beforehand. A resource group's end takes everything with it. */
export function heldChildren(resource: Resource, going: readonly Resource[]): readonly Resource[] {
  return held
    .filter(({ parent }) => keyOf(parent) === keyOf(resource.type))
    .flatMap(({ child }) => going.filter(({ type }) => child.test(type)));
}
