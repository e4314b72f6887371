import { createHash } from "node:crypto";

import type { Property } from "../../values/property";
import type { CheckRequest } from "../provider";

/** Input by which azure-native remembers that a name is its own, so that a replacement may stand beside. */
export const createBeforeDelete = "__createBeforeDelete";

/** Classes named by a GUID: https://github.com/pulumi/pulumi-azure-native, `AutoNameUuid`. */
const namedByGuid = /^azure-native:authorization:(RoleAssignment|RoleDefinition)$/;

interface AutomaticName {
  readonly name: Property;
  readonly isRandom: boolean;
}

/** The name for a resource whose program gives none: the one it has, else a new one. */
export function automaticName(
  { token, name, olds, seed, autonaming }: CheckRequest,
  nameInput: string,
): AutomaticName | undefined {
  const before = olds[nameInput];
  if (before !== undefined) return { name: before, isRandom: olds[createBeforeDelete] === true };
  const isGuid = namedByGuid.test(token);
  switch (autonaming?.mode) {
    case "disable":
      return undefined;
    case "enforce":
      return { name: autonaming.name, isRandom: true };
    case "propose":
      if (!isGuid) return { name: autonaming.name, isRandom: true };
      break;
    case undefined:
  }
  return isGuid
    ? { name: guidOf(randomHex(seed, "", 32)), isRandom: true }
    : { name: `${name}${randomHex(seed, name, 8)}`, isRandom: true };
}

/** Digits that are always the same for the same seed. */
function randomHex(seed: Uint8Array, prefix: string, digits: number): string {
  return createHash("sha256").update(seed).update(prefix).digest("hex").slice(0, digits);
}

function guidOf(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
