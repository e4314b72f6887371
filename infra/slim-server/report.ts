import { createHash } from "node:crypto";
import { z } from "zod";
import { compareText } from "../document/fault";
import {
  faultAt,
  readDocument,
  openDocument,
  refuse,
  type Reading,
} from "../document/source-document";
import type { ObservedServer, ObservedService } from "./compare-server";

/** Name and version of the form; a report of another form is refused. */
export const reportFormat = "cabinet-server-report/1";

/** What a machine told of itself, in agentless supervision: written by the kit's check script, brought by the technician. */
export interface ServerReport extends ObservedServer {
  readonly firm: string;
  readonly site: string;
  /** Computer name in upper case. */
  readonly machine: string;
  /** When it was made, by the machine's clock, `2026-12-05T14:03:00Z`. */
  readonly at: string;
  /** Product name of Windows, `Windows Server 2022 Standard`. */
  readonly system: string;
  /** SHA-256 of the configuration document the script came with, which names the list it compares with. */
  readonly document: string;
  readonly shares: readonly { readonly name: string; readonly path: string }[];
}

const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ allowed: "a SHA-256, 64 hexadecimal digits in lower case" });

const name = z.string().min(1).max(256);

const schema = z.strictObject({
  format: z.literal(reportFormat),
  firm: name,
  site: name,
  machine: name,
  at: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    .meta({ allowed: "a time in UTC", examples: ["2026-12-05T14:03:00Z"] }),
  system: z.string().max(256),
  document: hash,
  features: z.array(name).max(1000),
  services: z
    .array(
      z.strictObject({
        name,
        state: z.enum(["running", "stopped"]),
        start: z.enum(["automatic", "manual", "disabled"]),
      }),
    )
    .max(2000),
  shares: z.array(z.strictObject({ name, path: z.string().max(512) })).max(1000),
  /** SHA-256 of {@link reportText}. */
  digest: hash,
});

/**
 * Reads a report. One that does not fit its own digest was damaged or edited on the way, and is refused; who made it
 * only a signature tells.
 */
export function readReport(file: string, bytes: Uint8Array): Reading<ServerReport> {
  const reading = readDocument(file, bytes, schema);
  if (!reading.ok) return reading;
  const { digest, format: _, ...report } = reading.value;
  const own = reportDigest(report);
  if (digest === own) return { ok: true, value: report };
  const document = openDocument(file, bytes);
  if (!document.ok) return document;
  return refuse([
    faultAt(document.value, ["digest"], {
      met: digest,
      allowed: `${own}, which is that of what the file says`,
      remedy: "run the check script on the machine again, and bring the file as it is",
    }),
  ]);
}

export function reportDigest(report: ServerReport): string {
  return createHash("sha256").update(reportText(report), "utf8").digest("hex");
}

/**
 * What of a report is hashed: a line a fact, lists in order of their UTF-16 code units, lines ended by a line feed. So
 * PowerShell 5.1 and this program come to the same bytes whatever their JSON looks like.
 */
export function reportText(report: ServerReport): string {
  const { firm, site, machine, at, system, document, features, services, shares } = report;
  const lists = [
    ...features.map((feature) => `feature ${feature}`),
    ...services.map(serviceLine),
    ...shares.map((share) => `share ${share.name} ${share.path}`),
  ];
  return [reportFormat, firm, site, machine, at, system, document, ...lists.toSorted(compareText)]
    .map((line) => `${line}\n`)
    .join("");
}

function serviceLine(service: ObservedService): string {
  return `service ${service.name} ${service.state} ${service.start}`;
}
