import { keyOf } from "../../store/resources";
import { textOf } from "../../values/json";
import type { Json } from "../../values/property";
import { isArray } from "../../values/property";
import { objectsIn } from "../outputs/network";
import { plainLocation } from "../rules/immutable";
import { caller } from "../tenant";
import type { Change } from "../world";

/**
 * Whether an assignment, or an exemption, is for a resource: one of its `resourceSelectors` with all of
 * its selectors, or it has none.
 * https://learn.microsoft.com/azure/governance/policy/concepts/assignment-structure#resource-selectors
 */
export function isSelected(resourceSelectors: Json | undefined, change: Change): boolean {
  const all = objectsIn(resourceSelectors);
  return (
    all.length === 0 ||
    all.some(({ selectors }) =>
      objectsIn(selectors).every(({ kind, in: among, notIn }) => {
        const values = valuesOf(textOf(kind), change);
        return (
          (among === undefined || values.some((value) => isIn(among, value))) &&
          (notIn === undefined || !values.some((value) => isIn(notIn, value)))
        );
      }),
    )
  );
}

/** What of a request a selector looks at. */
function valuesOf(kind: string, { wish, parts }: Change): readonly string[] {
  const location = textOf(wish.body["location"]);
  switch (kind) {
    case "resourceLocation":
      return location === "" ? [] : [plainLocation(location)];
    case "resourceType":
      return [parts.type];
    case "resourceWithoutLocation":
      return location === "" ? ["subscriptionLevelResources"] : [];
    case "userPrincipalId":
      return [caller.objectId];
    default: // groupPrincipalId: nobody knows here which groups the caller is in.
      return [];
  }
}

function isIn(list: Json, value: string): boolean {
  return (
    isArray<Json>(list) && list.some((each) => keyOf(plainLocation(textOf(each))) === keyOf(value))
  );
}
