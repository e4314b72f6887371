import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { regions } from "../../infra/azure/regions";
import { formatFault } from "../../infra/document/fault";
import { openDocument, type SourceDocument } from "../../infra/document/source-document";
import type { Firm } from "../../infra/firm/firm";
import { licenceNames } from "../../infra/firm/licences";
import { firmJsonSchema } from "../../infra/firm/json-schema";
import { readFirm } from "../../infra/firm/read-firm";
import type { Platform } from "../../infra/platform/platform";
import { readPlatform } from "../../infra/platform/read-platform";
import { platformSettings } from "../../infra/platform/schema";
import { modesOf, type Modes } from "./modes";
import { choicesOf } from "./schema-choices";

const root = join(__dirname, "../..");

/** A firm, and the platform it needs. */
export interface FirmOnPlatform {
  readonly firm: Firm;
  readonly platform: Platform;
}

const licence = "{ price: 12.50 EUR, asOf: 2026-09-26, source: offer 2026-114 }";
const installer = `version: 2.0.420.0, url: "https://packages.example/client.msi", sha256: "${"a1".repeat(32)}"`;
const arcOf = (name: string) =>
  `/subscriptions/6f1d2c3b-0000-4000-8000-000000000001/resourceGroups/rg-prod-dupont-meylan-arc/providers/Microsoft.HybridCompute/machines/${name}`;

/**
 * Firms that together make every choice of the firm file, offices included: each listed value, each
 * part that may be left out. They come from the schema and the samples; what is said here is only what
 * the schema has no example of, and which choices go together.
 */
export function firmModes(platform: Platform): Modes<FirmOnPlatform> {
  const plain: Platform = { ...platform, allowedRegions: [...regions] };
  const linked: Platform = { ...plain, vpnGateway: "VpnGw1AZ" };
  return modesOf<FirmOnPlatform>({
    choices: [...choicesOf(firmJsonSchema())],
    samples: Object.fromEntries(
      ["petit", "dupont", "moreau", "rousseau"].map((name) => [
        name,
        open(join(root, "infra/firms", `${name}.yaml`)),
      ]),
    ),
    read: (document, name) => {
      const reading = readFirm(name, document, plain);
      if (reading.ok) return { ok: true, value: { firm: reading.value, platform: plain } };
      const other = readFirm(name, document, linked);
      return other.ok ? { ok: true, value: { firm: other.value, platform: linked } } : reading;
    },
    written: {
      ...licencesUnder("licences"),
      "desks.client": `{ ${installer} }`,
      "desks.thinprint": `{ ${installer}, switches: /qn }`,
      "sites.*.dhcp.dnsServers": "[192.168.10.3]",
      "sites.*.dhcp.options.timeServers": "[192.168.10.3]",
    },
    together: {
      // Regions without three data centres.
      "region=francesouth": ["region=francesouth", "data.redundancy=local"],
      "region=germanynorth": ["region=germanynorth", "data.redundancy=local"],
      "sessions.hosts.size": ["sessions.hosts={ size: $, count: 2 }"],
      "sessions.previous": [
        "sessions.generation=2",
        "sessions.previous={ generation: 1, hosts: { size: Standard_E8as_v5, count: 2 }, until: 2027-01-08 }",
      ],
      "sessions.previous.hosts.size": [
        "sessions.generation=2",
        "sessions.previous={ generation: 1, hosts: { size: $, count: 2 }, until: 2027-01-08 }",
      ],
      "services[]=quadraConnect": connect,
      quadraConnect: connect,
      "sites.*.machines.server.name": oneServer,
      "sites.*.machines.server.address": oneServer,
      "sites.*.link.kind": link,
      "sites.*.link.generation": link,
      "sites.*.secondController.address": [
        "sites.voiron.secondController={ name: VOIRON-DC2, address: 10.64.13.54 }",
      ],
      ...Object.fromEntries(
        ["host", "controller", "print"].map((name) => [`sites.*.arc.machines.${name}`, arc]),
      ),
      "exceptions[].resource": [`exceptions=[${exception}]`],
    },
    combinations,
  });
}

const exception =
  "{ rule: public-address, resource: hosts-g1-1-nic, reason: it is reached from outside, until: 2027-03-31 }";
const everywhere = `[${regions.join(", ")}]`;
const gallery = [
  `cabinet:allowedRegions=${everywhere}`,
  `cabinet:image={ source: gallery, version: 1.0.0, regions: ${everywhere} }`,
];
const licencesUnder = (key: string) =>
  Object.fromEntries(licenceNames.map((name) => [`${key}.${name}`, licence]));
const connect = [
  "services=[quadraConnect]",
  String.raw`quadraConnect={ path: C:\Quadra\Connect.exe }`,
];
const link = ["sites.meylan.link={ kind: vpn, address: 203.0.113.10, generation: 2 }"];
const oneServer = [
  "sites.meylan.profile=slimSingle",
  "sites.meylan.machines={ server: { name: MEYLAN-SRV9, address: 192.168.10.9 } }",
];
const arc = [
  `sites.meylan.arc={ machines: { host: "${arcOf("MEYLAN-HV1")}", controller: "${arcOf("MEYLAN-DC1")}", print: "${arcOf("MEYLAN-PR1")}" }, readableUntil: 2028-06-30 }`,
];

/** What is worth being seen together, beyond each choice once. */
const combinations = [
  ["petit", "stage=landing", "data.archive=[comptable10, fiscal6, paie5, paieElectronique50]"],
  ["petit", "stage=leaving"],
  ["dupont", "backup={ preset: strict, immutability: locked, vaultMonths: 24 }"],
  ["dupont", "services=[quadraBox, suiviCaisse, devisFact]", "workday.saturday=closed"],
  [
    "moreau",
    "identity.mode=domainServices",
    "identity.dnsServers=[10.60.0.164, 10.60.0.165]",
    "sessions.printing=redirect",
    "suite=agiris",
  ],
  ["moreau", "data.store=azureFiles", "data.redundancy=geo"],
  ["rousseau", "sessions.scanning=folder", "stage=landing"],
] as const;

/** Platforms that together make every choice of `Pulumi.prod.yaml`. */
export function platformModes(): Modes<Platform> {
  return modesOf<Platform>({
    choices: [
      ...choicesOf(z.toJSONSchema(platformSettings, { io: "input", unrepresentable: "any" })),
    ],
    samples: { prod: open(join(root, "Pulumi.prod.yaml")) },
    under: ["config"],
    read: (document) => readPlatform("prod", document),
    written: licencesUnder("cabinet:licences"),
    together: {
      "cabinet:location": [`cabinet:allowedRegions=${everywhere}`, "cabinet:location=$"],
      "cabinet:image.regions": gallery,
      "cabinet:image.regions[]": gallery,
      "cabinet:exceptions[].resource": [`cabinet:exceptions=[${exception}]`],
    },
    combinations: [["prod", "cabinet:vpnGateway=VpnGw1AZ", "cabinet:firewall=Premium"]],
  });
}

function open(file: string): SourceDocument {
  const opened = openDocument(file, readFileSync(file));
  if (opened.ok) return opened.value;
  throw new Error(opened.faults.map(formatFault).join("\n"));
}
