import type { CaseFact, PlainResource } from "../case-facts";
import { asBag } from "../attributes";
import { machineResource } from "./machines";
import { attributesOf, resource, subject, type Translation, usageOfCase } from "./translation";

const protectedKind = "azurerm_backup_protected_vm.";

/** A vault's case holds the machines it protects; those are cases of the same origin. */
export function vault(fact: CaseFact, all: readonly CaseFact[]): Translation {
  const attributes = attributesOf(fact);
  const items = [...new Set(fact.components.flatMap(({ path }) => path.slice(0, 1)))].map(itemName);
  const machines = items.flatMap((item): readonly PlainResource[] => {
    const origin = fact.id.split("::")[0];
    const machine = all.find(({ id }) => id === `${origin}::azurerm_virtual_machine.${item}`);
    return machine === undefined ? [] : [machineResource(machine, item)];
  });
  const said = Object.entries(fact.usage).find(([key]) => key.startsWith(protectedKind));
  return {
    resources: [
      resource("recoveryservices:Vault", {
        location: fact.region,
        sku: { name: attributes.text("sku") },
        properties: {
          redundancySettings: {
            standardTierStorageRedundancy: attributes.text("storage_mode_type"),
            crossRegionRestore:
              attributes.flag("cross_region_restore_enabled") === true ? "Enabled" : "Disabled",
          },
        },
      }),
      ...items.map((item) =>
        resource(
          "recoveryservices:ProtectedItem",
          {
            vaultName: subject,
            properties: {
              protectedItemType: "Microsoft.Compute/virtualMachines",
              sourceResourceId: item,
            },
          },
          `protected-${item}`,
        ),
      ),
      ...machines.map((machine) => ({ ...machine, inputs: { ...machine.inputs } })),
    ],
    usage:
      said === undefined ? {} : { [`protected-${itemName(said[0])}`]: usageOfCase(asBag(said[1])) },
    place: ({ path: [item = ""], name }) => ({
      resource: `protected-${itemName(item)}`,
      slot: name.startsWith("Instance backup") ? "instance" : "data",
    }),
  };
}

/** `azurerm_backup_protected_vm.large["policy"]` protects the machine `large`. */
function itemName(address: string): string {
  return address.replace(protectedKind, "").replace(/\[.*$/, "");
}
