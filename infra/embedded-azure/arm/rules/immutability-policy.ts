import { keyOf } from "../../store/resources";
import type { Resource } from "../../store/resources";
import type { JsonObject } from "../../values/property";
import { ArmError } from "../error";
import type { Computation, Rule } from "../world";

// https://learn.microsoft.com/azure/storage/blobs/immutable-time-based-retention-policy-overview:
// an unlocked policy can be changed and deleted; a locked one cannot be unlocked, deleted or shortened.

// Its code for the refusal is not documented; the one here stands for it.

const policyType = "microsoft.storage/storageaccounts/blobservices/containers/immutabilitypolicies";
const period = "immutabilityPeriodSinceCreationInDays";

/** A policy is unlocked until somebody locks it, and changing it does not unlock it. */
export const immutabilityState: Computation = (_world, { wish, previous }) => ({
  body: { state: wish.body["state"] ?? previous?.body["state"] ?? "Unlocked" },
});

/** A locked policy is neither unlocked nor shortened. */
export const keepsLockedPolicies: Rule = (_world, { wish, parts, previous }) => {
  if (keyOf(parts.type) !== policyType || previous === undefined || !isLocked(previous)) return;
  const { state = "Locked" } = wish.body;
  if (state !== "Locked") throw locked(previous.id, "be unlocked");
  if (daysIn(wish.body) < daysIn(previous.body)) throw locked(previous.id, "be shortened");
};

/** Refuses to delete a locked policy, and whatever it would go along with. */
export function refuseLockedPolicies(going: readonly Resource[]): void {
  for (const resource of going)
    if (keyOf(resource.type) === policyType && isLocked(resource))
      throw locked(resource.id, "be deleted");
}

function isLocked({ body }: Resource): boolean {
  return body["state"] === "Locked";
}

function daysIn(body: JsonObject): number {
  return Number(body[period] ?? 0);
}

function locked(id: string, what: string): ArmError {
  return new ArmError(
    409,
    "ContainerImmutabilityPolicyFailure",
    `The immutability policy ${id} is locked and cannot ${what}.`,
  );
}
