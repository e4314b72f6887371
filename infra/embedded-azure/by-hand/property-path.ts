import type { Json, JsonObject } from "../values/property";
import { isArray, isJsonObject } from "../values/property";
import { Refusal } from "../values/refusal";

/** A property's name, or a place in a list. */
export type Step = string | number;

/**
 * Reads a path as a property is written in a program: `tags.owner`, `rules[0].name`,
 * `tags["cost.centre"]`.
 *
 * @throws {Refusal} when it is none.
 */
export function parsePath(text: string): readonly Step[] {
  const steps: Step[] = [];
  const step = /\.?([\w$-]+)|\[(\d+)\]|\["([^"]+)"\]/y;
  while (step.lastIndex < text.length) {
    const found = step.exec(text);
    if (found === null) throw new Refusal(`${text} is no path of a property, e.g. tags.owner`);
    const [, name, place, quoted] = found;
    steps.push(place === undefined ? (name ?? quoted ?? "") : Number(place));
  }
  if (typeof steps[0] !== "string" || text.startsWith("."))
    throw new Refusal(`${text} is no path of a property, e.g. tags.owner`);
  return steps;
}

/** A path in one spelling, that of `usesIn`. */
export function formatPath(steps: readonly Step[]): string {
  return steps
    .map((step, index) =>
      typeof step === "number" ? `[${step}]` : `${index > 0 ? "." : ""}${step}`,
    )
    .join("");
}

/**
 * The object with another value at a path; without it when the value is null. Objects on the way are
 * made, elements of lists are not: they must be there, or be the next one.
 *
 * @throws {Refusal} when the path leads through something that is neither.
 */
export function withValue(object: JsonObject, steps: readonly Step[], value: Json): JsonObject {
  const changed = changedAt(object, steps, value, "");
  return isJsonObject(changed) ? changed : {};
}

function changedAt(
  at: Json | undefined,
  [step, ...rest]: readonly Step[],
  value: Json,
  path: string,
): Json {
  if (step === undefined) return value;
  const inner = formatPath(path === "" ? [step] : [path, step]);
  if (typeof step === "number") {
    const list = at ?? [];
    if (!isArray<Json>(list) || step > list.length)
      throw new Refusal(
        `there is no ${inner}: ${path} has ${isArray(list) ? list.length : "no"} elements`,
      );
    if (rest.length === 0 && value === null) return list.filter((_, index) => index !== step);
    const element = changedAt(list[step], rest, value, inner);
    return [...list.slice(0, step), element, ...list.slice(step + 1)];
  }
  const object = at ?? {};
  if (!isJsonObject(object)) throw new Refusal(`there is no ${inner}: ${path} has no properties`);
  if (rest.length > 0 || value !== null)
    return { ...object, [step]: changedAt(object[step], rest, value, inner) };
  const { [step]: _removed, ...others } = object;
  return others;
}
