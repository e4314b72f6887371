import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RuleException } from "../../infra/rules/exceptions";
import { judgeScan, scanRefuses, type ScanReport } from "../../infra/rules/scan-report";

const check = (check_id: string, stack: string, name: string) => ({
  check_id,
  check_name: `about ${check_id}`,
  resource: `Microsoft.Storage/storageAccounts.${name}`,
  file_path: `/${stack}.json`,
});

const report: ScanReport = {
  results: {
    passed_checks: [check("CKV_AZURE_1", "prod", "hub"), check("CKV_AZURE_1", "prod.a", "sta")],
    failed_checks: [
      check("CKV_AZURE_36", "prod.a", "stb"),
      check("CKV_AZURE_36", "prod.a", "sta"),
      check("CKV_AZURE_59", "prod.b", "stc"),
    ],
    parsing_errors: [],
  },
};

const exception = (changes: Partial<RuleException> = {}): RuleException => ({
  rule: "CKV_AZURE_36",
  reason: "agreed",
  until: { year: 2026, month: 12, day: 31 },
  ...changes,
});

const names = new Map([
  ["Microsoft.Storage/storageAccounts.sta", "dossiers-account"],
  ["Microsoft.Storage/storageAccounts.stb", "archive-account"],
]);
const today = { year: 2026, month: 12, day: 31 };
const judged = (exceptions: readonly RuleException[], on = today) =>
  judgeScan(
    report,
    ["prod", "prod.a", "prod.b"].map((stack) => ({ stack, names, exceptions })),
    on,
  );

test("rejects what the scanner fails, by our names, each stack counted for itself", () => {
  const result = judged([]);
  expect(scanRefuses(result)).toBe(true);
  expect(result.findings.map(({ check: id, stack, resource }) => [id, stack, resource])).toEqual([
    ["CKV_AZURE_36", "prod.a", "archive-account"],
    ["CKV_AZURE_36", "prod.a", "dossiers-account"],
    ["CKV_AZURE_59", "prod.b", "Microsoft.Storage/storageAccounts.stc"],
  ]);
  expect(result.stacks).toEqual([
    { stack: "prod", passed: 1, excused: 0, failed: 0 },
    { stack: "prod.a", passed: 1, excused: 0, failed: 2 },
    { stack: "prod.b", passed: 0, excused: 0, failed: 1 },
  ]);
});

test("an exception covers one resource, or all; one that covers nothing is told of", () => {
  const one = judged([exception({ resource: "archive-account" })]);
  expect(one.stacks[1]).toMatchObject({ excused: 1, failed: 1 });
  const unused = exception({ rule: "CKV_AZURE_9" });
  const all = judged([exception(), exception({ rule: "CKV_AZURE_59" }), unused]);
  expect(scanRefuses(all)).toBe(false);
  expect(all.idle).toEqual([unused]);
});

test("rejects again after an exception's last day, and what the scanner could not read", () => {
  const all = [exception(), exception({ rule: "CKV_AZURE_59" })];
  const later = judged(all, { year: 2027, month: 1, day: 1 });
  expect(scanRefuses(later)).toBe(true);
  expect(later.findings.every(({ expired }) => expired !== undefined)).toBe(true);
  const unread = { results: { ...report.results, parsing_errors: ["/prod.json"] } };
  expect(scanRefuses(judgeScan(unread, [], today))).toBe(true);
});

test("the scanner and all it needs are pinned, and their files known by hash", () => {
  const text = readFileSync(join(__dirname, "../../infra/cli/scan-requirements.txt"), "utf8");
  const entries = text.split(/\n(?=\S)/).filter((entry) => !entry.startsWith("#"));
  expect(entries.length).toBeGreaterThan(50);
  for (const entry of entries)
    expect(entry.trim()).toMatch(/^[\w.-]+==[\w.]+( \\\n {4}--hash=sha256:[\da-f]{64})+$/);
});
