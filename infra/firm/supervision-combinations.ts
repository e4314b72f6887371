import type { Fault } from "../document/fault";
import { faultAt } from "../document/source-document";
import { arcGroupId } from "./arc-groups";
import type { Combination } from "./combination";

/**
 * Machines of Azure Arc are in the office's own resource group: rights on a group are rights on what is in it, and on
 * a domain controller those are rights on the whole domain.
 */
export function supervisionFaults({ document, firm, rules }: Combination): readonly Fault[] {
  return firm.sites.flatMap((site) => {
    const { key, supervision, machines } = site;
    if (supervision.kind === "agentless") return [];
    const group = arcGroupId(rules.environment, firm, site);
    return supervision.machines.flatMap(({ role, id }) => {
      const name = machines.find((machine) => machine.role === role)?.name ?? "";
      const own = `${group}/providers/Microsoft.HybridCompute/machines/${name}`;
      if (id.toLowerCase() === own.toLowerCase()) return [];
      return [
        faultAt(document, ["sites", key, "arc", "machines", role], {
          allowed: `the id of ${name} in ${group.slice(group.lastIndexOf("/") + 1)}, a resource group that holds these machines alone: who has rights in Azure on a controller has them on the domain`,
          remedy: `onboard ${name} into that group, and write ${own}`,
        }),
      ];
    });
  });
}
