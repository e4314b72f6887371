import { stableGuid } from "../../../azure/guid";
import type { Json, JsonObject } from "../../values/property";
import { textOf } from "../../values/json";
import { isArray, isJsonObject } from "../../values/property";
import { plainLocation } from "../rules/immutable";
import type { Computation } from "../world";

/** What nearly every resource answers: its name, type, place, state, and a mark of its content. */
export const common: Computation = (_world, { wish, parts, name }) => {
  const { location } = wish.body;
  return {
    body: {
      ...(wish.body["name"] === undefined && { name }),
      ...(wish.body["type"] === undefined && { type: parts.type }),
      ...(typeof location === "string" && { location: plainLocation(location) }),
      ...(wish.body["etag"] === undefined && {
        etag: `W/"${stableGuid("etag", wish.id, JSON.stringify(wish.body))}"`,
      }),
      provisioningState: "Succeeded",
    },
  };
};

/** The parts of a network resource that have names have ids too. */
export const networkParts: Computation = (_world, { wish }) => ({
  body: Object.fromEntries(
    Object.entries(wish.body)
      .filter((entry): entry is [string, readonly JsonObject[]] => isPartList(entry[1]))
      .map(([collection, parts]) => [
        collection,
        parts.map(({ name }) => ({ id: `${wish.id}/${collection}/${textOf(name)}` })),
      ]),
  ),
});

function isPartList(value: Json): boolean {
  return (
    isArray(value) &&
    value.length > 0 &&
    value.every((part) => isJsonObject(part) && typeof part["name"] === "string")
  );
}
