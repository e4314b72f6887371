import type { Fault } from "../document/fault";
import { find } from "../document/judge";
import type { Path } from "../document/path";
import { faultAt, type SourceDocument } from "../document/source-document";
import { firmFile } from "./files";

/** What two firms can never have in common: a file that was copied says it of both. */
interface Sole {
  readonly path: Path;
  readonly value: string;
  readonly allowed: string;
  readonly remedy: string;
}

/** One firm's file that could be opened, whatever else is wrong with it. */
export interface FirmDocument {
  readonly key: string;
  readonly document: SourceDocument;
}

function soleValues(document: SourceDocument): readonly Sole[] {
  const textAt = (path: Path) => {
    const value = find(document.root, path)?.value;
    return typeof value === "string" && value !== "" ? value.toLowerCase() : undefined;
  };
  const sole = (path: Path, allowed: string, remedy: string): readonly Sole[] => {
    const value = textAt(path);
    return value === undefined ? [] : [{ path, value, allowed, remedy }];
  };
  return [
    ...sole(
      ["subscription"],
      "a subscription of this firm's own: rights, bills and mistakes of one firm must not reach another",
      "write the id of its own, `az account list --output table`",
    ),
    // A managed domain serves all firms of a tenant; an Active Directory is one firm's.
    ...(textAt(["identity", "mode"]) === "hybrid"
      ? sole(
          ["identity", "domain"],
          "a domain of this firm's own: who administers one firm's domain would rule the other's hosts",
          "write the domain that this firm's users are in",
        )
      : []),
    ...sole(
      ["sessions", "citrix", "resourceLocation"],
      "a resource location of this firm's own: Citrix Cloud would send one firm's users to the other's hosts",
      "create one for this firm under Resource Locations in Citrix Cloud",
    ),
  ];
}

function idOf({ path, value }: Sole): string {
  return `${path.join(".")}: ${value}`;
}

/**
 * Faults of one firm's file for what a neighbour's says too.
 *
 * @param neighbours Other firms' files as text; one is parsed only where it names a value of ours.
 */
export function soleFaults(
  { key, document }: FirmDocument,
  neighbours: Iterable<
    readonly [key: string, text: string, open: () => SourceDocument | undefined]
  >,
): readonly Fault[] {
  const own = soleValues(document);
  const faults = new Map<Sole, Fault>();
  for (const [other, text, open] of neighbours) {
    const near = own.filter(({ value }) => text.includes(value));
    if (other === key || near.length === 0) continue;
    const theirs = open();
    if (theirs === undefined) continue;
    for (const { path, value } of soleValues(theirs)) {
      const sole = near.find((one) => one.path.join() === path.join() && one.value === value);
      if (sole !== undefined && !faults.has(sole)) faults.set(sole, shared(document, sole, other));
    }
  }
  return [...faults.values()];
}

/** The same for all firms at once, by the key of the firm whose file it is. */
export function soleFaultsOfAll(
  firms: readonly FirmDocument[],
): ReadonlyMap<string, readonly Fault[]> {
  const owners = new Map<string, string[]>();
  const values = firms.map((firm) => ({ ...firm, sole: soleValues(firm.document) }));
  for (const { key, sole } of values)
    for (const one of sole) owners.set(idOf(one), [...(owners.get(idOf(one)) ?? []), key]);
  return new Map(
    values.map(({ key, document, sole }) => [
      key,
      sole.flatMap((one) => {
        const other = owners.get(idOf(one))?.find((owner) => owner !== key);
        return other === undefined ? [] : [shared(document, one, other)];
      }),
    ]),
  );
}

function shared(document: SourceDocument, { path, allowed, remedy }: Sole, other: string): Fault {
  return faultAt(document, path, {
    allowed: `${allowed}; firm ${other} has it (${firmFile(other)})`,
    remedy,
  });
}
