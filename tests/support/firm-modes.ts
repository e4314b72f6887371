import { readFileSync } from "node:fs";
import { join } from "node:path";
import { amend } from "../../infra/document/amend";
import { formatFault } from "../../infra/document/fault";
import { openDocument } from "../../infra/document/source-document";
import type { Firm } from "../../infra/firm/firm";
import { readFirm } from "../../infra/firm/read-firm";
import type { Platform } from "../../infra/platform/platform";

const folder = join(__dirname, "../../infra/firms");

interface Mode {
  /** Sample firm it is made from; its key too. */
  readonly sample: "petit" | "dupont" | "moreau" | "rousseau";
  /** As `--set` takes them. */
  readonly changes: readonly string[];
}

const mode = (sample: Mode["sample"], ...changes: readonly string[]): Mode => ({ sample, changes });

/** Every mode of the firm file, one a line; tests/embedded-azure/arm-types.test.ts tells which is missing. */
export const firmModes: readonly Mode[] = [
  mode("petit"),
  mode("dupont"),
  mode("moreau"),
  mode("rousseau"),
  mode("petit", "stage=landing", "data.archive=[comptable10, fiscal6, paie5, paieElectronique50]"),
  mode(
    "petit",
    "landing={ transport: none }",
    "stage=live",
    "backup=strict",
    "logs=strict",
    "keyVault=2",
    "access.devices=refuse",
  ),
  mode("petit", "landing={ transport: importExport, disk: sata }"),
  mode("petit", "stage=leaving"),
  mode("petit", "region=francesouth", "data.redundancy=local"),
  mode("petit", "data.redundancy=geo", "sessions.load=light", "sessions.devices=any"),
  mode("dupont", "backup={ preset: strict, immutability: locked, vaultMonths: 24 }"),
  mode("dupont", "sessions.printing=none", "sessions.scanning=none", "sessions.load=medium"),
  mode("dupont", "sessions.printing=universalPrint", "sessions.balancing=depthFirst"),
  mode(
    "dupont",
    "sessions.generation=2",
    "sessions.previous={ generation: 1, hosts: { size: Standard_E8as_v5, count: 2 }, until: 2027-01-08 }",
  ),
  mode("dupont", "sessions.hosts={ size: Standard_D8as_v5, count: 3 }", "workday.holidays=none"),
  mode("dupont", "services=[quadraBox, suiviCaisse, devisFact]", "workday.saturday=closed"),
  mode("dupont", "suite=sage", "workday.holidays=alsaceMoselle", "data.archive=[]"),
  mode("dupont", "suite=acd", "backup={ rehearsal: none }"),
  mode(
    "moreau",
    "identity.mode=domainServices",
    "identity.dnsServers=[10.60.0.164, 10.60.0.165]",
    "sessions.printing=redirect",
    "suite=agiris",
  ),
  mode("moreau", "data.store=azureFiles", "data.redundancy=geo"),
  mode("rousseau", "sessions.scanning=folder", "stage=landing"),
];

/** The document of a mode as a person would have written it, and the firm that is in it. */
export function readMode({ sample, changes }: Mode, platform: Platform) {
  const file = `${sample}.yaml`;
  const opened = changes.reduce(
    (read, text) => (read.ok ? amend(read.value, text) : read),
    openDocument(file, readFileSync(join(folder, file))),
  );
  if (!opened.ok) throw new Error(opened.faults.map(formatFault).join("\n"));
  const firm = readFirm(sample, opened.value, platform);
  if (!firm.ok) throw new Error(`${changes.join(" ")}: ${firm.faults.map(formatFault).join("\n")}`);
  return { written: opened.value.root.value, firm: firm.value satisfies Firm };
}

/** The platform with every switch on, beside that of the work tree. */
export function platformModes(platform: Platform): readonly Platform[] {
  return [
    platform,
    { ...platform, vpnGateway: "VpnGw1AZ", firewall: "Premium", bastion: "Standard" },
    {
      ...platform,
      vpnGateway: "VpnGw2AZ",
      firewall: "Standard",
      bastion: "Basic",
      defender: { servers: "P1", storage: "on", keyVaults: "off" },
    },
    { ...platform, image: { source: "gallery", version: "1.0.0" } },
  ];
}
