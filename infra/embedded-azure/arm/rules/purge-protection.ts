import { keyOf } from "../../store/resources";
import { valueAt } from "../../values/property";
import { ArmError } from "../error";
import type { Rule } from "../world";

/**
 * Purge protection is switched on and never off, and Azure takes no `false` even for a new vault:
 * https://github.com/Azure/azure-cli/issues/29115
 */
export const keepsPurgeProtection: Rule = (_world, { wish, parts }) => {
  if (keyOf(parts.type) !== "microsoft.keyvault/vaults") return;
  if (valueAt(wish.body, "properties.enablePurgeProtection") === false)
    throw new ArmError(
      400,
      "BadRequest",
      `The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.`,
    );
};
