import { azureName } from "../azure/names";
import type { Fault } from "../document/fault";
import { faultAt } from "../document/source-document";
import type { Combination } from "./combination";

/**
 * Machines of Azure Arc are in the office's own resource group: rights on a group are rights on what is in it, and on
 * a domain controller those are rights on the whole domain.
 */
export function supervisionFaults({ document, firm, rules }: Combination): readonly Fault[] {
  const ids = new Set<string>();
  return firm.sites.flatMap(({ key, supervision, machines }) => {
    if (supervision.kind === "agentless") return [];
    const owner = {
      environment: rules.environment,
      firm: firm.key,
      site: key,
      subscription: firm.subscription,
    };
    const group = azureName("resourceGroup", owner, "arc");
    return supervision.machines.flatMap(({ role, id }) => {
      const name = machines.find((machine) => machine.role === role)?.name ?? "";
      const own = `/subscriptions/${firm.subscription}/resourceGroups/${group}/providers/Microsoft.HybridCompute/machines/${name}`;
      const twice = ids.has(id.toLowerCase());
      ids.add(id.toLowerCase());
      if (!twice && id.toLowerCase() === own.toLowerCase()) return [];
      return [
        faultAt(document, ["sites", key, "arc", "machines", role], {
          allowed: `the id of ${name} in ${group}, a resource group that holds these machines alone: who has rights in Azure on a controller has them on the domain`,
          remedy: `onboard ${name} into that group, and write ${own}`,
        }),
      ];
    });
  });
}
