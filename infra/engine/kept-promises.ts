import { isRecord } from "../resources/property-values";
import type { RegisteredResource } from "../resources/registered";
import type { Deployment, StateResource } from "./state";

/** Something that was promised to be kept, and is to be kept less firmly or less long. */
export interface BrokenPromise {
  readonly urn: string;
  /** `its lock cannot be undone`. */
  readonly why: string;
}

const archivePolicy = "azure-native:storage:BlobContainerImmutabilityPolicy";
const vault = "azure-native:recoveryservices:Vault";
const backupPolicy = "azure-native:recoveryservices:ProtectionPolicy";
const period = "immutabilityPeriodSinceCreationInDays";

/**
 * What Azure would refuse once a deployment came to it: a locked policy of an archive that is shortened, a locked vault
 * that is unlocked, backups of an immutable vault that are kept for less long. A preview does not ask Azure.
 * https://learn.microsoft.com/azure/storage/blobs/immutable-time-based-retention-policy-overview ,
 * https://learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept
 */
export function brokenPromises(
  { resources }: Deployment,
  registered: readonly RegisteredResource[],
): readonly BrokenPromise[] {
  const byUrn = new Map(registered.map((one) => [one.urn, one]));
  const immutable = resources.some(
    (one) =>
      one.type === vault && stateOf(byUrn.get(one.urn)?.inputs) !== "Disabled" && isImmutable(one),
  );
  return resources.flatMap((before) => {
    const after = byUrn.get(before.urn);
    if (after === undefined) return [];
    const why = whyBroken(before, after, immutable);
    return why === undefined ? [] : [{ urn: before.urn, why }];
  });
}

function whyBroken(
  before: StateResource,
  after: RegisteredResource,
  immutable: boolean,
): string | undefined {
  switch (before.type) {
    case archivePolicy: {
      const [was, becomes] = [Number(before.outputs?.[period]), Number(after.inputs[period])];
      return before.outputs?.["state"] === "Locked" && becomes < was
        ? `its policy is locked at ${was} days, and cannot become ${becomes}`
        : undefined;
    }
    case vault:
      return stateOf(before.outputs ?? before.inputs) === "Locked" &&
        stateOf(after.inputs) !== "Locked"
        ? "its immutability is locked, which nobody can undo: write immutability: locked"
        : undefined;
    case backupPolicy: {
      if (!immutable) return undefined;
      const kept = new Map(counts(after.inputs["properties"]));
      const shorter = [...counts(before.inputs?.["properties"])].find(
        ([path, count]) => (kept.get(path) ?? 0) < count,
      );
      return shorter === undefined
        ? undefined
        : `its vault is immutable, so what is kept for ${shorter[1]} ${shorter[0].split(" ")[1] ?? ""} cannot be kept for ${kept.get(shorter[0]) ?? 0}`;
    }
    default:
      return undefined;
  }
}

function isImmutable({ outputs, inputs }: StateResource): boolean {
  const state = stateOf(outputs ?? inputs);
  return state === "Locked" || state === "Unlocked";
}

/** Immutability of a vault: `Locked`, `Unlocked`, `Disabled`. */
function stateOf(values: Readonly<Record<string, unknown>> | undefined): unknown {
  return ["properties", "securitySettings", "immutabilitySettings", "state"].reduce<unknown>(
    (value, key) => (isRecord(value) ? value[key] : undefined),
    values,
  );
}

/** Every retention in a policy, by its place and unit: `.dailySchedule.retentionDuration Days`. */
function* counts(value: unknown, path = ""): Generator<readonly [string, number]> {
  if (!isRecord(value)) return;
  const { count, durationType } = value;
  if (typeof count === "number" && typeof durationType === "string")
    yield [`${path} ${durationType}`, count];
  for (const [key, inner] of Object.entries(value)) yield* counts(inner, `${path}.${key}`);
}
