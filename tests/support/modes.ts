import { amend } from "../../infra/document/amend";
import { formatFault } from "../../infra/document/fault";
import type { Reading, SourceDocument } from "../../infra/document/source-document";
import { isRecord } from "../../infra/resources/property-values";
import { meets, nameOf, placesOf, type Choice } from "./schema-choices";

/** A file that is right, and what it means. */
export interface Mode<T> {
  /** Sample it is made from. */
  readonly sample: string;
  /** As `--set` takes them. */
  readonly changes: readonly string[];
  readonly document: SourceDocument;
  readonly value: T;
}

export interface Modes<T> {
  readonly modes: readonly Mode<T>[];
  /** How many choices there are. */
  readonly choices: number;
  /** Choices no file was found for, by name. */
  readonly unmet: readonly string[];
}

export interface Search<T> {
  readonly choices: readonly Choice[];
  readonly samples: Readonly<Record<string, SourceDocument>>;
  /** What files are under, e.g. `config`. */
  readonly under?: readonly string[];
  readonly read: (document: SourceDocument, sample: string) => Reading<T>;
  /** How parts are written of which the schema has no example, by their path. */
  readonly written: Readonly<Record<string, string>>;
  /** Changes of choices that take others beside them, by choice or by path; `$` is the value. */
  readonly together: Readonly<Record<string, readonly string[]>>;
  /** Changed samples to begin with. */
  readonly combinations?: readonly (readonly [sample: string, ...changes: readonly string[]])[];
}

/**
 * Files that together make every choice: the samples as they are, and as few changed ones as come
 * about when each choice goes into the first file that can take it.
 */
export function modesOf<T>(search: Search<T>): Modes<T> {
  const untouched = Object.keys(search.samples).map((sample) => begun(search, sample, []));
  const changed = (search.combinations ?? []).map(([sample, ...changes]) =>
    begun(search, sample, changes),
  );
  for (const choice of search.choices) {
    const isMet = ({ document }: Mode<T>) => meets(writtenIn(search, document), choice);
    if ([...untouched, ...changed].some(isMet)) continue;
    const found = firstOf([...changed, ...untouched], (base) => extended(search, base, choice));
    if (found === undefined) continue;
    if (found.base.changes.length === 0) changed.push(found.made);
    else changed.splice(changed.indexOf(found.base), 1, found.made);
  }
  const modes = [...untouched, ...changed];
  const unmet = search.choices.filter((choice) =>
    modes.every(({ document }) => !meets(writtenIn(search, document), choice)),
  );
  return { modes, choices: search.choices.length, unmet: unmet.map(nameOf) };
}

/** @throws {Error} when it is not right: a mistake in the test. */
function begun<T>(search: Search<T>, sample: string, changes: readonly string[]): Making<T> {
  const document = amended(search, search.samples[sample], changes);
  if (document === undefined) throw new Error(`${sample} cannot be changed: ${changes.join(" ")}`);
  const reading = search.read(document, sample);
  if (!reading.ok) throw new Error([...changes, ...reading.faults.map(formatFault)].join("\n"));
  // What the sample does not say itself, the change is there for.
  const [before, after] = [search.samples[sample], document].map((each) =>
    each === undefined ? undefined : writtenIn(search, each),
  );
  const made = search.choices.filter((choice) => meets(after, choice) && !meets(before, choice));
  return { sample, changes, document, value: reading.value, made };
}

interface Making<T> extends Mode<T> {
  /** Choices this file is there for. */
  readonly made: readonly Choice[];
}

function firstOf<T>(
  bases: readonly Making<T>[],
  extend: (base: Making<T>) => Making<T> | undefined,
): { readonly base: Making<T>; readonly made: Making<T> } | undefined {
  for (const base of bases) {
    const made = extend(base);
    if (made !== undefined) return { base, made };
  }
  return undefined;
}

/** A file changed so that it makes one more choice, and still those it is there for. */
function extended<T>(search: Search<T>, base: Making<T>, choice: Choice): Making<T> | undefined {
  const path = nameOf({ path: choice.path, examples: [] });
  const whole = search.together[nameOf(choice)] ?? search.together[path];
  if (whole !== undefined) {
    const value = JSON.stringify(choice.value);
    return tried(
      search,
      base,
      choice,
      whole.map((text) => text.replaceAll("$", () => value)),
    );
  }
  const texts = [
    ...(search.written[path] === undefined ? [] : [search.written[path]]),
    ...choice.examples,
  ];
  for (const place of placesOf(writtenIn(search, base.document), choice.path))
    for (const text of texts) {
      const made = tried(search, base, choice, [`${place}=${text}`]);
      if (made !== undefined) return made;
    }
  return undefined;
}

function tried<T>(
  search: Search<T>,
  base: Making<T>,
  choice: Choice,
  changes: readonly string[],
): Making<T> | undefined {
  const document = amended(search, base.document, changes);
  if (document === undefined) return undefined;
  const made = [...base.made, choice];
  const written = writtenIn(search, document);
  if (!made.every((each) => meets(written, each))) return undefined;
  const reading = search.read(document, base.sample);
  if (!reading.ok) return undefined;
  const { sample } = base;
  return { sample, changes: [...base.changes, ...changes], document, value: reading.value, made };
}

function amended<T>(
  { under }: Search<T>,
  document: SourceDocument | undefined,
  changes: readonly string[],
): SourceDocument | undefined {
  return changes.reduce<SourceDocument | undefined>((before, change) => {
    const after = before === undefined ? undefined : amend(before, change, under);
    return after?.ok === true ? after.value : undefined;
  }, document);
}

function writtenIn<T>({ under = [] }: Search<T>, { root }: SourceDocument): unknown {
  return under.reduce<unknown>(
    (value, key) => (isRecord(value) ? value[key] : undefined),
    root.value,
  );
}
