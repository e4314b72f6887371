import { generateKeyPairSync } from "node:crypto";
import { documentHash } from "../../infra/kit/module/dsc-document";
import { reportDigest, reportFormat, type ServerReport } from "../../infra/slim-server/report";
import { server } from "../slim-server/servers";
import { sampleSite } from "./sample-firms";

const { site } = sampleSite("dupont");
const machine = site.machines.find(({ role }) => role === "controller");
if (machine === undefined) throw new Error("dupont has no controller");

/** What the sample firm's domain controller tells of itself when it is as it should be. */
export const controllerReport: ServerReport = {
  firm: "dupont",
  site: "meylan",
  machine: machine.name,
  at: "2026-12-05T14:03:00Z",
  system: "Windows Server 2022 Standard",
  document: documentHash(site, machine),
  ...server.controller,
  shares: server.controller.shares.map(({ name }) => ({ name, path: "" })),
};

/** A report as the check script writes it; `change` is what happened to it on the way. */
export function writtenReport(report: ServerReport, change: object = {}): Uint8Array {
  const content = { format: reportFormat, ...report, digest: reportDigest(report), ...change };
  return new TextEncoder().encode(JSON.stringify(content, null, 2));
}

export function keyPair(): { readonly publicKey: string; readonly privateKey: string } {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
}
