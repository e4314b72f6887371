import { classFile, textOf } from "./class-file";
import type { Members } from "./shape";
import { parseMembers } from "./shape";

/** The types of a class's inputs and outputs. */
export interface ClassShape {
  readonly inputs: Members;
  readonly outputs: Members;
}

const shapes = new Map<string, ClassShape>();

/** Reads the declared types of a class; without any members when the SDK has no such class. */
export function classShape(token: string): ClassShape {
  const known = shapes.get(token);
  if (known !== undefined) return known;
  const file = classFile(token);
  const text = file === undefined ? "" : textOf(`${file}.d.ts`);
  const [classText = "", argumentsText = ""] = text.split(/^export interface \w+Args \{$/m, 2);
  const shape = {
    // Of the class itself only the properties are `readonly x: pulumi.Output<…>`.
    outputs: parseMembers(
      classText.slice(Math.max(0, classText.indexOf("isInstance("))).replace(/^.*$/m, ""),
    ),
    inputs: parseMembers(argumentsText.split(/^\}$/m, 1)[0] ?? ""),
  };
  shapes.set(token, shape);
  return shape;
}
