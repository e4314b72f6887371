import { hostHoursByMonth } from "../../../infra/bill/host-hours";
import { hostLines } from "../../../infra/bill/page/make-variant";
import { yearOf } from "../../../infra/bill/page/year";
import { Decimal } from "../../../infra/cost/money";
import { usageOf } from "../../../infra/cost/usage";
import { foreignReport, recorded, type Recorded, reportOf, sideOf, year } from "./reports";

let firm: Recorded;

beforeAll(async () => {
  firm = await recorded();
}, 60_000);

test("each month is the bill with that month's hours", () => {
  const { bill } = reportOf(sideOf(firm));
  const { lines } = hostLines(bill.after);
  const months = yearOf(bill) ?? [];
  const hours = hostHoursByMonth(firm.firm.workday, year);
  expect(months.map((month) => month.hours.toString())).toEqual(
    hours.map((each) => each.toString()),
  );
  for (const [index, { eur }] of months.entries()) {
    const resources = Object.fromEntries(
      lines.map(({ resource }) => [
        resource.name,
        { monthlyHours: hours[index] ?? new Decimal(0) },
      ]),
    );
    expect(eur.toFixed()).toBe(sideOf(firm, usageOf({ resources })).estimate.total.eur.toFixed());
  }
});

test("the months of the season are those it touches", async () => {
  const { season } = firm.firm.workday;
  const months = yearOf(reportOf(sideOf(firm)).bill) ?? [];
  const expected =
    season.kind === "none"
      ? []
      : months
          .map(({ month }) => month)
          .filter((m) => season.from.month <= m && m <= season.until.month);
  expect(months.filter(({ inSeason }) => inSeason).map(({ month }) => month)).toEqual(expected);
  expect(months).toHaveLength(12);
});

test("where no calendar decides the hours there is no year", () => {
  const names = hostLines(sideOf(firm)).lines.map(({ resource }) => resource.name);
  const said = usageOf({
    resources: Object.fromEntries(names.map((name) => [name, { monthlyHours: new Decimal(9) }])),
  });
  expect(yearOf(reportOf(sideOf(firm, said)).bill)).toBeUndefined();
  expect(yearOf(foreignReport(firm.resources).bill)).toBeUndefined();
});
