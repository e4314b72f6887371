import { decode } from "../../document/decode";
import type { Fault, Problem } from "../../document/fault";
import { nearest } from "../../document/nearest";
import { refuse, type Reading } from "../../document/source-document";
import { alternatives } from "../../document/wording";
import { readCsv, type Cell } from "../../document/csv";
import { columns, type Column, type Desk } from "./desk";

/** A list of desks, one a line, its columns in any order: name and memory are needed. */
export function readFleet(file: string, bytes: Uint8Array): Reading<readonly Desk[]> {
  const decoded = decode(file, bytes);
  if (!decoded.ok) return refuse([decoded.fault]);
  const csv = readCsv(decoded.text.replace(/^\uFEFF/, ""));
  if ("problem" in csv) {
    const { line, column, met } = csv.problem;
    const remedy = "save the list as CSV again";
    return refuse([{ file, line, column, path: "", met, allowed: "a CSV file", remedy }]);
  }
  const [head, ...rows] = csv.rows;
  const at = (cell: Pick<Cell, "line" | "column">, path: string, problem: Problem): Fault => ({
    file,
    line: cell.line,
    column: cell.column,
    path,
    ...problem,
  });
  if (head === undefined || rows.length === 0)
    return refuse([
      at({ line: 1, column: 1 }, "", {
        met: "no desk",
        allowed: "a line of headings, and a line for each desk",
        remedy: "list the desks, or collect them with poste/verifier.ps1 -Csv",
      }),
    ]);
  const places = new Map<Column, number>();
  const faults: Fault[] = [];
  for (const [index, cell] of head.entries()) {
    const column = columnOf(cell.text);
    const known = Object.values(columns).flat();
    if (column === undefined && cell.text !== "") {
      const meant = nearest(plain(cell.text), known);
      const remedy = meant === undefined ? "remove the column" : `write ${meant}`;
      const allowed = alternatives(Object.values(columns).map(([first]) => first));
      faults.push(at(cell, "", { met: `"${cell.text}"`, allowed, remedy }));
    } else if (column !== undefined && places.has(column))
      faults.push(
        at(cell, "", {
          met: `"${cell.text}" again`,
          allowed: "each column once",
          remedy: "remove it",
        }),
      );
    else if (column !== undefined) places.set(column, index);
  }
  for (const needed of ["name", "memory"] as const)
    if (!places.has(needed))
      faults.push(
        at({ line: head[0]?.line ?? 1, column: 1 }, "", {
          met: "no such column",
          allowed: `a column ${columns[needed][0]}`,
          remedy: needed === "memory" ? "add it: memory decides" : "add it",
        }),
      );
  if (faults.length > 0) return refuse(faults);
  const names = new Set<string>();
  const desks = rows.map((row): Desk => {
    const cell = (column: Column): Cell | undefined => row[places.get(column) ?? -1];
    const text = (column: Column): string => cell(column)?.text ?? "";
    const number = <T>(column: Column, read: (text: string) => T | undefined, allowed: string) => {
      const written = cell(column);
      if (written === undefined || written.text === "") return undefined;
      const value = read(written.text);
      if (value === undefined)
        faults.push(
          at(written, column, { met: `"${written.text}"`, allowed, remedy: "correct it" }),
        );
      return value;
    };
    const name = text("name");
    const [place = { line: 1, column: 1 }] = row;
    if (name === "" || names.has(name.toLowerCase()))
      faults.push(
        at(cell("name") ?? place, "name", {
          met: name === "" ? "no name" : `${name} again`,
          allowed: "a name of its own for each desk",
          remedy: "name it",
        }),
      );
    names.add(name.toLowerCase());
    return {
      name,
      memoryGiB: number("memory", readMemory, "gigabytes, like 8 or 8 Go"),
      processor: text("processor"),
      disk: text("disk"),
      system: text("system"),
      screens: number("screens", readCount, "a number of screens"),
      scanner: text("scanner"),
      twain: number("twain", readTruth, "oui or non"),
      client: places.has("client") ? version(text("client")) : undefined,
      thinprint: places.has("thinprint") ? version(text("thinprint")) : undefined,
      line: place.line,
    };
  });
  return faults.length > 0 ? refuse(faults) : { ok: true, value: desks };
}

function columnOf(heading: string): Column | undefined {
  const written = plain(heading);
  const found = Object.entries(columns).find(([, names]) => names.some((name) => name === written));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a key of `columns`
  return found?.[0] as Column | undefined;
}

/** Without accents, brackets and capitals. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/\s*[([].*$/g, "")
    .toLowerCase()
    .trim();
}

/** `8`, `8 Go`, `7,9 GB`, `8192 Mo`: what Windows can use is a little less than what is built in. */
function readMemory(text: string): number | undefined {
  const [, figure, unit = "go"] =
    /^(\d{1,6}(?:[.,]\d{1,3})?)\s*(go|gio|gb|gib|mo|mio|mb|mib)?$/i.exec(text) ?? [];
  if (figure === undefined) return undefined;
  const amount = Number(figure.replace(",", "."));
  return Math.round(unit.toLowerCase().startsWith("m") ? amount / 1024 : amount);
}

function readCount(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}

function readTruth(text: string): boolean | undefined {
  if (/^(oui|o|yes|y|vrai|true|1)$/i.test(text)) return true;
  return /^(non|n|no|faux|false|0)$/i.test(text) ? false : undefined;
}

/** Nothing, said in words. */
function version(text: string): string {
  return /^(non|no|aucun|none|absent|-)$/i.test(text) ? "" : text;
}
