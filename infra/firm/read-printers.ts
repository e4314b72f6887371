import { nearest } from "../document/nearest";
import type { Path } from "../document/path";
import { faultAt, refuse, type Reading, type SourceDocument } from "../document/source-document";
import { driverOfModel, printerDriver, printerDrivers } from "./printer-drivers";
import type { WrittenSite } from "./read-sites";
import type { Printer, PrinterPort } from "./site";

type WrittenPrinter = WrittenSite["printers"][number];

const rawPort = 9100;

/** The office's printers, each with its driver and how it is reached. */
export function readPrinters(
  document: SourceDocument,
  site: string,
  written: readonly WrittenPrinter[],
): Reading<readonly Printer[]> {
  const readings = written.map((printer, index) =>
    readPrinter(document, ["sites", site, "printers", index], printer),
  );
  const faults = readings.flatMap((reading) => (reading.ok ? [] : reading.faults));
  return faults.length === 0
    ? { ok: true, value: readings.flatMap((reading) => (reading.ok ? [reading.value] : [])) }
    : refuse(faults);
}

function readPrinter(
  document: SourceDocument,
  path: Path,
  { driver: name, inf, port, ...written }: WrittenPrinter,
): Reading<Printer> {
  const rest = { ...written, mac: written.mac };
  const refused = (key: string, allowed: string, remedy: string) =>
    refuse([faultAt(document, [...path, key], { allowed, remedy })]);
  if (inf !== undefined) {
    if (name === undefined)
      return refused(
        "driver",
        "the driver's name with inf, because an INF file has several",
        "add driver: and the name that the INF file gives it",
      );
    return { ok: true, value: { ...rest, driver: { kind: "own", name, inf }, port: raw(port) } };
  }
  const known = name === undefined ? driverOfModel(rest.model) : printerDriver(name);
  if (known === undefined)
    return refused(
      "driver",
      `one of ${names.join(", ")}; or another one with inf`,
      remedyFor(name),
    );
  const driver = { kind: "known", name: known.name, origin: known.origin } as const;
  switch (known.protocol) {
    case "raw":
      return { ok: true, value: { ...rest, driver, port: raw(port) } };
    case "ipp":
      return port === undefined
        ? { ok: true, value: { ...rest, driver, port: { kind: "ipp" } } }
        : refused(
            "port",
            `no port with the driver ${known.name}, which prints by IPP`,
            "remove it, or name a driver that prints to a port",
          );
  }
}

const names = printerDrivers.map(({ name }) => name);

function remedyFor(name = ""): string {
  const meant = nearest(name, names);
  return meant === undefined
    ? "write one of them, or add inf: and the path of the INF file that the technician takes along"
    : `write ${meant}`;
}

function raw(number = rawPort): PrinterPort {
  return { kind: "raw", number };
}
