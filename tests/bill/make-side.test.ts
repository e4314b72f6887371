import path from "node:path";
import * as fc from "fast-check";
import { makeSide } from "../../infra/bill/make-side";
import { difference } from "../../infra/cost/difference";
import { add, type Money, subtract, sum } from "../../infra/cost/money";
import { usageOf } from "../../infra/cost/usage";
import type { Firm } from "../../infra/firm/firm";
import type { RegisteredResource } from "../../infra/resources/registered";
import { readDefinition } from "../../infra/stacks/definition";
import { recordStack } from "../../infra/stacks/program";
import { prices, told } from "../cost/support/price";
import { checkGolden } from "../support/golden";

// Whole stacks: without traces they are recorded several times faster.
Error.stackTraceLimit = 0;

const root = path.join(__dirname, "../..");

interface Sample {
  readonly firm: Firm;
  readonly resources: readonly RegisteredResource[];
}

async function sample(stack: string): Promise<Sample> {
  const reading = readDefinition(stack, root);
  if (!reading.ok || reading.value.kind !== "firm") throw new Error(`${stack} is no sample`);
  const { firm, name, platform } = reading.value;
  const { resources } = await recordStack(name, { platform, firm });
  return { firm, resources };
}

function sideOf({ firm, resources }: Sample) {
  return makeSide({ source: "the files", firm, resources, said: usageOf({}), prices, year: 2026 });
}

const euros = ({ eur }: Money) => `${eur.toFixed(2)} EUR`;

test("the bill of the sample firm is what its golden file says: quantity, dollars and factor to check by hand", async () => {
  const { estimate, assumptions } = sideOf(await sample("prod.dupont"));
  expect(estimate.euro.perUsd.toString()).toBe("0.858664");
  checkGolden("dupont.cost", {
    factor: `1 USD is ${estimate.euro.perUsd.toString()} EUR`,
    lines: estimate.lines
      .filter((line) => line.kind !== "free")
      .filter((line) => line.kind !== "priced" || !line.monthlyQuantity.isZero())
      .map((line) =>
        line.kind === "priced"
          ? `${line.group} | ${told(line)} USD = ${euros(line.monthlyCost)}`
          : `${line.group} | ${told(line)}`,
      )
      .toSorted(),
    groups: Object.fromEntries(
      Object.entries(estimate.groups).map(([group, money]) => [group, euros(money)]),
    ),
    total: euros(estimate.total),
    free: estimate.resources.free,
    assumptions: assumptions
      .filter(({ value }) => !value.isZero())
      .map(
        ({ key, value, unit, because }) =>
          `${key ?? "line"}: ${value.toString()} ${unit}, ${because.en}`,
      )
      .toSorted(),
  });
});

test.each(["prod.dupont", "prod.petit", "prod.moreau", "prod.rousseau"])(
  "%s has no line whose use nobody knows, and the sum of its lines is its total",
  async (stack) => {
    const { estimate } = sideOf(await sample(stack));
    expect(estimate.lines.filter(({ kind }) => kind === "awaitsUsage")).toEqual([]);
    const lines = estimate.lines.flatMap((line) =>
      line.kind === "priced" ? line.monthlyCost : [],
    );
    expect(sum(lines)).toEqual(estimate.total);
  },
);

test("a firm differs in nothing from itself, whatever the order of its resources", async () => {
  const one = await sample("prod.dupont");
  const { estimate } = sideOf(one);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...one.resources], { minLength: one.resources.length }),
      (shuffled) => {
        const { changes, total } = difference(
          estimate,
          sideOf({ ...one, resources: shuffled }).estimate,
        );
        expect(changes).toEqual([]);
        expect(total.change.usd.isZero()).toBe(true);
      },
    ),
    { numRuns: 5 },
  );
});

test("before and the changes are after, exactly, whatever is taken away", async () => {
  const one = await sample("prod.dupont");
  const after = sideOf(one).estimate;
  fc.assert(
    fc.property(fc.subarray([...one.resources]), (some) => {
      const before = sideOf({ ...one, resources: some }).estimate;
      const { changes, total } = difference(before, after);
      expect(add(before.total, sum(changes.map(({ change }) => change)))).toEqual(after.total);
      expect(subtract(after.total, before.total)).toEqual(total.change);
    }),
    { numRuns: 20 },
  );
});

test("more people never cost less", async () => {
  const one = await sample("prod.petit");
  const cost = (staff: number) =>
    sideOf({ ...one, firm: { ...one.firm, people: { ...one.firm.people, staff } } }).estimate.total;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 499 }), (staff) => {
      expect(cost(staff + 1).usd.gte(cost(staff).usd)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test("hosts deployed with a shorter week run fewer hours than the files have", async () => {
  const { firm, resources } = await sample("prod.dupont");
  const deployed = resources.map((one) =>
    one.type.endsWith(":ScalingPlan") ? { ...one, inputs: withoutSaturday(one.inputs) } : one,
  );
  const hours = (ofFirm: readonly RegisteredResource[]) =>
    makeSide({
      source: "deployed",
      firm,
      resources: deployed,
      said: usageOf({}),
      prices,
      year: 2026,
      ofFirm,
    }).assumptions.find(({ key }) => key === "monthlyHours")?.value;
  // Five days of 14 hours, and a Saturday of 6 that is not deployed yet.
  const now = hours(deployed);
  expect(hours(resources)?.toString()).toBe(now?.times(70).div(76).toFixed(0));
});

function withoutSaturday(inputs: RegisteredResource["inputs"]): RegisteredResource["inputs"] {
  const { schedules } = inputs;
  if (!Array.isArray(schedules)) throw new Error("the plan has no schedules");
  return {
    ...inputs,
    schedules: schedules.filter((schedule) => !JSON.stringify(schedule).includes("Saturday")),
  };
}

test("licences without a price are lines that say where to state it", async () => {
  const { estimate } = sideOf(await sample("prod.rousseau"));
  const unpriced = estimate.lines.filter(
    (line) => line.kind === "unpriced" && line.group === "licences",
  );
  expect(unpriced.map(({ name }) => name)).toEqual([
    "Access licences of the offices' Windows servers",
    "Production software, quadra",
    "Citrix subscription",
    "ThinPrint subscription",
  ]);
  expect(unpriced[0]).toHaveProperty("reason", expect.stringContaining("licence/windowsservercal"));
});
