import * as fc from "fast-check";
import { hostLines } from "../../../infra/bill/page/make-variant";
import { plans, simulate, type Plan } from "../../../infra/bill/page/simulate";
import { commitmentsOf } from "../../../infra/cost/commitments";
import { Decimal } from "../../../infra/cost/money";
import { usageOf } from "../../../infra/cost/usage";
import { prices, recorded, type Recorded, sideOf, variantOf } from "./reports";

let firms: readonly Recorded[];

beforeAll(async () => {
  firms = [
    await recorded("people.staff=9"),
    await recorded(),
    await recorded("people.staff=31"),
    await recorded("people.staff=31", "data.redundancy=geo"),
  ];
}, 60_000);

function hostNames(one: Recorded): readonly string[] {
  return hostLines(sideOf(one)).lines.map(({ resource }) => resource.name);
}

/** The command's bill when a usage file says how long each host runs. */
function billWith(one: Recorded, hours: number) {
  const resources = Object.fromEntries(
    hostNames(one).map((name) => [name, { monthlyHours: new Decimal(hours) }]),
  );
  return sideOf(one, usageOf({ resources })).estimate;
}

test("every position of the sliders gives the command's bill, exactly", () => {
  const variants = firms.map(variantOf);
  fc.assert(
    fc.property(fc.nat({ max: firms.length - 1 }), fc.nat({ max: 730 }), (index, hours) => {
      const one = firms[index] ?? fail();
      const { staff } = one.firm.people;
      const { redundancy } = one.firm.data;
      const simulated = simulate(variants, { staff, redundancy, hours, plan: "none" });
      const { total, groups } = billWith(one, hours);
      expect(simulated?.total.toFixed()).toBe(total.eur.toFixed());
      expect(simulated?.groups.map(({ group, eur }) => [group, eur.toFixed()])).toEqual(
        Object.entries(groups).map(([group, { eur }]) => [group, eur.toFixed()]),
      );
      expect(simulated?.perPerson.toFixed(10)).toBe(total.eur.div(staff).toFixed(10));
    }),
    { numRuns: 60 },
  );
});

function fail(): never {
  throw new Error("no such firm");
}

test("a savings plan gives what the command says of it, whatever the hours", () => {
  const [one = fail()] = firms;
  const { estimate } = sideOf(one);
  const names = new Set(hostNames(one));
  const offers = commitmentsOf(estimate, prices).filter(
    ({ resource, term }) => names.has(resource) && term === "oneYear",
  );
  const change = offers.reduce(
    (sum, { savingsPlan, payAsYouGo }) => sum.plus(savingsPlan.eur).minus(payAsYouGo.eur),
    new Decimal(0),
  );
  const at = (hours: number) =>
    simulate([variantOf(one)], { staff: 9, redundancy: "zone", hours, plan: "oneYear" });
  expect(offers.length).toBeGreaterThan(0);
  expect(at(1)?.total.toFixed()).toBe(estimate.total.eur.plus(change).toFixed());
  expect(at(730)?.total.toFixed()).toBe(at(1)?.total.toFixed());
  expect(at(730)?.planAgainstHours?.isNegative()).toBe(true);
  expect(at(1)?.planAgainstHours?.isPositive()).toBe(true);
});

test("more people, more hours never cost less", () => {
  const variants = firms.slice(0, 3).map(variantOf);
  const totals = variants.map(({ staff }) =>
    [100, 200, 730].map(
      (hours) =>
        simulate(variants, { staff, redundancy: "zone", hours, plan: "none" })?.total.toNumber() ??
        0,
    ),
  );
  for (const [a = 0, b = 0, c = 0] of totals) expect(a < b && b < c).toBe(true);
  expect(totals.map(([first]) => first)).toEqual(
    totals.map(([first]) => first).toSorted((a = 0, b = 0) => a - b),
  );
});

test.each<[string, number, Plan]>([
  ["people nobody reckoned", 10, "none"],
  ["a plan without a price", 9, "threeYears"],
])("rejects %s", (_, staff, plan) => {
  const variants = [variantOf(firms[0] ?? fail())];
  expect(plans).toContain(plan);
  expect(simulate(variants, { staff, redundancy: "zone", hours: 300, plan })).toBeUndefined();
});
