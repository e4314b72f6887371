import type { Members, Shape } from "../sdk/shape";
import { classShape } from "../sdk/class-shape";
import { isListed, listedFor } from "../packages/native/enumerations";
import { nearest } from "../packages/native/nearest";
import { candidates } from "../packages/native/shaping";
import { parseJson } from "../values/json";
import type { Json } from "../values/property";
import { Refusal } from "../values/refusal";
import type { Step } from "./property-path";
import { formatPath } from "./property-path";

/**
 * The value a text means at a path of a class's resource: text where the class has text, else JSON.
 * `null` is always null.
 *
 * @throws {Refusal} when the class has no such property, or the property no such value.
 */
export function typedValue(token: string, steps: readonly Step[], text: string): Json {
  const { inputs, outputs } = classShape(token);
  // A class the SDK does not have may hold anything.
  const isKnown = outputs.size > 0;
  const shape: Shape = isKnown ? shapeAt(new Map([...outputs, ...inputs]), steps) : { kind: "any" };
  if (text === "null") return null;
  const path = formatPath(steps);
  switch (shape.kind) {
    case "text":
      return text;
    case "literal":
    case "enumeration": {
      const listed = listedFor(shape);
      if (listed !== undefined && !isListed(listed, text))
        throw new Refusal(`${path} cannot be ${text}: it is one of ${listed.values.join(", ")}`);
      return text;
    }
    case "number":
    case "boolean": {
      const value = jsonIn(text);
      if (typeof value !== shape.kind)
        throw new Refusal(`${path} cannot be ${text}: it is a ${shape.kind}`);
      return value ?? null;
    }
    case "list":
    case "map":
    case "object": {
      const value = jsonIn(text);
      const isList = Array.isArray(value);
      if (typeof value !== "object" || isList !== (shape.kind === "list"))
        throw new Refusal(
          `${path} cannot be ${text}: it is ${shape.kind === "list" ? 'a list, ["a", "b"]' : 'an object, {"a": "b"}'}`,
        );
      return value;
    }
    case "any":
      return jsonIn(text) ?? text;
  }
}

function shapeAt(members: Members, steps: readonly Step[]): Shape {
  let shape: Shape | undefined;
  let inside: readonly Members[] = [members];
  for (const [index, step] of steps.entries()) {
    const where = formatPath(steps.slice(0, index + 1));
    if (shape?.kind === "any") return shape;
    if (shape?.kind === "map") shape = shape.of;
    else if (typeof step === "number") {
      if (shape?.kind !== "list") throw new Refusal(`there is no ${where}: it is no list`);
      shape = shape.of;
    } else {
      const known = inside.find((each) => each.has(step))?.get(step);
      if (known === undefined) {
        const near = nearest(
          step,
          inside.flatMap((each) => [...each.keys()]),
        );
        throw new Refusal(
          `there is no ${where}${near === undefined ? "" : `, did you mean ${near}?`}`,
        );
      }
      shape = known.shape;
    }
    inside =
      shape.kind === "object"
        ? [...candidates("output", shape.types), ...candidates("input", shape.types)]
        : [];
  }
  return shape ?? { kind: "any" };
}

function jsonIn(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
