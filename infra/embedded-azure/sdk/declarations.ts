import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";

import { sdkPackage } from "./packages";
import type { Members } from "./shape";
import { parseMembers } from "./shape";

/** Types of what goes into resources, or of what comes out. */
export type Direction = "input" | "output";

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The SDK keeps all object types of azure-native in two files of eight megabytes: only the parts needed are held. */
class Declarations {
  private readonly file: string;
  private readonly ranges: ReadonlyMap<string, Range>;
  private readonly texts = new Map<string, string>();
  private readonly members = new Map<string, Members | undefined>();

  constructor(direction: Direction) {
    this.file = join(sdkPackage("azure-native").directory, "types", `${direction}.d.ts`);
    this.ranges = namespacesIn(this.file);
  }

  /** The properties of a type, e.g. `keyvault.VaultPropertiesResponse`. */
  of(type: string): Members | undefined {
    if (!this.members.has(type)) this.members.set(type, this.read(type));
    return this.members.get(type);
  }

  private read(type: string): Members | undefined {
    const [namespace = "", name = ""] = type.split(".");
    const text = this.textOf(namespace);
    const start = text.indexOf(`\n    interface ${name} {\n`);
    if (start < 0) return undefined;
    return parseMembers(
      text.slice(text.indexOf("{", start) + 1, text.indexOf("\n    }\n", start) + 1),
    );
  }

  private textOf(namespace: string): string {
    const known = this.texts.get(namespace);
    if (known !== undefined) return known;
    const range = this.ranges.get(namespace);
    const text = range === undefined ? "" : readRange(this.file, range);
    this.texts.set(namespace, text);
    return text;
  }
}

const all = new Map<Direction, Declarations>();

/** The properties of a declared object type of azure-native; undefined when the SDK declares none so called. */
export function membersOf(direction: Direction, type: string): Members | undefined {
  let declarations = all.get(direction);
  if (declarations === undefined) {
    declarations = new Declarations(direction);
    all.set(direction, declarations);
  }
  return declarations.of(type);
}

const opening = "\nexport declare namespace ";
const step = 1024 * 1024;

/** Where in a file each namespace stands; read piece by piece, for the file is large and the process small. */
function namespacesIn(file: string): ReadonlyMap<string, Range> {
  const starts: (readonly [name: string, from: number])[] = [];
  let from = 0;
  // Pieces overlap by more than the longest opening line, lest one be cut in two.
  const overlap = 200;
  for (;;) {
    const piece = readRange(file, { from, to: from + step + overlap });
    for (let at = piece.indexOf(opening); at >= 0; at = piece.indexOf(opening, at + 1)) {
      const nameAt = at + opening.length;
      if (at < step) starts.push([piece.slice(nameAt, piece.indexOf(" ", nameAt)), from + at]);
    }
    if (piece.length < step + overlap) break;
    from += step;
  }
  return new Map(
    starts.map(([name, start], index) => [
      name,
      { from: start, to: starts[index + 1]?.[1] ?? Number.MAX_SAFE_INTEGER },
    ]),
  );
}

/** The text of part of a file, up to its end at most. */
function readRange(file: string, { from, to }: Range): string {
  const descriptor = openSync(file, "r");
  try {
    const length = Math.max(0, Math.min(to, fstatSync(descriptor).size) - from);
    const buffer = Buffer.allocUnsafe(length);
    readSync(descriptor, buffer, 0, length, from);
    // Only names and types matter, all of them ASCII; comments may come out garbled.
    return buffer.toString("latin1");
  } finally {
    closeSync(descriptor);
  }
}
