import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runAudit, type AuditOptions } from "../../infra/cli/audit-command";
import { InputFaults } from "../../infra/cli/input-faults";
import { Terminal } from "../../infra/cli/terminal";
import { signDetached } from "../../infra/slim-server/detached-signature";
import type { ServerReport } from "../../infra/slim-server/report";
import { controllerReport as controller, keyPair, writtenReport } from "../support/server-report";

// Reports of the sample firm's office; the machines' names are those of its file.
const folder = mkdtempSync(join(tmpdir(), "cabinet-audit-"));
afterAll(() => rmSync(folder, { recursive: true }));

const withWeb = { ...controller, features: [...controller.features, "Web-Server"] };

function fileOf(name: string, report: ServerReport): string {
  const file = join(folder, name);
  writeFileSync(file, writtenReport(report));
  return file;
}

function run(report: readonly string[], further: Partial<AuditOptions> = {}, firm = "dupont") {
  const printed: string[] = [];
  const terminal = new Terminal();
  terminal.print = (text) => void printed.push(text);
  const options = { environment: "prod", lang: "fr", report, ...further } as const;
  const code = runAudit(firm, options, terminal);
  return { code, printed };
}

test("A08: a clean controller is compliant, and machines without a report are named", () => {
  expect(run([fileOf("clean.json", controller)])).toEqual({
    code: 0,
    printed: [
      "MEYLAN-DC1: conforme (Windows Server 2022 Standard, 2026-12-05T14:03:00Z, rapport non signé)",
      "MEYLAN-HV1: sans rapport",
      "MEYLAN-PR1: sans rapport",
    ],
  });
});

test("A08: a web server that was added ends with exit code 10 and its reason, in French unless asked otherwise", () => {
  const file = fileOf("web.json", withWeb);
  const { code, printed } = run([file]);
  expect(code).toBe(10);
  expect(printed.slice(0, 2)).toEqual([
    "MEYLAN-DC1: non conforme (Windows Server 2022 Standard, 2026-12-05T14:03:00Z, rapport non signé)",
    "  Web-Server est interdit : un serveur web ouvre le serveur au réseau et n'est d'aucune utilité au cabinet. [slim:feature:forbidden]",
  ]);
  expect(run([file], { lang: "en" }).printed[1]).toContain("a web server opens the server");
});

test("one JSON document for machines", () => {
  const { printed } = run([fileOf("web.json", withWeb)], { json: true });
  expect(JSON.parse(printed.join("\n"))).toMatchObject({
    format: "cabinet/audit@1",
    firm: "dupont",
    site: "meylan",
    machines: [
      {
        name: "MEYLAN-DC1",
        role: "controller",
        signed: false,
        compliant: false,
        findings: [{ code: "slim:feature:forbidden", subject: "Web-Server" }],
      },
    ],
    withoutReport: ["MEYLAN-HV1", "MEYLAN-PR1"],
  });
});

test("a signed report is told as such; rejects one that somebody else signed", () => {
  const [technician, other] = [keyPair(), keyPair()];
  const file = fileOf("signed.json", controller);
  const certificate = join(folder, "technicien.pem");
  const sign = (key: string) =>
    writeFileSync(`${file}.sig`, signDetached(writtenReport(controller), key));
  writeFileSync(certificate, technician.publicKey);
  sign(technician.privateKey);
  expect(run([file], { certificate }).printed[0]).toContain("rapport signé)");
  sign(other.privateKey);
  expect(() => run([file], { certificate })).toThrow("was not signed by whom");
  writeFileSync(certificate, "no key");
  expect(() => run([file], { certificate })).toThrow("neither a certificate nor a public key");
});

test.each<[string, Partial<ServerReport>, string]>([
  ["another firm", { firm: "moreau" }, 'firm: met "moreau"; allowed: dupont'],
  ["another office", { site: "voiron" }, 'site: met "voiron"; allowed: meylan'],
  [
    "another machine",
    { machine: "MEYLAN-DC9" },
    'machine: met "MEYLAN-DC9"; allowed: MEYLAN-HV1, MEYLAN-DC1 or MEYLAN-PR1; bring the report of this office',
  ],
])("rejects a report of %s", (_, change, fault) => {
  const file = fileOf("other.json", { ...controller, ...change });
  expect(() => run([file])).toThrow(InputFaults);
  expect(() => run([file])).toThrow(fault);
});

test("rejects a report that answers another document than today's, and says how to come by one that does", () => {
  const file = fileOf("old.json", { ...controller, document: "ab".repeat(32) });
  expect(() => run([file])).toThrow(InputFaults);
  expect(() => run([file])).toThrow(
    new RegExp(
      `old\\.json:\\d+:\\d+: document: met "(ab)+a?…; allowed: ${controller.document}, the SHA-256 of MEYLAN-DC1\\.dsc\\.json as the firm's file makes it today: this report of 2026-12-05T14:03:00Z answers another document; make the kit again \\(cabinet kit dupont --site meylan\\), run its 90-verifier\\.ps1 on MEYLAN-DC1`,
    ),
  );
});

test.each<[string, Partial<AuditOptions>, string]>([
  ["petit", {}, "petit has no office"],
  ["rousseau", {}, "rousseau has several offices"],
  ["dupont", { site: "voiron" }, "dupont has no office voiron"],
  ["prod", {}, "is the platform"],
])("rejects %s, whose office is not clear", (firm, options, message) => {
  expect(() => run([], options, firm)).toThrow(message);
});
