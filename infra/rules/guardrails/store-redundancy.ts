import { regionFacts, regions } from "../../azure/regions";
import { inputAt, textAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const storeRedundancy: Guardrail = {
  id: "store-redundancy",
  what: "accounts keep their copies in several data centres, where the region has them",
  why: "a fire in one data centre, as at Strasbourg in 2021, must not take the only copies",
  severity: "error",
  source: "Azure review checklists, storage: e05bbe20, AVD: 10d4e875",
  remedy: "use a sku that ends in ZRS, GZRS or GRS",
  check: eachOf(["storage:StorageAccount", "compute:Disk"], (store) => {
    const location = textAt(store, "location");
    const region = regions.find((name) => name === location);
    const sku = inputAt(store, "sku.name");
    return region !== undefined && regionFacts[region].zones && String(sku).endsWith("_LRS")
      ? `sku.name is ${JSON.stringify(sku)}`
      : undefined;
  }),
};
