import { parseArmId } from "../../azure/arm-ids";
import type { RegisteredResource } from "../../resources/registered";
import { breachesOf, inputAt, isIdOf, isInside, ofType, listAt, textAt, valueAt } from "../inputs";
import { together, type Guardrail } from "../model";

export const backupItems: Guardrail = {
  id: "backup-items",
  what: "every share, and every machine with a data disk, is in a backup",
  why: "Coaxis' 1,200 firms came back from their backups, after a month; what is in none does not come back",
  severity: "error",
  source: "Azure review checklists, AVD: fc4972cc, vaults: 4d874a74; row A11",
  remedy: "add a ProtectedItem of the firm's vault for it",
  check: together((resources) => [
    ...breachesOf(ofType(resources, "storage:FileShare"), (share) =>
      ofType(resources, "recoveryservices:ProtectedItem").some((item) => protects(item, share))
        ? []
        : ["no backup holds it"],
    ),
    ...breachesOf(machinesWithData(resources), (machine) =>
      ofType(resources, "recoveryservices:ProtectedItem").some((item) =>
        isIdOf(inputAt(item, "properties.sourceResourceId"), machine),
      )
        ? []
        : ["no backup holds it"],
    ),
  ]),
};

/** An item of a share names its account, and the share in its own name: `AzureFileShare;dossiers`. */
function protects(item: RegisteredResource, { id }: RegisteredResource): boolean {
  const account = textAt(item, "properties.sourceResourceId");
  const [, share = ""] = textAt(item, "protectedItemName")?.split(";") ?? [];
  return (
    id !== undefined &&
    account !== undefined &&
    isInside(id, account) &&
    parseArmId(id).names.at(-1)?.toLowerCase() === share.toLowerCase()
  );
}

function machinesWithData(resources: readonly RegisteredResource[]): readonly RegisteredResource[] {
  return ofType(resources, "compute:VirtualMachine").filter((machine) =>
    listAt(machine, "storageProfile.dataDisks").some(
      (disk) => valueAt(disk, "createOption") === "Attach",
    ),
  );
}
