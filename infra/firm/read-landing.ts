import type { z } from "zod";
import type { Fault } from "../document/fault";
import { faultAt, refuse, type Reading, type SourceDocument } from "../document/source-document";
import { proofOf, type Arrival } from "./arrival";
import type { Landing, Stage } from "./firm";
import type { landing } from "./schema-landing";

type Written = z.output<typeof landing>;

/** The keys under `landing`, and what the firm's stage demands of them. */
export function readLanding(
  document: SourceDocument,
  firmKey: string,
  written: Written,
  stage: Stage,
): Reading<Landing> {
  const faults = [
    ...unusedFaults(document, written),
    ...diskFaults(document, written),
    ...proofFaults(document, firmKey, written),
    ...stageFaults(document, firmKey, written, stage),
  ];
  if (faults.length > 0) return refuse(faults);
  const { transport, arrived } = written;
  return {
    ok: true,
    value:
      transport === "none"
        ? { kind: "none" }
        : { kind: "disk", carrier: transport, arrived: withoutProof(arrived) },
  };
}

function withoutProof(arrived: Written["arrived"]): Arrival | undefined {
  if (arrived === undefined) return undefined;
  const { proof: _, ...arrival } = arrived;
  return arrival;
}

function unusedFaults(document: SourceDocument, written: Written): readonly Fault[] {
  if (written.transport !== "none") return [];
  return (["disk", "arrived"] as const)
    .filter((key) => written[key] !== undefined)
    .map((key) =>
      faultAt(document, ["landing", key], {
        allowed: "no such key with landing.transport none, because nothing is taken over",
        remedy: "remove it, or write transport: technician",
      }),
    );
}

// https://learn.microsoft.com/azure/import-export/storage-import-export-requirements
function diskFaults(document: SourceDocument, { transport, disk }: Written): readonly Fault[] {
  if (transport !== "importExport" || disk === "sata") return [];
  return [
    faultAt(document, ["landing", disk === undefined ? "transport" : "disk"], {
      allowed:
        "importExport with disk: sata only, because Azure Import/Export takes no USB disks and none in a case: bare SATA disks of 2.5 or 3.5 inches",
      remedy: "write disk: sata and send such a disk, or transport: technician",
    }),
  ];
}

function proofFaults(
  document: SourceDocument,
  firmKey: string,
  { arrived }: Written,
): readonly Fault[] {
  if (arrived === undefined || arrived.proof === proofOf(firmKey, arrived)) return [];
  return [
    faultAt(document, ["landing", "arrived", "proof"], {
      allowed: `the record that cabinet verify printed for ${firmKey}, unchanged`,
      remedy: `run ${verifying(firmKey)} again, and write what it prints`,
    }),
  ];
}

const demanding: readonly Stage[] = ["verified", "live"];

function stageFaults(
  document: SourceDocument,
  firmKey: string,
  { transport, arrived }: Written,
  stage: Stage,
): readonly Fault[] {
  if (!demanding.includes(stage) || transport === "none" || arrived !== undefined) return [];
  return [
    faultAt(document, ["stage"], {
      allowed: `${stage} together with landing.arrived, the proof that every file of the old server is there whole`,
      remedy: `run ${verifying(firmKey)} and write what it prints, or write landing: { transport: none } where nothing is taken over`,
    }),
  ];
}

function verifying(firmKey: string): string {
  return `cabinet verify ${firmKey} --manifest manifest.csv --arrived arrived.csv`;
}
