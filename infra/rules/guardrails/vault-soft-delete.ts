import { inputAt, mustBe } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const vaultSoftDelete: Guardrail = {
  id: "vault-soft-delete",
  what: "deleted backups stay for 14 days at least, and nobody can switch that off",
  why: "who breaks in deletes the backups first",
  severity: "error",
  source: "Azure review checklists, vaults: 19db6128; row A11",
  remedy: "set softDeleteState to AlwaysON and softDeleteRetentionPeriodInDays to 14 or more",
  check: eachOf(["recoveryservices:Vault"], (vault) => {
    const settings = "properties.securitySettings.softDeleteSettings";
    const days = inputAt(vault, `${settings}.softDeleteRetentionPeriodInDays`);
    return [
      ...mustBe(vault, `${settings}.softDeleteState`, "AlwaysON"),
      ...(typeof days === "number" && days < 14
        ? [`${settings}.softDeleteRetentionPeriodInDays is ${days}`]
        : []),
    ];
  }),
};
