import type { Phrase } from "../slim-server/phrase";
import { compareServer } from "../slim-server/compare-server";
import { isSignedBy } from "../slim-server/detached-signature";
import type { Finding } from "../slim-server/finding";
import { readReport, type ServerReport } from "../slim-server/report";
import { faultAt, openDocument } from "../document/source-document";
import { alternatives } from "../document/wording";
import { Failure } from "../engine/failure";
import { expectedServer } from "../firm/expected-servers";
import type { Firm } from "../firm/firm";
import type { Site, SiteMachine } from "../firm/site";
import { documentHash } from "../kit/module/dsc-document";
import { readInput } from "./cost-files";
import { exitCodes } from "./exit-codes";
import { siteOf, type FirmSite } from "./firm-site";
import { InputFaults } from "./input-faults";
import type { Terminal } from "./terminal";

export interface AuditOptions {
  readonly environment: string;
  readonly site?: string;
  readonly report: readonly string[];
  readonly certificate?: string;
  readonly lang: "fr" | "en";
  readonly json?: boolean;
}

/** One machine's report held against what its office's profile says. */
interface Audit {
  readonly file: string;
  readonly report: ServerReport;
  readonly machine: SiteMachine;
  readonly signed: boolean;
  readonly findings: readonly Finding[];
}

/** Says of each report how its machine differs from a slim server. @throws InputFaults, Failure `input` */
export function runAudit(name: string, options: AuditOptions, terminal: Terminal): number {
  const site = siteOf(name, options);
  const audits = options.report.map((file) => audit(site.firm, site.site, file, options));
  const unheard = site.site.machines.filter(({ name: own }) =>
    audits.every(({ machine }) => machine.name !== own),
  );
  if (options.json === true)
    terminal.print(JSON.stringify(describe(site, audits, unheard), null, 2));
  else for (const line of render(audits, unheard, options.lang)) terminal.print(line);
  return audits.every(({ findings }) => findings.length === 0) ? exitCodes.done : exitCodes.refused;
}

function audit(firm: Firm, site: Site, file: string, options: AuditOptions): Audit {
  const bytes = readInput(file);
  const reading = readReport(file, bytes);
  if (!reading.ok) throw new InputFaults(reading.faults);
  const report = reading.value;
  const machine = site.machines.find(({ name }) => name === report.machine.toUpperCase());
  const wrong =
    report.firm !== firm.key
      ? { key: "firm", allowed: firm.key }
      : report.site !== site.key
        ? { key: "site", allowed: site.key }
        : { key: "machine", allowed: alternatives(site.machines.map(({ name }) => name)) };
  if (machine === undefined || wrong.key !== "machine")
    throw new InputFaults([
      placed(file, bytes, wrong.key, wrong.allowed, "bring the report of this office"),
    ]);
  const today = documentHash(site, machine);
  if (report.document !== today)
    throw new InputFaults([
      placed(
        file,
        bytes,
        "document",
        `${today}, the SHA-256 of ${machine.name}.dsc.json as the firm's file makes it today: this report of ${report.at} answers another document`,
        `make the kit again (cabinet kit ${firm.key} --site ${site.key}), run its 90-verifier.ps1 on ${machine.name}, and bring that report`,
      ),
    ]);
  return {
    file,
    report,
    machine,
    signed: isSigned(file, bytes, options),
    findings: compareServer(report, expectedServer(site, machine)),
  };
}

function placed(file: string, bytes: Uint8Array, key: string, allowed: string, remedy: string) {
  const document = openDocument(file, bytes);
  if (!document.ok) throw new InputFaults(document.faults);
  return faultAt(document.value, [key], { allowed, remedy });
}

/** @throws Failure `refused` when a signature is asked for and does not fit */
function isSigned(file: string, bytes: Uint8Array, { certificate }: AuditOptions): boolean {
  if (certificate === undefined) return false;
  const pem = new TextDecoder().decode(readInput(certificate));
  const signature = new TextDecoder().decode(readInput(`${file}.sig`));
  let fits: boolean;
  try {
    fits = isSignedBy(bytes, signature, pem);
  } catch {
    throw new Failure(
      "input",
      `${certificate} is neither a certificate nor a public key`,
      "name the technician's certificate, in PEM",
    );
  }
  if (fits) return true;
  throw new Failure(
    "refused",
    `${file} was not signed by whom ${certificate} names, or was changed afterwards`,
    "ask the technician who made it",
  );
}

const words = {
  compliant: { fr: "conforme", en: "compliant" },
  differs: { fr: "non conforme", en: "not compliant" },
  signed: { fr: "rapport signé", en: "signed report" },
  unsigned: { fr: "rapport non signé", en: "unsigned report" },
  unheard: { fr: "sans rapport", en: "no report" },
} as const satisfies Record<string, Phrase>;

function render(
  audits: readonly Audit[],
  unheard: readonly SiteMachine[],
  lang: "fr" | "en",
): readonly string[] {
  return [
    ...audits.flatMap(({ machine, report, signed, findings }) => [
      `${machine.name}: ${words[findings.length === 0 ? "compliant" : "differs"][lang]} (${report.system}, ${report.at}, ${words[signed ? "signed" : "unsigned"][lang]})`,
      ...findings.map(({ code, phrase }) => `  ${phrase[lang]} [${code}]`),
    ]),
    ...unheard.map(({ name }) => `${name}: ${words.unheard[lang]}`),
  ];
}

function describe(
  { firm, site }: FirmSite,
  audits: readonly Audit[],
  unheard: readonly SiteMachine[],
): object {
  return {
    format: "cabinet/audit@1",
    firm: firm.key,
    site: site.key,
    machines: audits.map(({ machine, report, signed, findings }) => ({
      name: machine.name,
      role: machine.role,
      at: report.at,
      system: report.system,
      document: report.document,
      signed,
      compliant: findings.length === 0,
      findings,
    })),
    withoutReport: unheard.map(({ name }) => name),
  };
}
