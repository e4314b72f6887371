import { regionFacts, regions as allRegions, type Region } from "../../azure/regions";
import { UNKNOWN } from "../../resources/registered";
import { inputAt } from "../inputs";
import type { Guardrail } from "../model";

export const regions: Guardrail = {
  id: "regions",
  what: "everything is in a region that the provider allows; descriptions of desktops may be in the one Azure keeps for it",
  why: "firms' contracts say where their data are",
  severity: "error",
  source: "row A38 (data residency); Azure review checklists, AVD: 42e52f47, bad37ead",
  remedy:
    "write another region, or add it to cabinet:allowedRegions, if the firms' contracts allow it",
  check: {
    of: "stack",
    breaches: (resources, { allowedRegions }) => {
      const allowed = allowedRegions.filter((name): name is Region => isRegion(name));
      const descriptions = allowed.map((name) => regionFacts[name].desktopMetadata);
      return resources.flatMap((resource) => {
        const location = inputAt(resource, "location");
        if (typeof location !== "string" || ["global", UNKNOWN].includes(location)) return [];
        const near: readonly string[] = resource.type.startsWith(
          "azure-native:desktopvirtualization:",
        )
          ? [...allowedRegions, ...descriptions]
          : allowedRegions;
        return near.includes(location.toLowerCase().replaceAll(" ", ""))
          ? []
          : [{ resource, met: `location is ${location}` }];
      });
    },
  },
};

function isRegion(name: string): name is Region {
  return allRegions.some((region) => region === name);
}
