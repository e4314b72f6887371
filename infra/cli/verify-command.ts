import { createHash } from "node:crypto";
import { Failure } from "../engine/failure";
import { proofOf, type Arrival } from "../firm/arrival";
import { bytesOf, compareLists, type Difference } from "../landing/compare-lists";
import { readManifest, type Manifest } from "../landing/manifest";
import { readInput } from "./cost-files";
import { exitCodes } from "./exit-codes";
import { InputFaults } from "./input-faults";
import { openInputs } from "./inputs";
import type { Terminal } from "./terminal";

export interface VerifyOptions {
  readonly environment: string;
  readonly manifest: string;
  readonly arrived: string;
  readonly lang: "fr" | "en";
  readonly json?: boolean;
}

/**
 * Says whether everything on the old server's list is in the firm's share, and if so, what the firm's
 * file has to say of it. Of that file it reads nothing: without this record it may be refused itself.
 *
 * @throws InputFaults, Failure `input`
 */
export function runVerify(name: string, options: VerifyOptions, terminal: Terminal): number {
  const stack = openInputs().resolve(name, options.environment);
  if (stack.kind !== "firm")
    throw new Failure("input", `data lands in a firm, and ${stack.text} is none`, "name a firm");
  const bytes = readInput(options.manifest);
  const manifest = listOf(options.manifest, bytes);
  const differences = compareLists(manifest, listOf(options.arrived, readInput(options.arrived)));
  const arrival = {
    manifest: createHash("sha256").update(bytes).digest("hex"),
    files: manifest.size,
    bytes: bytesOf(manifest),
  };
  const lines =
    options.json === true
      ? [JSON.stringify(describe(stack.firm, arrival, differences), null, 2)]
      : render(stack.firm, arrival, differences, options.lang);
  for (const line of lines) terminal.print(line);
  return differences.length === 0 ? exitCodes.done : exitCodes.refused;
}

function listOf(file: string, bytes: Uint8Array): Manifest {
  const reading = readManifest(file, bytes);
  if (!reading.ok) throw new InputFaults(reading.faults);
  return reading.value;
}

const words = {
  missing: { fr: "manque", en: "missing" },
  corrupt: { fr: "altéré", en: "corrupt" },
  unlisted: { fr: "pas dans la liste", en: "not on the list" },
  open: {
    fr: "ouvert sur l'ancien serveur pendant la copie",
    en: "open on the old server while it was copied",
  },
} as const satisfies Record<Difference["kind"], unknown>;

const sentences = {
  fr: {
    whole: (files: number, bytes: number) =>
      `Fichiers : ${files}, octets : ${bytes}. Tout est arrivé, intact.`,
    differs: (count: number) =>
      `Différences : ${count}. Rien à inscrire : recopier ces fichiers, refaire la liste, recommencer.`,
    write: (file: string) => `À inscrire dans ${file}, avant stage: verified :`,
    more: (count: number) => `… et ${count} autres, toutes avec --json`,
  },
  en: {
    whole: (files: number, bytes: number) =>
      `Files: ${files}, bytes: ${bytes}. Everything has arrived whole.`,
    differs: (count: number) =>
      `Differences: ${count}. Nothing to write: copy these files again, list again, begin again.`,
    write: (file: string) => `To be written into ${file}, before stage: verified:`,
    more: (count: number) => `… and ${count} more, all of them with --json`,
  },
} as const;

/** As many as a person looks at. */
const shown = 50;

function render(
  firm: string,
  arrival: Arrival,
  differences: readonly Difference[],
  lang: "fr" | "en",
): readonly string[] {
  const say = sentences[lang];
  if (differences.length > 0)
    return [
      ...differences.slice(0, shown).map((one) => `${words[one.kind][lang]}: ${pathOf(one)}`),
      ...(differences.length > shown ? [say.more(differences.length - shown)] : []),
      say.differs(differences.length),
    ];
  return [
    say.whole(arrival.files, arrival.bytes),
    say.write(`infra/firms/${firm}.yaml`),
    "landing:",
    "  arrived:",
    ...Object.entries(recordOf(firm, arrival)).map(
      ([key, value]) => `    ${key}: ${quoted(value)}`,
    ),
  ];
}

/** Digits alone, or with one e, would be a number to YAML. */
function quoted(value: string | number): string {
  return typeof value === "string" ? `"${value}"` : String(value);
}

function recordOf(firm: string, arrival: Arrival): Arrival & { readonly proof: string } {
  return { ...arrival, proof: proofOf(firm, arrival) };
}

function pathOf(difference: Difference): string {
  return difference.kind === "unlisted" ? difference.arrived.path : difference.listed.path;
}

function describe(firm: string, arrival: Arrival, differences: readonly Difference[]): object {
  return {
    format: "cabinet/verify@1",
    firm,
    whole: differences.length === 0,
    ...(differences.length === 0 ? { arrived: recordOf(firm, arrival) } : {}),
    files: arrival.files,
    bytes: arrival.bytes,
    differences: differences.map((one) => ({ ...one, path: pathOf(one) })),
  };
}
