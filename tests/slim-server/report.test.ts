import * as fc from "fast-check";
import { formatFault } from "../../infra/document/fault";
import { isSignedBy, signDetached } from "../../infra/slim-server/detached-signature";
import {
  readReport,
  reportDigest,
  reportText,
  type ServerReport,
} from "../../infra/slim-server/report";
import { keyPair, writtenReport } from "../support/server-report";

const report: ServerReport = {
  firm: "dupont",
  site: "meylan",
  machine: "MEYLAN-DC1",
  at: "2026-12-05T14:03:00Z",
  system: "Windows Server 2022 Standard",
  document: "ab".repeat(32),
  features: ["DNS", "AD-Domain-Services"],
  services: [{ name: "DNS", state: "running", start: "automatic" }],
  shares: [{ name: "SYSVOL", path: String.raw`C:\Windows\SYSVOL\sysvol` }],
};

const written = (change: object = {}, of = report) => writtenReport(of, change);

function faults(bytes: Uint8Array): readonly string[] {
  const reading = readReport("rapport.json", bytes);
  return reading.ok ? [] : reading.faults.map(formatFault);
}

test("a report is read as it was written", () => {
  expect(readReport("rapport.json", written())).toEqual({ ok: true, value: report });
});

test("what is hashed is a line a fact, lists in order", () => {
  expect(reportText(report)).toBe(
    [
      "cabinet-server-report/1",
      "dupont",
      "meylan",
      "MEYLAN-DC1",
      "2026-12-05T14:03:00Z",
      "Windows Server 2022 Standard",
      "ab".repeat(32),
      "feature AD-Domain-Services",
      "feature DNS",
      "service DNS running automatic",
      String.raw`share SYSVOL C:\Windows\SYSVOL\sysvol`,
      "",
    ].join("\n"),
  );
});

test("the order of lists does not count, everything else does", () => {
  const features = report.features.toReversed();
  expect(reportDigest({ ...report, features })).toBe(reportDigest(report));
  expect(reportDigest({ ...report, features: ["DNS"] })).not.toBe(reportDigest(report));
});

test("any report goes through JSON and back", () => {
  const text = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), text, (features, share) => {
      const of = { ...report, features, shares: [{ name: share, path: share }] };
      expect(readReport("rapport.json", written({}, of))).toEqual({ ok: true, value: of });
    }),
  );
});

test("rejects a report from which something was taken away", () => {
  expect(faults(written({ features: ["AD-Domain-Services"] }))).toEqual([
    expect.stringMatching(
      /^rapport\.json:25:13: digest: met [0-9a-f]{64}; allowed: [0-9a-f]{64}, which is that of what the file says; run the check script on the machine again, and bring the file as it is$/,
    ),
  ]);
});

test.each<[string, object, string]>([
  ["another form", { format: "x/2" }, 'format: met "x/2"; allowed: cabinet-server-report/1'],
  [
    "a state Windows does not have",
    { services: [{ name: "DNS", state: "paused", start: "manual" }] },
    'services[0].state: met "paused"; allowed: running or stopped',
  ],
  ["a key of its own", { extra: 1 }, 'extra: met the key "extra"'],
])("rejects %s", (_, change, fault) => {
  expect(faults(written(change))).toEqual([expect.stringContaining(fault)]);
});

test("a signature tells who made a report, and nobody else's key fits", () => {
  const [technician, other] = [keyPair(), keyPair()];
  const signature = signDetached(written(), technician.privateKey);
  expect(isSignedBy(written(), `${signature}\r\n`, technician.publicKey)).toBe(true);
  expect(isSignedBy(written({ site: "voiron" }), signature, technician.publicKey)).toBe(false);
  expect(isSignedBy(written(), signature, other.publicKey)).toBe(false);
  expect(isSignedBy(written(), "no signature", technician.publicKey)).toBe(false);
});
