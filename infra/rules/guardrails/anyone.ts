import { isRecord } from "../../resources/property-values";
import { mustBe } from "../inputs";
import type { Guardrail } from "../model";

/** Everyone, Authenticated Users and Users, by their SIDs and their English and French names. */
const groups =
  "S-1-1-0|S-1-5-11|S-1-5-32-545|Everyone|Tout le monde|Authenticated Users|Utilisateurs authentifi[ée]s";
const grants = new RegExp(
  `(?:/grant(?::r)?|-AccountName|-Account|/add)\\s+['"]?[*]?(?:[\\w ]+\\\\)?(${groups})`,
  "i",
);

export const anyone: Guardrail = {
  id: "anyone",
  what: "nothing is opened to everybody who can sign in",
  why: "Authenticated Users are all people of the tenant, and a provider's tenant holds every firm's",
  severity: "error",
  source:
    "learn.microsoft.com/azure/storage/files/storage-files-identity-configure-file-level-permissions; row A13",
  remedy: "name the firm's group, and set defaultSharePermission to None",
  check: {
    of: "resource",
    types: [
      "azure-native:storage:StorageAccount",
      "azure-native:compute:VirtualMachineExtension",
      "azure-native:compute:VirtualMachineRunCommandByVirtualMachine",
      "azure-native:hybridcompute:MachineExtension",
      "azure-native:hybridcompute:MachineRunCommand",
      "azure-native:resources:Deployment",
      "azure-native:resources:DeploymentAtSubscriptionScope",
    ],
    breaches: (resource) =>
      resource.type.endsWith(":StorageAccount")
        ? "azureFilesIdentityBasedAuthentication" in resource.inputs
          ? mustBe(resource, "azureFilesIdentityBasedAuthentication.defaultSharePermission", "None")
          : []
        : [...textsIn(resource.inputs)].flatMap((text) => {
            const [, group] = grants.exec(text) ?? [];
            return group === undefined ? [] : [`a script opens something to ${group}`];
          }),
  },
};

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one);
  else if (isRecord(value)) for (const one of Object.values(value)) yield* textsIn(one);
}
