import { stableGuid } from "../../../azure/guid";
import { isArray, isJsonObject } from "../../values/property";
import { tenantId } from "../tenant";
import type { Computation } from "../world";

/** The principal Azure makes for a resource that asks for an identity of its own. */
export const systemIdentity: Computation = ({ resources }, { wish }) => {
  const identity = wish.body["identity"];
  if (!isJsonObject(identity)) return {};
  const type = typeof identity["type"] === "string" ? identity["type"] : "";
  const assigned = identity["userAssignedIdentities"];
  const ids = isArray(assigned) ? assigned.filter((id) => typeof id === "string") : [];
  return {
    body: {
      identity: {
        ...(/SystemAssigned/i.test(type) && {
          principalId: principalOf(wish.id),
          tenantId,
        }),
        ...(ids.length > 0 && {
          // Asked for as a list of ids, answered as a map from id to principal.
          userAssignedIdentities: Object.fromEntries(
            ids.map((id) => [
              id,
              {
                principalId: resources.get(id)?.body["principalId"] ?? principalOf(id),
                clientId: resources.get(id)?.body["clientId"] ?? clientOf(id),
              },
            ]),
          ),
        }),
      },
    },
  };
};

export const userAssignedIdentity: Computation = (_world, { wish }) => ({
  body: { principalId: principalOf(wish.id), clientId: clientOf(wish.id), tenantId },
});

function principalOf(id: string): string {
  return stableGuid("embedded Azure", "principal", id.toLowerCase());
}

function clientOf(id: string): string {
  return stableGuid("embedded Azure", "client", id.toLowerCase());
}
