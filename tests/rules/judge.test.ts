import type { RegisteredResource } from "../../infra/resources/registered";
import type { RuleException } from "../../infra/rules/exceptions";
import { judge, refuses, type Case } from "../../infra/rules/judge";
import { eachOf, type Guardrail, type Severity } from "../../infra/rules/model";

const guardrail = (severity: Severity): Guardrail => ({
  id: "public-address",
  what: "every disk is large",
  why: "small ones fill up",
  severity,
  source: "this test",
  remedy: "make it larger",
  check: eachOf(["compute:Disk"], ({ inputs }) =>
    Number(inputs["size"]) < 10 ? `size is ${String(inputs["size"])}` : undefined,
  ),
});

const disk = (name: string, size: number): RegisteredResource => ({
  urn: `urn:pulumi:test::cabinet::azure-native:compute:Disk::${name}`,
  type: "azure-native:compute:Disk",
  name,
  custom: true,
  parent: undefined,
  inputs: { size },
  dependsOn: [],
  protect: false,
  ignoreChanges: [],
  id: undefined,
});

const circumstances: Case["circumstances"] = {
  kind: "firm",
  subscription: "s",
  platformSubscription: "p",
  allowedRegions: [],
  leaving: false,
  arcGroups: [],
};

const exception = (changes: Partial<RuleException> = {}): RuleException => ({
  rule: "public-address",
  reason: "agreed",
  until: { year: 2026, month: 12, day: 31 },
  ...changes,
});

const one = (changes: Partial<Case> = {}): Case => ({
  resources: [disk("b", 5), disk("a", 7), disk("c", 70)],
  circumstances,
  exceptions: [],
  inherited: [],
  today: { year: 2026, month: 12, day: 31 },
  ...changes,
});

const found = (changes: Partial<Case>, severity: Severity = "error") => {
  const verdict = judge([guardrail(severity)], one(changes));
  return {
    findings: verdict.findings.map(({ resource }) => resource),
    excused: verdict.excused.map(({ resource }) => resource),
    idle: verdict.idle.length,
    refuses: refuses(verdict),
  };
};

test("findings come in order of their resources, and errors refuse", () => {
  expect(found({})).toEqual({ findings: ["a", "b"], excused: [], idle: 0, refuses: true });
});

test("warnings do not refuse", () => {
  expect(found({}, "warning")).toMatchObject({ findings: ["a", "b"], refuses: false });
});

test("an exception covers its resource up to and with its last day", () => {
  const exceptions = [exception({ resource: "a" })];
  expect(found({ exceptions })).toMatchObject({ findings: ["b"], excused: ["a"], refuses: true });
});

test("an exception without a resource covers all", () => {
  expect(found({ exceptions: [exception()] })).toEqual({
    findings: [],
    excused: ["a", "b"],
    idle: 0,
    refuses: false,
  });
});

test("rejects again the day after an exception's last, and says that it ended", () => {
  const today = { year: 2027, month: 1, day: 1 };
  const exceptions = [exception({ resource: "a" })];
  expect(found({ exceptions, today })).toMatchObject({ findings: ["a", "b"], refuses: true });
  const { findings } = judge([guardrail("error")], one({ exceptions, today }));
  expect(findings.map(({ expired }) => expired?.reason)).toEqual(["agreed", undefined]);
});

test("an exception that was prolonged beside the old one holds", () => {
  const exceptions = [exception({ until: { year: 2026, month: 1, day: 1 } }), exception()];
  expect(found({ exceptions })).toMatchObject({ findings: [], excused: ["a", "b"] });
});

test("an exception of what holds is told of, unless it is one of the scanner's", () => {
  const exceptions = [exception({ resource: "c" }), exception({ rule: "CKV_AZURE_59" })];
  expect(found({ exceptions })).toMatchObject({ findings: ["a", "b"], idle: 1 });
});

test("an exception that holds for other stacks too is never told to be idle", () => {
  const inherited = [exception({ resource: "a" }), exception({ resource: "c" })];
  expect(found({ inherited })).toMatchObject({ findings: ["b"], excused: ["a"], idle: 0 });
});

test("what only a deployment can tell is left alone", () => {
  expect(judge([guardrail("error")], one({ resources: [] })).findings).toEqual([]);
});
