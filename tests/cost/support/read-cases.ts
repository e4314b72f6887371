import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { caseFact, type CaseFact, type TranslatedCase } from "./case-facts";
import { whyLeftOut } from "./left-out";
import { translateCase } from "./translate-case";

/** The independent cases as they were collected; beside the project, not in it. */
export const origin = path.resolve(__dirname, "../../../../shared/cases/azure-cost-cases.json");

const folder = path.resolve(__dirname, "../cases");

export function originIsHere(): boolean {
  return existsSync(origin);
}

export function readFacts(): readonly CaseFact[] {
  return caseFact.array().parse(JSON.parse(readFileSync(origin, "utf8")));
}

/** The files of translated cases, by name; one case a line. */
export function translatedFiles(): ReadonlyMap<string, string> {
  const facts = readFacts();
  const groups = new Map<string, string[]>();
  for (const fact of facts) {
    if (whyLeftOut(fact) !== undefined) continue;
    const translated = translateCase(fact, facts);
    if (translated === undefined) throw new Error(`nobody translates ${fact.resource_kind}`);
    groups.set(fact.group, [...(groups.get(fact.group) ?? []), JSON.stringify(translated)]);
  }
  return new Map(
    [...groups].map(([group, cases]) => [`${group}.golden.json`, `[\n${cases.join(",\n")}\n]\n`]),
  );
}

export function committedFiles(): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
  );
}

export function committedCases(): readonly TranslatedCase[] {
  return [...committedFiles().values()].flatMap(
    (text) => JSON.parse(text) as readonly TranslatedCase[],
  );
}

export function caseFile(name: string): string {
  return path.join(folder, name);
}
