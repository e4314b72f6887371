import { readFileSync } from "node:fs";
import path from "node:path";
import { compareOnPremise, hostedMonth, readOnPremise } from "../../infra/bill/on-premise";
import { loadBook } from "../../infra/cost/book/load-book";
import { bookPath } from "../../infra/cost/book/rebuild";
import { estimate } from "../../infra/cost/estimate";
import { Decimal } from "../../infra/cost/money";
import { PriceList } from "../../infra/cost/price-list";
import { type ExtraLine, usageOf } from "../../infra/cost/usage";
import { parseUnit } from "../../infra/cost/units";

const file = path.join(__dirname, "../../infra/bill/on-premise.yaml");
const text = readFileSync(file, "utf8");
const read = (changed: string) =>
  readOnPremise("on-premise.yaml", new TextEncoder().encode(changed));

function given() {
  const reading = read(text);
  if (!reading.ok) throw new Error("the project's own assumptions cannot be read");
  return reading.value;
}

test("a slim server for twelve people, by hand", () => {
  const { slim } = compareOnPremise(given(), 12, new Decimal(600), 1);
  expect(slim).toMatchObject({
    server: new Decimal(2500),
    // 1,200 and 12 × 40.
    licences: new Decimal(1680),
    // 120 W × 1.8 × 43,800 h = 9,460.8 kWh at 0.18.
    power: new Decimal("1702.944"),
    // 2 h × 60 months × 70.
    work: new Decimal(8400),
    total: new Decimal("14282.944"),
  });
});

test("each office has a slim server of its own, people their access licence once, and one server is renewed", () => {
  const [one, two] = [1, 2].map((offices) =>
    compareOnPremise(given(), 12, new Decimal(600), offices),
  );
  expect(two?.slim).toMatchObject({
    server: new Decimal(5000),
    // 2 × 1,200 and 12 × 40.
    licences: new Decimal(2880),
    power: new Decimal("3405.888"),
    work: new Decimal(16800),
  });
  expect(two?.renewal).toEqual(one?.renewal);
});

test("hosting counts all the months, and the difference is its sum with the slim server less the renewal", () => {
  const { hosted, slim, renewal, difference } = compareOnPremise(given(), 12, new Decimal(600), 1);
  expect(hosted.toString()).toBe("36000");
  expect(difference.eq(hosted.plus(slim.total).minus(renewal.total))).toBe(true);
});

test("licences that are paid wherever the server stands are no part of hosting", () => {
  const licence = (meter: string, price: number): ExtraLine => ({
    name: meter,
    group: "licences",
    quantity: new Decimal(12),
    unit: parseUnit("1 user/month"),
    price: { kind: "own", meter, amount: new Decimal(price), currency: "EUR", asOf: undefined },
  });
  const prices = new PriceList(loadBook(bookPath));
  const month = (...extras: readonly ExtraLine[]) =>
    hostedMonth(estimate({ resources: [], usage: usageOf({ extras }), prices })).toString();
  expect(month(licence("licence/microsoft365", 20))).toBe("0");
  expect(month(licence("licence/microsoft365", 20), licence("licence/citrix", 10))).toBe("120");
});

test("rejects what is no amount, with its place", () => {
  const reading = read(text.replace("server: 2500", "server: -1"));
  expect(reading.ok ? [] : reading.faults).toMatchObject([{ path: "slim.server", line: 12 }]);
});

test("rejects an unknown key", () => {
  const reading = read(`${text}\nrent: 12\n`);
  expect(reading.ok ? [] : reading.faults).toMatchObject([{ path: "rent" }]);
});
