import type { Property, PropertyObject } from "../values/property";
import { Special, Unknown, hasUnknown, isArray, isObject, revealed } from "../values/property";
import type { Change } from "./provider";

/** Which properties force a new resource, e.g. `subnet`, `sku.name`, `ipConfigurations[].name`. */
export type ReplaceKeys = (key: string) => boolean;

/**
 * Compares inputs as azure-native does: property by property, at any depth, arrays by position. What
 * is not known yet counts as changed, what is merely secret does not.
 *
 * @returns the changes by path, e.g. `ipConfigurations[0].subnet.id`.
 */
export function difference(
  olds: PropertyObject,
  news: PropertyObject,
  replaces: ReplaceKeys,
): ReadonlyMap<string, Change> {
  return new Map(objectChanges(olds, news, "", "", replaces, false));
}

/** Leaves out changes the program asked to ignore: a path, or everything below it; `[*]` is any element. */
export function withoutIgnored(
  changes: ReadonlyMap<string, Change>,
  ignored: readonly string[],
): ReadonlyMap<string, Change> {
  const patterns = ignored.map(patternOf);
  return new Map([...changes].filter(([path]) => !patterns.some((pattern) => pattern.test(path))));
}

/** Whether two values are the same, secret or not; what is not known equals nothing. */
export function equal(a: Property | undefined, b: Property | undefined): boolean {
  const [left, right] = [revealed(a), revealed(b)];
  if (left instanceof Unknown || right instanceof Unknown) return false;
  if (left instanceof Special || right instanceof Special)
    return left instanceof Special && right instanceof Special && equal(left.fields, right.fields);
  if (isArray(left) && isArray(right))
    return left.length === right.length && left.every((item, index) => equal(item, right[index]));
  if (isObject(left) && isObject(right)) {
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...keys].every((key) => equal(left[key], right[key]));
  }
  return left === right;
}

type Changes = Generator<readonly [string, Change]>;

function* objectChanges(
  olds: PropertyObject,
  news: PropertyObject,
  path: string,
  key: string,
  replaces: ReplaceKeys,
  inherited: boolean,
): Changes {
  for (const name of new Set([...Object.keys(olds), ...Object.keys(news)])) {
    const [before, after] = [olds[name] ?? undefined, news[name] ?? undefined];
    const innerPath = join(path, name);
    const innerKey = join(key, name);
    const forced = inherited || replaces(innerKey);
    if (after === undefined && before === undefined) continue;
    if (after === undefined) yield [innerPath, { kind: "delete", replaces: forced }];
    else if (before === undefined) yield [innerPath, { kind: "add", replaces: forced }];
    else yield* valueChanges(before, after, innerPath, innerKey, replaces, forced);
  }
}

function* valueChanges(
  before: Property,
  after: Property,
  path: string,
  key: string,
  replaces: ReplaceKeys,
  forced: boolean,
): Changes {
  const [left, right] = [revealed(before) ?? null, revealed(after) ?? null];
  if (isObject(left) && isObject(right)) {
    yield* objectChanges(left, right, path, key, replaces, forced);
    return;
  }
  if (isArray(left) && isArray(right)) {
    yield* arrayChanges(left, right, path, key, replaces, forced);
    return;
  }
  if (!equal(left, right) || hasUnknown(right)) yield [path, { kind: "update", replaces: forced }];
}

function* arrayChanges(
  olds: readonly Property[],
  news: readonly Property[],
  path: string,
  key: string,
  replaces: ReplaceKeys,
  forced: boolean,
): Changes {
  for (let index = 0; index < Math.max(olds.length, news.length); index++) {
    const inner = `${path}[${index}]`;
    const [before, after] = [olds[index], news[index]];
    if (before === undefined) yield [inner, { kind: "add", replaces: forced }];
    else if (after === undefined) yield [inner, { kind: "delete", replaces: forced }];
    else yield* valueChanges(before, after, inner, `${key}[]`, replaces, forced);
  }
}

/** The engine's way to write a path: names that are no plain words stand quoted in brackets. */
function join(path: string, name: string): string {
  if (!/^[\w$-]+$/.test(name)) return `${path}["${name.replaceAll('"', String.raw`\"`)}"]`;
  return path === "" ? name : `${path}.${name}`;
}

function patternOf(path: string): RegExp {
  const escaped = path.replaceAll(/[\\^$.|?+(){}[\]]/g, String.raw`\$&`);
  const starred = escaped
    .replaceAll(String.raw`\[*\]`, String.raw`\[[^\]]+\]`)
    .replaceAll("*", "[^.]*");
  return new RegExp(String.raw`^${starred}(?:$|[.[])`);
}
