import { isDeepStrictEqual } from "node:util";
import { isRecord } from "../../infra/resources/property-values";
import type { RegisteredResource } from "../../infra/resources/registered";

/** What a deployment of the second list would do to what the first has made. */
export interface Difference {
  /** Logical names, in order. */
  readonly created: readonly string[];
  readonly removed: readonly string[];
  /** Paths of the properties that change, by logical name; what a resource ignores is left out. */
  readonly changed: Readonly<Record<string, readonly string[]>>;
}

/** Compares two recordings of one stack, resource by resource; components tell nothing and are left out. */
export function difference(
  before: readonly RegisteredResource[],
  after: readonly RegisteredResource[],
): Difference {
  const old = byUrn(before);
  const young = byUrn(after);
  const changes = [...young].flatMap(([urn, now]) => {
    const was = old.get(urn);
    if (was === undefined) return [];
    const paths = changedPaths(was.inputs, now.inputs).filter(
      (path) => !now.ignoreChanges.some((ignored) => isWithin(path, ignored)),
    );
    return paths.length === 0 ? [] : [[now.name, paths] as const];
  });
  return {
    created: missing(young, old),
    removed: missing(old, young),
    changed: Object.fromEntries(changes.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

type ByUrn = ReadonlyMap<string, RegisteredResource>;

function byUrn(resources: readonly RegisteredResource[]): ByUrn {
  return new Map(
    resources.filter(({ custom }) => custom).map((resource) => [resource.urn, resource]),
  );
}

function missing(from: ByUrn, other: ByUrn): readonly string[] {
  return [...from]
    .flatMap(([urn, { name }]) => (other.has(urn) ? [] : [name]))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

/** Down to single properties; of lists, whose items have no names, the whole list. */
function changedPaths(was: unknown, now: unknown, path = ""): readonly string[] {
  if (isDeepStrictEqual(was, now)) return [];
  if (!isRecord(was) || !isRecord(now)) return [path];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(now)])];
  return keys.flatMap((key) =>
    changedPaths(was[key], now[key], path === "" ? key : `${path}.${key}`),
  );
}

function isWithin(path: string, ignored: string): boolean {
  return path === ignored || path.startsWith(`${ignored}.`);
}
