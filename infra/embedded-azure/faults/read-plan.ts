import { readFileSync } from "node:fs";

import { LineCounter, isNode, parseDocument } from "yaml";
import type { Document } from "yaml";
import type { z } from "zod";

import { Refusal, messageOf } from "../values/refusal";
import type { FaultPlan } from "./plan";
import { faultPlan } from "./plan";

/**
 * Reads a plan of faults, YAML or JSON.
 *
 * @throws {Refusal} with every mistake in the file, one a line, each with its place.
 */
export function readFaultPlan(file: string): FaultPlan {
  const lines = new LineCounter();
  const document = parseDocument(textOf(file), { lineCounter: lines });
  const [first] = document.errors;
  if (first !== undefined)
    throw new Refusal(`${file}:${placeOf(lines, first.pos[0])}: ${first.message}`);
  const parsed = faultPlan.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  throw new Refusal(
    parsed.error.issues
      .map((issue) => {
        const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
        const what = path.length === 0 ? "" : `${path.join(".")}: `;
        return `${file}:${placeOf(lines, startOf(document, path))}: ${what}${explained(issue)}`;
      })
      .join("\n"),
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Refusal(`the plan of faults cannot be read: ${messageOf(error)}`);
  }
}

/** Where the value at a path begins, or, when it is missing, what it is missing in. */
function startOf(document: Document.Parsed, path: readonly (string | number)[]): number {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isNode(node)) return node.range?.[0] ?? 0;
  return path.length === 0 ? 0 : startOf(document, path.slice(0, -1));
}

function placeOf(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${line}:${col}`;
}

const faults = "latency, throttled, unavailable, conflict, halfMade, lag, death";

function explained(issue: z.core.$ZodIssue): string {
  return issue.code === "invalid_union" && issue.path.at(-1) === "fault"
    ? `there is no such fault; there are ${faults}`
    : issue.message;
}
