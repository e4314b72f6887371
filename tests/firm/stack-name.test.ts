import * as fc from "fast-check";
import { formatFault } from "../../infra/document/fault";
import {
  formatStackName,
  parseStackName,
  resolveStack,
  type KnownNames,
} from "../../infra/firm/stack-name";

const known: KnownNames = {
  environments: ["prod", "test"],
  firms: ["dupont", "petit"],
  sitesOf: (firm) => ({ ok: true, value: firm === "dupont" ? ["meylan"] : [] }),
};

const key = fc.stringMatching(/^[a-z][a-z0-9]{1,19}$/);

test("a stack's name comes back from what it means", () => {
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 3 }), (parts) => {
      const name = parts.join(".");
      const parsed = parseStackName(name);
      expect(parsed.ok && formatStackName(parsed.value)).toBe(name);
    }),
  );
});

test.each([
  ["prod", { kind: "platform", environment: "prod" }],
  ["prod.dupont", { kind: "firm", environment: "prod", firm: "dupont" }],
  ["test.petit", { kind: "firm", environment: "test", firm: "petit" }],
  ["dupont", { kind: "firm", environment: "prod", firm: "dupont" }],
  ["prod.dupont.meylan", { kind: "site", environment: "prod", firm: "dupont", site: "meylan" }],
])("%s", (name, stack) => {
  expect(resolveStack(name, "prod", known)).toEqual({ ok: true, value: stack });
});

const form =
  "allowed: environment, environment.firm or environment.firm.site, each 2 to 20 lower-case letters and digits, a letter first; write it like prod.dupont";

test.each([
  ["", `:1:1: met the stack name ""; ${form}`],
  ["Prod.Dupont", `Prod.Dupont:1:1: met the stack name "Prod.Dupont"; ${form}`],
  ["prod.", `prod.:1:1: met the stack name "prod."; ${form}`],
  ["prod.a.b.c", `prod.a.b.c:1:1: met the stack name "prod.a.b.c"; ${form}`],
  ["../prod", `../prod:1:1: met the stack name "../prod"; ${form}`],
  ["pord", 'pord:1:1: met the stack "pord"; allowed: prod, test, dupont or petit; write prod'],
  [
    "dupond",
    'dupond:1:1: met the stack "dupond"; allowed: prod, test, dupont or petit; write dupont',
  ],
  ["prd.dupont", 'prd.dupont:1:1: met the environment "prd"; allowed: prod or test; write prod'],
  ["prod.dupond", 'prod.dupond:1:6: met the firm "dupond"; allowed: dupont or petit; write dupont'],
  [
    "prod.zebra",
    'prod.zebra:1:6: met the firm "zebra"; allowed: dupont or petit; describe it in infra/firms',
  ],
  [
    "prod.dupont.melan",
    'prod.dupont.melan:1:13: met the site "melan"; allowed: meylan; write meylan',
  ],
  [
    "prod.petit.meylan",
    'prod.petit.meylan:1:12: met the site "meylan"; allowed: one that is described in infra/firms/petit.yaml; describe it in infra/firms/petit.yaml',
  ],
])("rejects %j", (name, fault) => {
  const resolved = resolveStack(name, "prod", known);
  expect(resolved.ok ? [] : resolved.faults.map(formatFault)).toEqual([fault]);
});

test("the faults of a firm's file come up when one of its sites is asked for", () => {
  const faults = [
    { file: "f", line: 1, column: 1, path: "", met: "a", allowed: "b", remedy: "c" },
  ] as const;
  const broken: KnownNames = { ...known, sitesOf: () => ({ ok: false, faults }) };
  expect(resolveStack("prod.dupont.meylan", "prod", broken)).toEqual({ ok: false, faults });
});
