import { formatFault } from "../../infra/document/fault";
import { estimate } from "../../infra/cost/estimate";
import { PriceList } from "../../infra/cost/price-list";
import { readPrices } from "../../infra/cost/prices-file";
import { readResources } from "../../infra/cost/read-resources";
import { usageOf } from "../../infra/cost/usage";
import { book, resource, told, uses } from "./support/price";

function read(text: string) {
  return readPrices("prices.yaml", new TextEncoder().encode(text));
}

const gateways = ["nat-1", "nat-2"].map((name) => resource("network:NatGateway", {}, name));

function priced(text: string, usage = usageOf({})) {
  const reading = read(`version: 1\nasOf: 2026-11-01\n${text}`);
  if (!reading.ok) throw new Error(reading.faults.map(formatFault).join("\n"));
  const { lines, warnings } = estimate({
    resources: readResources(gateways),
    usage,
    prices: new PriceList(book, reading.value),
  });
  return [...lines.filter(({ kind }) => kind !== "awaitsUsage").map(told), ...warnings];
}

test("an own price counts before the book's, in the unit of the line", () => {
  expect(priced("prices: [{ meter: nat-gateway/hour, price: 0.03 }]")).toEqual([
    "NAT gateway: 730 hours at 0.03 = 21.9",
    "NAT gateway: 730 hours at 0.03 = 21.9",
  ]);
});

test("a price for one resource counts before the one for all", () => {
  const rows =
    "[{ meter: nat-gateway/hour, price: 0.03 }, { meter: NAT-gateway/hour, resource: nat-2, price: 0.02 }]";
  expect(priced(`prices: ${rows}`)).toEqual([
    "NAT gateway: 730 hours at 0.03 = 21.9",
    "NAT gateway: 730 hours at 0.02 = 14.6",
  ]);
});

test("a price of another region is for resources there", () => {
  const [first] = priced("prices: [{ meter: nat-gateway/hour, price: 0.03, region: West Europe }]");
  expect(first).toBe("NAT gateway: 730 hours at 0.045 = 32.85");
});

test("another unit that fits is converted", () => {
  const [first] = priced("prices: [{ meter: nat-gateway/hour, price: 73, unit: 1/month }]");
  expect(first).toBe("NAT gateway: 730 hours at 0.1 = 73");
});

test("tiers count", () => {
  const text =
    "prices: [{ meter: nat-gateway/data, tiers: [{ from: 0, price: 0.04 }, { from: 10, price: 0.01 }] }]";
  expect(priced(text, uses({ monthlyDataProcessedGb: 30 }, "nat-1")).slice(1, 3)).toEqual([
    "NAT gateway, data processed, first 10 GB: 10 GB at 0.04 = 0.4",
    "NAT gateway, data processed, over 10 GB: 20 GB at 0.01 = 0.2",
  ]);
});

test("euros stay euros", () => {
  const reading = read(
    "version: 1\nasOf: 2026-11-01\ncurrency: EUR\nprices: [{ meter: nat-gateway/hour, price: 0.03 }]",
  );
  if (!reading.ok) throw new Error("the prices are good");
  const { total } = estimate({
    resources: readResources(gateways),
    usage: usageOf({}),
    prices: new PriceList(book, reading.value),
  });
  expect(total.eur.toString()).toBe("43.8");
});

test("a price nobody asks for is a warning", () => {
  expect(priced("prices: [{ meter: nat/hour, price: 0.03 }]").at(-1)).toBe(
    "price of nat/hour: no line asks for it",
  );
});

test("rejects a unit that does not fit the meter, as a line without a price", () => {
  const [first] = priced("prices: [{ meter: nat-gateway/hour, price: 0.03, unit: 1 GB }]");
  expect(first).toBe('NAT gateway: no price, the price is for "GB", which does not fit hours');
});

test.each<[string, string]>([
  [
    "prices: [{ meter: a, price: -1 }]",
    "prices[0].price: met -1; allowed: an amount, like 0.404; write an amount like 0.404",
  ],
  ["prices: [{ meter: a, price: 1, unit: moon }]", 'prices[0].unit: met "moon"; '],
  ["prices: [{ meter: a }]", "prices[0]: "],
  [
    "prices: [{ meter: a, price: 1, tiers: [{ from: 0, price: 1 }] }]",
    "allowed: either price or tiers",
  ],
  [
    "prices: [{ meter: a, tiers: [{ from: 5, price: 1 }] }]",
    "allowed: tiers in rising order, the first from 0",
  ],
  ["prices: [{ meter: a, prize: 1 }]", 'prices[0].prize: met the key "prize"'],
])("rejects %p", (text, fault) => {
  const reading = read(`version: 1\nasOf: 2026-11-01\n${text}`);
  expect(reading.ok ? [] : reading.faults.map(formatFault)).toEqual([
    expect.stringContaining(fault),
  ]);
});
