import { join } from "node:path";
import type { CalendarDate } from "../../infra/document/calendar-date";
import type { Firm } from "../../infra/firm/firm";
import type { Platform } from "../../infra/platform/platform";
import { guardrails } from "../../infra/rules/catalogue";
import { guardrailIds } from "../../infra/rules/ids";
import { arcGroupsOf } from "../../infra/firm/arc-groups";
import { judge, type Case, type Finding } from "../../infra/rules/judge";
import { readDefinition, type StackDefinition } from "../../infra/stacks/definition";
import { packageExceptions } from "../../infra/rules/package-exceptions";
import { recordStack } from "../../infra/stacks/program";
import { accessCases } from "./cases/access";
import { arcCases } from "./cases/arc";
import { backupCases } from "./cases/backup";
import { dataCases } from "./cases/data";
import { hostCases } from "./cases/hosts";
import { networkCases } from "./cases/network";
import { stackCases } from "./cases/stack";

// Whole stacks: without traces they are recorded several times faster.
Error.stackTraceLimit = 0;
jest.setTimeout(60_000);

const cases = [
  ...accessCases,
  ...arcCases,
  ...backupCases,
  ...dataCases,
  ...hostCases,
  ...networkCases,
  ...stackCases,
];
const samples = ["prod", "hub", "petit", "dupont", "moreau", "rousseau", "moreau.voiron"] as const;
const technician = {
  who: "j.bernard@cabinet-cloud.example",
  from: { year: 2026, month: 11, day: 23 },
  until: { year: 2026, month: 11, day: 27 },
  reason: "ticket 4711",
};
const known = new Map<string, Case>();

beforeAll(async () => {
  for (const sample of samples) known.set(sample, await caseOf(sample));
});

async function caseOf(sample: (typeof samples)[number]): Promise<Case> {
  const name = ["prod", ...(sample === "prod" || sample === "hub" ? [] : sample.split("."))].join(
    ".",
  );
  const reading = readDefinition(name, join(__dirname, "../.."));
  if (!reading.ok) throw new Error(`${sample} is no sample`);
  const definition = reading.value;
  const platform: Platform =
    sample === "hub"
      ? {
          ...definition.platform,
          vpnGateway: "VpnGw1AZ",
          firewall: "Premium",
          bastion: "Standard",
        }
      : definition.platform;
  // Live but for the one whose files still land: people have their rights then. A technician repairs hosts.
  const firm: Firm | undefined =
    definition.kind !== "platform"
      ? {
          ...definition.firm,
          stage: sample === "petit" ? "landing" : "live",
          access: { ...definition.firm.access, technicians: [technician] },
        }
      : undefined;
  return {
    resources: (await recordStack(definition.name, { platform, firm })).resources,
    circumstances: {
      kind: definition.kind,
      subscription: (firm ?? platform).subscription,
      platformSubscription: platform.subscription,
      allowedRegions: platform.allowedRegions,
      leaving: firm?.stage === "leaving",
      arcGroups: firm === undefined ? [] : arcGroupsOf(platform.environment, firm),
    },
    exceptions: firm?.exceptions ?? [],
    inherited: [...platform.exceptions, ...packageExceptions(linksEnd(definition))],
    today: { year: 2026, month: 11, day: 24 },
  };
}

function linksEnd(definition: StackDefinition): CalendarDate | undefined {
  if (definition.kind !== "site") return undefined;
  const { supervision } = definition.site;
  return supervision.kind === "arc" ? supervision.readableUntil : undefined;
}

function sampleOf(name: string): Case {
  const found = known.get(name);
  if (found === undefined) throw new Error(`${name} is not recorded`);
  return found;
}

const textOf = ({ resource, met }: Finding) => `${resource}: ${met}`;

test.each(cases)(
  "$rule: $what",
  ({ rule, of = "dupont", change = (same) => same, circumstances, met, also = [] }) => {
    const sample = sampleOf(of);
    const before = judge(guardrails, sample).findings.map(textOf);
    const { findings } = judge(guardrails, {
      ...sample,
      resources: change(sample.resources),
      circumstances: { ...sample.circumstances, ...circumstances },
    });
    const later = findings.filter((finding) => !before.includes(textOf(finding)));
    expect(later.filter((finding) => finding.rule === rule).map(textOf)).toEqual(met);
    const others = later.filter((finding) => finding.rule !== rule && !also.includes(finding.rule));
    expect(others.map(textOf)).toEqual([]);
  },
);

test.each(samples)("nothing is wrong with %s", (sample) => {
  const { findings, idle } = judge(guardrails, sampleOf(sample));
  expect(findings.filter(({ severity }) => severity === "error").map(textOf)).toEqual([]);
  expect(idle).toEqual([]);
});

test("the account that an office's machines read from is set aside by name, with reason and end, until its links end", () => {
  const sample = sampleOf("moreau.voiron");
  const { excused } = judge(guardrails, sample);
  expect(excused.map(({ rule, resource, exception }) => [rule, resource, exception.until])).toEqual(
    ["firm-keys", "private-stores", "private-stores", "private-stores", "shared-keys"].map(
      (rule) => [rule, "packages-account", { year: 2028, month: 12, day: 31 }],
    ),
  );
  const later = judge(guardrails, { ...sample, today: { year: 2029, month: 1, day: 1 } });
  expect(new Set(later.findings.map(({ rule, expired }) => [rule, expired?.until.year]))).toEqual(
    new Set([
      ["firm-keys", 2028],
      ["private-stores", 2028],
      ["private-stores", 2028],
      ["private-stores", 2028],
      ["shared-keys", 2028],
    ]),
  );
});

test.each(guardrailIds)("%s has a case that breaks it and one that holds", (id) => {
  const own = cases.filter(({ rule }) => rule === id);
  expect(own.some(({ met }) => met.length > 0)).toBe(true);
  expect(own.some(({ met }) => met.length === 0)).toBe(true);
});

test("every guardrail says what, why, whence and what to do, under its own id", () => {
  expect(guardrails.map(({ id }) => id)).toEqual([...guardrailIds]);
  expect([...guardrailIds]).toEqual([...guardrailIds].toSorted());
  for (const { what, why, remedy, source } of guardrails)
    for (const text of [what, why, remedy, source]) expect(text).toMatch(/^\S.{10,}[^.\s]$/);
});
