import { together, type Guardrail } from "../model";

export const uniqueNames: Guardrail = {
  id: "unique-names",
  what: "no two resources are the same one in Azure",
  why: "each run would make it what the one says and then what the other says, and removing either removes both",
  severity: "error",
  source: "learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
  remedy: "name one of the two otherwise",
  check: together((resources) => {
    const first = new Map<string, string>();
    return resources.flatMap((resource) => {
      if (!resource.custom || resource.id?.startsWith("/subscriptions/") !== true) return [];
      const id = resource.id.toLowerCase();
      const other = first.get(id);
      if (other === undefined) first.set(id, resource.name);
      return other === undefined ? [] : [{ resource, met: `it is the same as ${other}` }];
    });
  }),
};
