import * as fc from "fast-check";
import { difference } from "../../infra/cost/difference";
import { estimate, type Estimate } from "../../infra/cost/estimate";
import { families } from "../../infra/cost/families";
import { add, Decimal, sum } from "../../infra/cost/money";
import { estimateDocument, estimateToJson, writeJson } from "../../infra/cost/to-json";
import { usageOf } from "../../infra/cost/usage";
import { allUsageKeys } from "../../infra/cost/usage-keys";
import type { RegisteredResource } from "../../infra/resources/registered";
import { amounts } from "./support/arbitraries";
import { prices } from "./support/price";
import { committedCases } from "./support/read-cases";
import { readResources } from "../../infra/cost/read-resources";

/** Programs of resources as the cases have them, in France Central, under names of their own. */
const caseResources = committedCases().flatMap(({ resources }) => resources);

const program: fc.Arbitrary<readonly RegisteredResource[]> = fc
  .array(fc.nat(caseResources.length - 1), { maxLength: 12 })
  .map((picks) =>
    readResources(
      picks.map((pick, index) => {
        const found = caseResources[pick];
        const inputs =
          found?.inputs["location"] === undefined
            ? found?.inputs
            : { ...found.inputs, location: "francecentral" };
        return { type: found?.type, name: `r${index}`, inputs };
      }),
    ),
  );

const usage = fc
  .dictionary(fc.constantFrom(...allUsageKeys), amounts)
  .map((values) => usageOf({ resources: { "*": values } }));

const priceAll = (resources: readonly RegisteredResource[], said = usageOf({})): Estimate =>
  estimate({ resources, usage: said, prices });

test("the sum of the lines is the total, and of the groups", () => {
  fc.assert(
    fc.property(program, usage, (resources, said) => {
      const { lines, total, groups } = priceAll(resources, said);
      const ofLines = sum(
        lines.flatMap((line) => (line.kind === "priced" ? [line.monthlyCost] : [])),
      );
      expect(ofLines).toEqual(total);
      expect(sum(Object.values(groups))).toEqual(total);
    }),
  );
});

test("the order of resources does not matter", () => {
  fc.assert(
    fc.property(program, usage, (resources, said) => {
      expect(priceAll(resources.toReversed(), said)).toEqual(priceAll(resources, said));
    }),
  );
});

test("the difference of a program with itself is empty", () => {
  fc.assert(
    fc.property(program, usage, (resources, said) => {
      const bill = priceAll(resources, said);
      const { changes, causes, total } = difference(bill, priceAll(resources, said));
      expect([changes, causes, total.change.usd.toString()]).toEqual([[], [], "0"]);
    }),
  );
});

test("before and change are after, line by line, group by group and in all, exactly", () => {
  fc.assert(
    fc.property(program, program, usage, usage, (one, other, saidBefore, saidAfter) => {
      const [before, after] = [priceAll(one, saidBefore), priceAll(other, saidAfter)];
      const { changes, total, groups, causes } = difference(before, after);
      expect(add(before.total, total.change)).toEqual(after.total);
      for (const line of changes) expect(add(line.costBefore, line.change)).toEqual(line.costAfter);
      for (const group of Object.values(groups))
        expect(add(group.before, group.change)).toEqual(group.after);
      expect(sum(changes.map(({ change }) => change))).toEqual(total.change);
      expect(sum(causes.map(({ change }) => change))).toEqual(total.change);
    }),
  );
});

test("more use never costs less", () => {
  fc.assert(
    fc.property(
      program,
      fc.constantFrom(...allUsageKeys),
      amounts,
      amounts,
      (resources, key, much, more) => {
        const [less, greater] = [much, much.plus(more)].map((value) =>
          priceAll(resources, usageOf({ resources: { "*": { [key]: value } } })),
        );
        if (less === undefined || greater === undefined) return;
        // What has no price from some size on says so, and is in no sum.
        fc.pre(greater.lineCounts.unpriced === less.lineCounts.unpriced);
        expect(greater.total.usd.gte(less.total.usd)).toBe(true);
      },
    ),
  );
});

test("no price of the book misses the unit of its line", () => {
  const everything = readResources(
    caseResources.map((resource, index) => ({
      ...resource,
      name: `r${index}`,
      inputs: { ...resource.inputs, location: "francecentral" },
    })),
  );
  const said = usageOf({
    resources: { "*": Object.fromEntries(allUsageKeys.map((key) => [key, new Decimal(1000)])) },
  });
  const misfits = priceAll(everything, said).lines.flatMap((line) =>
    line.kind === "unpriced" && line.reason.includes("does not fit")
      ? [`${line.meter ?? ""}: ${line.reason}`]
      : [],
  );
  expect(misfits).toEqual([]);
});

const inputNames = [
  ...new Set(caseResources.flatMap(({ inputs }) => namesIn(inputs))),
  "criteria",
  "allOf",
  "dimensions",
  "values",
  "scopes",
  "loadBalancingRules",
  "autoscaleConfiguration",
  "constructor",
  "__proto__",
];

function namesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...namesIn(item)]);
}

const anyValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue({ maxDepth: 1 }),
    fc.double(),
    fc.constantFrom(
      "<unknown>",
      "<secret>",
      "Premium_LRS",
      "GP_Gen5_4",
      "Standard",
      "",
      "-1",
      "1e400",
      "PT5M",
    ),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...inputNames), tie("value"), { maxKeys: 5 }),
  ),
})).value;

const types = families.flatMap((family) => family.types);

const anyResource = fc.record({
  type: fc.oneof(
    fc.constantFrom(...types).map((type) => `azure-native:${type}`),
    fc.string(),
  ),
  name: fc.string(),
  urn: fc.string(),
  inputs: fc.dictionary(fc.constantFrom(...inputNames), anyValue, { maxKeys: 8 }),
});

test("no program whatever makes it throw, or tell a number that is none", () => {
  fc.assert(
    fc.property(fc.array(anyResource, { maxLength: 6 }), usage, (list, said) => {
      const resources = list.map((resource) => ({
        ...resource,
        custom: true,
        parent: undefined,
        dependsOn: [],
        id: undefined,
        protect: false,
        ignoreChanges: [],
      }));
      const bill = priceAll(resources, said);
      expect(estimateDocument.safeParse(JSON.parse(writeJson(estimateToJson(bill)))).success).toBe(
        true,
      );
      const told = bill.lines.flatMap((line) =>
        line.kind === "priced" ? [line.monthlyQuantity, line.monthlyCost.usd] : [],
      );
      expect(told.filter((amount) => !amount.isFinite() || amount.lt(0))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
