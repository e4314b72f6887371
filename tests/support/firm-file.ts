import { formatFault } from "../../infra/document/fault";
import {
  openDocument,
  type Reading,
  type SourceDocument,
} from "../../infra/document/source-document";
import type { FirmRules } from "../../infra/firm/combination";
import type { Firm } from "../../infra/firm/firm";
import { readFirm } from "../../infra/firm/read-firm";
import { network } from "./builders";

/** The platform that firm files of tests are read against. */
export const firmRules: FirmRules = {
  subscription: "5e0c1b2a-0000-4000-8000-000000000001",
  tenant: "1b2c3d4e-0000-4000-8000-000000000001",
  environment: "prod",
  location: "francecentral",
  allowedRegions: ["francecentral", "francesouth"],
  hubNetwork: network("10.60.0.0/22"),
  firmNetworks: network("10.64.0.0/12"),
  vpnGateway: "none",
  firewall: "none",
  serviceHosts: {},
  tenancy: "provider",
  licences: {},
  maintenance: {
    day: "Sunday",
    hours: { from: { hour: 2, minute: 0 }, until: { hour: 5, minute: 30 } },
  },
};

/** The four lines a firm needs. */
export const smallestFirm = `name: Cabinet Petit
subscription: 6F1D2C3B-0000-4000-8000-000000000002
network: 10.64.10.0/24
people: { supervisor: Paul.Petit@cabinet-petit.example, staff: 5 }
`;

/** @throws Error when the text is no YAML: a mistake in the test */
export function openFirmText(text: string): SourceDocument {
  const document = openDocument("petit.yaml", new TextEncoder().encode(text));
  if (!document.ok) throw new Error(document.faults.map(formatFault).join("\n"));
  return document.value;
}

export function readFirmText(text: string, rules: Partial<FirmRules> = {}): Reading<Firm> {
  return readFirm("petit", openFirmText(text), { ...firmRules, ...rules });
}

/** Faults as a person sees them; none when the file is good. */
export function firmFaults(text: string, rules: Partial<FirmRules> = {}): readonly string[] {
  const reading = readFirmText(text, rules);
  return reading.ok ? [] : reading.faults.map(formatFault);
}

/** The smallest firm with one line replaced or added. */
export function firmWith(line: string): string {
  const key = line.slice(0, line.indexOf(":") + 1);
  const old = smallestFirm.split("\n").find((candidate) => candidate.startsWith(key));
  return old === undefined ? `${smallestFirm}${line}\n` : smallestFirm.replace(old, line);
}

/** The smallest firm with lines replaced or added. */
export function firmOf(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const key = line.slice(0, line.indexOf(":") + 1);
    const old = text.split("\n").find((candidate) => candidate.startsWith(key));
    return old === undefined ? `${text}${line}\n` : text.replace(old, () => line);
  }, smallestFirm);
}
