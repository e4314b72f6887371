import { mustBe } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const vaultImmutability: Guardrail = {
  id: "vault-immutability",
  what: "recovery points cannot be removed before their time, unless the firm is leaving",
  why: "a ransom is paid where the attacker could shorten the retention of the backups",
  severity: "error",
  source: "Azure review checklists, vaults: 437b1736; row A11 (immutability at least enabled)",
  remedy: "set immutabilitySettings.state to Unlocked, or to Locked, which cannot be undone",
  check: eachOf(["recoveryservices:Vault"], (vault, { leaving }) =>
    leaving
      ? []
      : mustBe(
          vault,
          "properties.securitySettings.immutabilitySettings.state",
          "Unlocked",
          "Locked",
        ),
  ),
};
