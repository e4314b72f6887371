import { isIdOf, isInside, ofType, breachesOf } from "../inputs";
import { together, type Guardrail } from "../model";
import { parseArmId } from "../../azure/arm-ids";

export const archiveLock: Guardrail = {
  id: "archive-lock",
  what: "what an archive holds cannot be changed before its time",
  why: "books kept for the tax authorities are proof only while nobody could have changed them",
  severity: "error",
  source: "Azure review checklists, storage: 6f4389a8; Code de commerce L123-22, LPF L102 B",
  remedy: "give the container a BlobContainerImmutabilityPolicy",
  check: together((resources) => {
    const policies = ofType(resources, "storage:BlobContainerImmutabilityPolicy");
    const archives = ofType(resources, "storage:StorageAccount").filter(({ id }) =>
      policies.some((policy) => id !== undefined && isInside(policy.id, id)),
    );
    const containers = ofType(resources, "storage:BlobContainer").filter((container) =>
      archives.some(({ id }) => id !== undefined && isInside(container.id, id)),
    );
    const held = policies.map(({ id }) => id && parseArmId(id).parentId);
    return breachesOf(containers, (container) =>
      held.some((id) => isIdOf(id, container)) ? [] : ["its content can be changed and deleted"],
    );
  }),
};
