import { one } from "../../infra/cost/money";
import { conversion, convert, parseUnit, type Unit, units } from "../../infra/cost/units";

function factor(from: string, to: Unit): string | undefined {
  const unit = parseUnit(from);
  if (unit === undefined) throw new Error(`${from} is no unit`);
  const found = conversion(unit, to);
  return found === undefined ? undefined : convert(one, found).toString();
}

test.each<[string, Unit, string]>([
  ["1 hour", units.hours, "1"],
  ["1 Hour", units.tunnels, "730"],
  ["1/Hour", units.iops, "730"],
  ["1 GiB/hour", units.gibHeld, "730"],
  ["1 GB/Month", units.gbHeld, "1"],
  ["1/Month", units.months, "1"],
  ["1/day", units.days, "1"],
  ["1/Day", units.months, "30"],
  ["10K", units.operations10k, "1"],
  ["10k operations", units.operations10k, "1"],
  ["1 operation", units.operations10k, "10000"],
  ["1M", units.queries1M, "1"],
  ["1M queries", units.queries1M, "1"],
  ["10K/Month", units.tags10k, "1"],
  ["1 MB/s/hour", units.megabytesPerSecond, "730"],
  ["100", units.operations100, "1"],
  ["1 time series/month", units.timeSeries, "1"],
  ["1", units.renewals, "1"],
])("a price per %s is one per %p times %s", (from, to, expected) => {
  expect(factor(from, to)).toBe(expected);
});

test.each<[string, Unit]>([
  ["1 GB", units.hours],
  ["1 GB", units.gbHeld],
  ["1 GB/month", units.gb],
  ["10k operations", units.gb],
  ["1 vCPU/hour", units.hours],
  ["1/month", units.operations10k],
])("rejects %s for %p", (from, to) => {
  expect(factor(from, to)).toBeUndefined();
});

test.each(["", "hour", "0 hours", "1 hour/second", "-1 GB", "1 ?", "K"])(
  "rejects %p as a unit",
  (text) => {
    expect(parseUnit(text)).toBeUndefined();
  },
);
