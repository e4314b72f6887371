import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { formatAddress } from "../../infra/azure/network";
import { amend } from "../../infra/document/amend";
import { formatFault } from "../../infra/document/fault";
import { openDocument, type Reading } from "../../infra/document/source-document";
import type { Firm } from "../../infra/firm/firm";
import { keyPattern, readFirmKey } from "../../infra/firm/key";
import { readFirm } from "../../infra/firm/read-firm";
import type { Platform } from "../../infra/platform/platform";

const folder = join(__dirname, "../../infra/firms");

/** Samples that others are made from; a domain controller of the firm's own has a place in its network. */
const models = {
  petit: { file: "petit", prefix: 24, identity: () => [] },
  dupont: { file: "dupont", prefix: 23, identity: () => [] },
  moreau: { file: "moreau", prefix: 23, identity: controllers(308) },
  managed: {
    file: "moreau",
    prefix: 23,
    identity: () => [
      "identity.mode=domainServices",
      "identity.dnsServers=[10.60.0.164, 10.60.0.165]",
      "sessions.printing=redirect",
    ],
  },
  rousseau: { file: "rousseau", prefix: 22, identity: controllers(564) },
} as const;

function controllers(place: number) {
  return (first: number) => [
    `identity.dnsServers=[${formatAddress(first + place)}, ${formatAddress(first + place + 1)}]`,
  ];
}

const variations: readonly (readonly string[])[] = [
  [],
  ["stage=live", "people.staff=9", "backup=strict"],
  ["stage=leaving"],
  ["stage=live", "sessions.load=light", "data.redundancy=geo"],
  ["stage=landing", "sessions.generation=2", "data.archive=[paie5]"],
  ["stage=live", "sessions.devices=any", "data.archive=[]"],
];

/** A firm's key; many begin alike, because that is where shortened names could meet. */
const key = fc
  .oneof(
    fc.stringMatching(new RegExp(`^${keyPattern}$`)),
    fc.stringMatching(/^cabinetmartin[a-z0-9]{0,7}$/),
    fc.stringMatching(/^[ab][01]{1,3}$/),
  )
  .filter((text) => readFirmKey(text).kind === "value");

const outline = fc.record({
  key,
  model: fc.constantFrom(...(["petit", "dupont", "moreau", "managed", "rousseau"] as const)),
  variation: fc.constantFrom(...variations),
});

/** Firms of every mode, each with a key, a subscription and networks of its own; the same ones each time. */
export function manyFirms(count: number, platform: Platform): readonly Firm[] {
  const outlines = fc.sample(
    fc.uniqueArray(outline, {
      minLength: count,
      maxLength: count,
      selector: (one) => one.key,
      size: "max",
    }),
    { numRuns: 1, seed: 20261124 },
  )[0];
  if (outlines === undefined) throw new Error("no firms were made");
  return outlines.map((one, place) => firmOf(one, place, platform));
}

type Outline = Parameters<Parameters<typeof outline.map>[0]>[0];

function firmOf({ key: name, model, variation }: Outline, place: number, platform: Platform): Firm {
  const first = platform.firmNetworks.first + place * 4096;
  const facts = models[model];
  const number = String(place + 100).padStart(12, "0");
  const changes = [
    `subscription=6f1d2c3b-0000-4000-8000-${number}`,
    `network=${formatAddress(first)}/${facts.prefix}`,
    ...facts.identity(first),
    // What the sample's file says has arrived is the sample's own.
    "landing={ transport: none }",
    `sites={ bourg: { lan: 192.168.${place}.0/24 } }`,
    ...variation,
  ];
  const bytes = readFileSync(join(folder, `${facts.file}.yaml`));
  const document = changes.reduce(
    (read, text) => (read.ok ? amend(read.value, text) : read),
    openDocument(`${facts.file}.yaml`, bytes),
  );
  const firm: Reading<Firm> = document.ok ? readFirm(name, document.value, platform) : document;
  if (firm.ok) return firm.value;
  throw new Error(firm.faults.map(formatFault).join("\n"));
}
