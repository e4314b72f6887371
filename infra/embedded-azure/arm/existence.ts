import { parseArmId } from "../../azure/arm-ids";
import { isArray, isJsonObject } from "../values/property";
import type { JsonObject } from "../values/property";
import { keyOf } from "../store/resources";
import type { Resources } from "../store/resources";

/**
 * Children every resource of a type has from the start, without anybody making them. Names are
 * compared without case.
 */
const innate: readonly { readonly type: string; readonly name: RegExp }[] = [
  // https://learn.microsoft.com/rest/api/storagerp/file-services: one, called "default"; blobs, queues and tables alike
  {
    type: "Microsoft.Storage/storageAccounts/(file|blob|queue|table)Services",
    name: /^default$/i,
  },
  // https://learn.microsoft.com/rest/api/backup/protection-containers: Azure's own fabric
  { type: "Microsoft.RecoveryServices/vaults/backupFabrics", name: /^azure$/i },
  // Virtual machines are registered with a vault by protecting them.
  {
    type: "Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers",
    name: /^iaasvmcontainer/i,
  },
  // https://learn.microsoft.com/azure/backup/backup-azure-vms-first-look-arm: policies a vault comes with
  {
    type: "Microsoft.RecoveryServices/vaults/backupPolicies",
    name: /^(DefaultPolicy|EnhancedPolicy|HourlyLogBackup)$/i,
  },
  {
    type: "Microsoft.RecoveryServices/vaults/(backupstorageconfig|backupconfig|backupEncryptionConfigs)",
    name: /./,
  },
  // https://learn.microsoft.com/azure/azure-monitor/logs/manage-logs-tables: Azure's own tables
  { type: "Microsoft.OperationalInsights/workspaces/tables", name: /./ },
  { type: "Microsoft.Sql/servers/databases", name: /^master$/i },
];

const innateTypes = innate.map(({ type, name }) => ({ type: new RegExp(`^${type}$`, "i"), name }));

/** Types that are Azure's own, or that the embedded Azure cannot know whether they exist. */
const unknowable =
  /^Microsoft\.(Authorization\/(roleDefinitions|policyDefinitions|policySetDefinitions)|Management\/.*|Marketplace\/.*|[\w.]+\/locations(\/.*)?|Network\/networkWatchers)$/i;

/** Other spellings of a collection in ids: role assignments name a share so. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\/fileServices\/default\/fileshares\//i, "/fileServices/default/shares/"],
];

/** Whether an id means something that is there. Ids of no ARM form do not. */
export function exists(resources: Resources, given: string): boolean {
  const id = spellings.reduce((text, [spelling, usual]) => text.replace(spelling, usual), given);
  if (resources.get(id) !== undefined) return true;
  const parts = partsOf(id);
  if (parts === undefined) return false;
  const { type, names, parentId } = parts;
  if (parentId === undefined) return true; // a subscription, or something of the tenant itself
  if (unknowable.test(type)) return true;
  const name = names.at(-1) ?? "";
  if (innateTypes.some((child) => child.type.test(type) && child.name.test(name)))
    return exists(resources, parentId);
  const parent = resources.get(parentId);
  return parent !== undefined && hasElement(parent.body, type, name);
}

/**
 * Whether a body holds a named part that ids can mean though it is no resource of its own, e.g. the
 * address configuration of a network interface.
 */
export function hasElement(body: JsonObject, type: string, name: string): boolean {
  const collection = keyOf(type.slice(type.lastIndexOf("/") + 1));
  return Object.entries(body).some(
    ([property, value]) =>
      keyOf(property) === collection &&
      isArray(value) &&
      value.some((element) => {
        const elementName = isJsonObject(element) ? element["name"] : undefined;
        return typeof elementName === "string" && keyOf(elementName) === keyOf(name);
      }),
  );
}

/** The parts of an id, undefined when the text has no ARM form. */
export function partsOf(id: string): ReturnType<typeof parseArmId> | undefined {
  try {
    return parseArmId(id);
  } catch {
    return undefined;
  }
}
