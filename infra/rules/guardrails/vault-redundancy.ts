import { regionFacts, regions } from "../../azure/regions";
import { mustBe, textAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const vaultRedundancy: Guardrail = {
  id: "vault-redundancy",
  what: "backups are kept in several data centres, where the region has them; that is said when the vault is made",
  why: "after the first backup the choice cannot be changed any more",
  severity: "error",
  source: "Azure review checklists, vaults: 4798b158",
  remedy: "set standardTierStorageRedundancy to ZoneRedundant or GeoRedundant",
  check: eachOf(["recoveryservices:Vault"], (vault) => {
    const region = regions.find((name) => name === textAt(vault, "location"));
    const local = region !== undefined && !regionFacts[region].zones ? ["LocallyRedundant"] : [];
    return mustBe(
      vault,
      "properties.redundancySettings.standardTierStorageRedundancy",
      "ZoneRedundant",
      "GeoRedundant",
      ...local,
    );
  }),
};
