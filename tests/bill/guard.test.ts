import { judge, whyOld } from "../../infra/bill/guard";
import { Decimal } from "../../infra/cost/money";
import type { Budget } from "../../infra/firm/firm";
import { firm } from "../support/builders";
import { billOf, host } from "./support";

const withBudget = (budget: Budget) =>
  judge(billOf([host("host-1")], undefined, firm({ budget })), undefined);

// One Standard_D4as_v5 in the hours of the smallest firm is about 51 EUR a month; 75 GB of egress are free.
const month = billOf([host("host-1")]).after.estimate.total.eur;

test("no budget judges nothing", () => {
  expect(withBudget({ kind: "none" })).toEqual([]);
});

test("within 80 % of the budget nothing is said", () => {
  expect(withBudget({ kind: "monthly", euros: Math.ceil(Number(month) / 0.79) })).toEqual([]);
});

test("from 80 % of the budget on a warning is due", () => {
  expect(withBudget({ kind: "monthly", euros: Math.floor(Number(month) / 0.81) })).toMatchObject([
    { kind: "warning" },
  ]);
});

test("above the budget the month is refused, with both sums", () => {
  const [verdict] = withBudget({ kind: "monthly", euros: 10 });
  expect(verdict).toMatchObject({ kind: "refused" });
  expect(verdict).toHaveProperty(
    "because",
    expect.stringContaining(`${month.toFixed(2)} EUR a month`),
  );
  expect(verdict).toHaveProperty("because", expect.stringContaining("budget of 10 EUR"));
});

test("an increase above the limit is refused, one at the limit is not", () => {
  const doubled = billOf([host("host-1"), host("host-2")], [host("host-1")]);
  const percent = doubled.difference?.total.percent;
  if (percent === undefined) throw new Error("the month grew");
  expect(judge(doubled, percent)).toEqual([]);
  expect(judge(doubled, percent.minus("0.1"))).toMatchObject([{ kind: "refused" }]);
});

test("what is new increases nothing", () => {
  // In a tenant of its own a firm pays Azure nothing for access, so that nothing was there before.
  const bill = billOf([host("host-1")], [], firm({ tenancy: "firm" }));
  expect(judge(bill, new Decimal(0))).toEqual([]);
});

test("prices are old after 90 days, by the caller's day", () => {
  const day = (text: string) => Date.parse(text) / 86_400_000;
  expect(whyOld("2026-08-22", day("2026-11-20"))).toBeUndefined();
  expect(whyOld("2026-08-22", day("2026-11-21"))).toContain("91 days old");
});
