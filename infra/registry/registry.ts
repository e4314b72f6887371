import { amend } from "../document/amend";
import { topOf, type Fault } from "../document/fault";
import {
  openDocument,
  refuse,
  type Reading,
  type SourceDocument,
} from "../document/source-document";
import { printable } from "../document/printable";
import { problem } from "../document/text-type";
import type { Firm } from "../firm/firm";
import { firmWarnings } from "../firm/firm-warnings";
import { keyForm, keyPattern, readFirmKey } from "../firm/key";
import { networkFaults, type Claim } from "../firm/network-plan";
import { readClaims, readFirm, readSiteKeys } from "../firm/read-firm";
import { resolveStack, unknownName, type StackName } from "../firm/stack-name";
import type { Platform } from "../platform/platform";
import { readPlatform } from "../platform/read-platform";
import { readPeople, strayPeople } from "./people";
import { firmFile, firmsFolder, listFiles, platformFileOf, readBytes } from "./files";
import { readNeighbours, type Neighbourhood } from "./neighbours";
import { soleFaults, soleFaultsOfAll } from "./sole-owners";

/**
 * The files that say what there is: `Pulumi.<environment>.yaml` and `infra/firms/<key>.yaml`. Everything is read when
 * asked for and nothing is kept, so a long-lived process sees changes.
 */
export interface Registry {
  /** Environments that have a settings file, such as `prod`. */
  readonly environments: () => readonly string[];
  /** `changes` read the file as if it said something else: `cabinet:today=2026-12-21`. */
  readonly platform: (environment: string, changes?: readonly string[]) => Reading<Platform>;
  /** Keys of all firm files with a legal name. */
  readonly firmKeys: () => readonly string[];
  /**
   * One firm, held against the platform's plan and all other firms. `changes` read the files as if they said something
   * else: `people.staff=15`, and of the platform `cabinet:today=2026-12-21`.
   */
  readonly firm: (environment: string, key: string, changes?: readonly string[]) => FirmReading;
  /** All firms, each with its own faults; the faults of the whole are the platform's. `changes` are the platform's. */
  readonly firms: (
    environment: string,
    changes?: readonly string[],
  ) => Reading<readonly FirmEntry[]>;
  /**
   * The stack that a name means, when what it speaks of exists. A firm's key alone, `dupont`, means its stack in
   * `environment`.
   */
  readonly stack: (name: string, environment: string) => Reading<StackName>;
}

/** `warnings` stop nothing: they tell of other firms' files, and of what one may not have meant. */
export type FirmReading = Reading<Firm> & { readonly warnings: readonly Fault[] };

export interface FirmEntry {
  readonly key: string;
  readonly file: string;
  readonly reading: Reading<Firm>;
  /** These stop nothing: they tell of what one may not have meant. */
  readonly warnings: readonly Fault[];
}

/** @param root the top of the work tree, where `Pulumi.yaml` is. */
export function openRegistry(root: string): Registry {
  const environments = () =>
    listFiles(root, ".").flatMap((name) => environmentFile.exec(name)?.slice(1, 2) ?? []);

  const firmKeys = () =>
    listFiles(root, firmsFolder)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => name.slice(0, -".yaml".length))
      .filter((key) => readFirmKey(key).kind === "value");

  const platform: Registry["platform"] = (environment, changes = []) => {
    // Only names that were listed are opened: a name with slashes would leave the folder.
    if (!environments().includes(environment))
      return refuse([
        absent("Pulumi.<environment>.yaml", "environment", environment, environments()),
      ]);
    const document = change(open(root, platformFileOf(environment)), changes, ["config"]);
    return document.ok ? readPlatform(environment, document.value) : document;
  };

  const openFirm = (key: string): Reading<SourceDocument> =>
    firmKeys().includes(key)
      ? open(root, firmFile(key))
      : refuse([absent(firmsFolder, "firm", key, firmKeys())]);

  const neighboursOf = function* (key: string) {
    for (const other of firmKeys()) {
      if (other === key) continue;
      const bytes = readBytes(root, firmFile(other));
      yield [other, bytes.ok ? bytes.value : new Uint8Array()] as const;
    }
  };

  const neighbourTexts = function* (key: string) {
    for (const [other, bytes] of neighboursOf(key)) {
      const text = new TextDecoder().decode(bytes).toLowerCase();
      const read = () => {
        const document = openDocument(firmFile(other), bytes);
        return document.ok ? document.value : undefined;
      };
      yield [other, text, read] as const;
    }
  };

  const firm: Registry["firm"] = (environment, key, changes = []) => {
    const rules = platform(environment, changes.filter(isOfPlatform));
    const ownChanges = changes.filter((text) => !isOfPlatform(text));
    const document = change(openFirm(key), ownChanges);
    if (!document.ok || !rules.ok)
      return {
        ...refuse([...(rules.ok ? [] : rules.faults), ...(document.ok ? [] : document.faults)]),
        warnings: [],
      };
    const own = readClaims(key, document.value).claims;
    const neighbours = readNeighbours(
      neighboursOf(key),
      own.map(({ network }) => network),
    );
    const faults = [
      ...obstacleFaults(own, neighbours),
      ...networkFaults(own, [...own, ...neighbours.claims], rules.value, [
        ...own.map(({ network }) => network),
        ...neighbours.mentioned,
      ]),
    ];
    const shared = soleFaults({ key, document: document.value }, neighbourTexts(key));
    const { reading, warnings } = readPeople(
      root,
      key,
      join(readFirm(key, document.value, rules.value), [...faults, ...shared]),
    );
    return {
      ...reading,
      warnings: [...neighbours.warnings, ...warningsOf(document.value, reading), ...warnings],
    };
  };

  const firms: Registry["firms"] = (environment, changes = []) => {
    const rules = platform(environment, changes);
    if (!rules.ok) return rules;
    const documents = firmKeys().map((key) => ({ key, document: open(root, firmFile(key)) }));
    const claims = documents.map(({ key, document }) =>
      document.ok ? readClaims(key, document.value).claims : [],
    );
    const faults = byFile(networkFaults(claims.flat(), claims.flat(), rules.value));
    const shared = soleFaultsOfAll(
      documents.flatMap(({ key, document }) =>
        document.ok ? [{ key, document: document.value }] : [],
      ),
    );
    const value = documents.map(({ key, document }) => {
      const file = firmFile(key);
      const own = document.ok ? readFirm(key, document.value, rules.value) : document;
      const all = join(own, [...(faults.get(file) ?? []), ...(shared.get(key) ?? [])]);
      const { reading, warnings } = readPeople(root, key, all);
      return {
        key,
        file,
        reading,
        warnings: [...(document.ok ? warningsOf(document.value, reading) : []), ...warnings],
      };
    });
    return {
      ok: true,
      value: [...value, ...misnamedFiles(root), ...strayPeople(root, firmKeys())],
    };
  };

  const stack: Registry["stack"] = (name, environment) =>
    resolveStack(name, environment, {
      environments: environments(),
      firms: firmKeys(),
      sitesOf: (key) => {
        const document = openFirm(key);
        return document.ok ? { ok: true, value: readSiteKeys(document.value) } : document;
      },
    });

  return { environments, platform, firmKeys, firm, firms, stack };
}

function warningsOf(document: SourceDocument, reading: Reading<Firm>): readonly Fault[] {
  return reading.ok ? firmWarnings(document, reading.value) : [];
}

/** Whether a change is meant for the platform's file: its keys carry the project's name. */
export function isOfPlatform(changeText: string): boolean {
  return changeText.startsWith("cabinet:");
}

function change(
  document: Reading<SourceDocument>,
  changes: readonly string[],
  under: readonly string[] = [],
): Reading<SourceDocument> {
  return changes.reduce(
    (changed, text) => (changed.ok ? amend(changed.value, text, under) : changed),
    document,
  );
}

function open(root: string, file: string): Reading<SourceDocument> {
  const bytes = readBytes(root, file);
  return bytes.ok ? openDocument(file, bytes.value) : bytes;
}

function absent(
  file: string,
  kind: "environment" | "firm",
  met: string,
  known: readonly string[],
): Fault {
  return { ...topOf(file), path: "", ...unknownName(kind, met, known, file) };
}

/** Files in the firms' folder that look like firm files and are none. */
function misnamedFiles(root: string): readonly FirmEntry[] {
  return listFiles(root, firmsFolder).flatMap((name) => {
    const [, key, ending] = /^([^.].*)\.(ya?ml)$/i.exec(name) ?? [];
    if (key === undefined) return [];
    const meaning = ending === "yaml" ? readFirmKey(key) : problem("end its name in .yaml");
    if (meaning.kind === "value") return [];
    const file = `${firmsFolder}/${name}`;
    const fault: Fault = {
      ...topOf(file),
      path: "",
      met: `the file name "${printable(name)}"`,
      allowed: `${keyForm}, then .yaml`,
      remedy: meaning.remedy,
    };
    return [{ key, file, reading: refuse([fault]), warnings: [] }];
  });
}

/** Where neighbours that cannot be read name an address of ours, an overlap cannot be ruled out. */
function obstacleFaults(own: readonly Claim[], { obstacles }: Neighbourhood): readonly Fault[] {
  const [claim] = own;
  if (claim === undefined) return [];
  return obstacles.map((key) => ({
    ...claim.place,
    path: claim.path,
    met: claim.network.text,
    allowed: "networks that overlap no other firm's",
    remedy: `correct ${firmFile(key)} first, it names an address of this firm and cannot be read; \`npx cabinet check ${key}\` says how`,
  }));
}

function byFile(faults: readonly Fault[]): ReadonlyMap<string, readonly Fault[]> {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) {
    const group = groups.get(fault.file);
    if (group === undefined) groups.set(fault.file, [fault]);
    else group.push(fault);
  }
  return groups;
}

function join<T>(reading: Reading<T>, faults: readonly Fault[]): Reading<T> {
  if (faults.length === 0) return reading;
  return refuse([...(reading.ok ? [] : reading.faults), ...faults]);
}

const environmentFile = new RegExp(`^Pulumi\\.(${keyPattern})\\.yaml$`);
