import { parseArmId } from "../../azure/arm-ids";
import type { RegisteredResource } from "../../resources/registered";
import { mustBe, ofType, textAt, breachesOf } from "../inputs";
import { together, type Guardrail } from "../model";

export const firmKeys: Guardrail = {
  id: "firm-keys",
  what: "a firm's data are encrypted with the firm's own key",
  why: "who leaves takes the key along: without it, nothing that stays behind can be read",
  severity: "error",
  source:
    "Azure review checklists, storage: 3d90cae2 (key ownership); row A07 (two firms share no key)",
  remedy:
    "name the key of this firm's vault in encryption.keyVaultProperties, or its DiskEncryptionSet",
  check: together((resources, { kind }) =>
    kind === "platform"
      ? []
      : [
          ...breachesOf(ofType(resources, "storage:StorageAccount"), (account) => [
            ...mustBe(account, "encryption.keySource", "Microsoft.Keyvault"),
            ...strangeVault(
              textAt(account, "encryption.keyVaultProperties.keyVaultUri"),
              resources,
            ),
          ]),
          ...breachesOf(ofType(resources, "compute:Disk"), (disk) =>
            mustBe(disk, "encryption.type", "EncryptionAtRestWithCustomerKey"),
          ),
          ...breachesOf(ofType(resources, "compute:VirtualMachine"), withoutDiskKey),
        ],
  ),
};

function withoutDiskKey(machine: RegisteredResource): readonly string[] {
  const path = "storageProfile.osDisk.managedDisk.diskEncryptionSet.id";
  return textAt(machine, path) === undefined ? [`${path} is not set`] : [];
}

/** `https://kv-name.vault.azure.net` of a vault that this stack does not make. */
function strangeVault(
  uri: string | undefined,
  resources: readonly RegisteredResource[],
): readonly string[] {
  if (uri === undefined) return [];
  const own = ofType(resources, "keyvault:Vault").flatMap(({ id }) =>
    id === undefined ? [] : parseArmId(id).names.slice(-1),
  );
  return own.some((name) => uri.toLowerCase().startsWith(`https://${name.toLowerCase()}.`))
    ? []
    : [`its key is in ${uri}, which is not this firm's vault`];
}
