import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { loadBook } from "../../../infra/cost/book/load-book";
import { type BookFile, parseBook } from "../../../infra/cost/book/price-book";
import { bookPath, rebuildBook } from "../../../infra/cost/book/rebuild";
import { book } from "../support/price";

const facts = path.resolve(__dirname, "../../../../shared/prices");
const whenFactsAreHere = existsSync(facts) ? test : test.skip;

whenFactsAreHere(`the committed book is what is made of the facts in ${facts}`, () => {
  expect(readFileSync(bookPath, "utf8")).toBe(rebuildBook(facts));
});

function usd(meter: string): string | undefined {
  const found = book.find(meter, undefined);
  return found.kind === "priced"
    ? found.price.tiers.map(({ amount }) => amount.toString()).join(", ")
    : undefined;
}

// As `cost.md` gives them for France Central.
test.each([
  ["vm/linux/standard_d4as_v5", "0.202"],
  ["vm/linux/standard_d8s_v5", "0.448"],
  ["disk/premium-ssd/p10/lrs", "23.848"],
  ["files/premium/data/zrs", "0.22"],
  ["blob/hot/data/lrs", "0.0192, 0.018432, 0.017664"],
  ["egress/microsoft-network", "0, 0.087, 0.083, 0.07, 0.05"],
  ["private-endpoint/hour", "0.01"],
  ["backup/azure-vm/1500-gb", "30"],
  ["sql/database/general-purpose/gen5/4-vcores", "0.669752"],
])("%s costs %s", (meter, amount) => {
  expect(usd(meter)).toBe(amount);
});

test("every meter of the book can be understood, and a missing price is a reason", () => {
  const reasons = book.meters
    .map((meter) => book.find(meter, undefined))
    .flatMap((found) => (found.kind === "unpriced" ? [found.reason] : []));
  expect(reasons).toEqual(["its price in this region was not found"]);
});

test("a global meter holds in every region, others in the book's alone", () => {
  expect(book.find("nat-gateway/hour", "westus").kind).toBe("priced");
  expect(book.find("bastion/basic/hour", "westus")).toEqual({
    kind: "unpriced",
    reason: "the price book holds francecentral, not westus",
  });
});

test("sizes of machines are at hand", () => {
  expect(book.machineSize("Standard_D8as_v5")).toEqual({ vCpus: 8, memoryGib: 32 });
  expect(book.machineSize("constructor")).toBeUndefined();
});

const small: BookFile = {
  format: "cabinet-price-book/1",
  region: "here",
  currency: "USD",
  asOf: "2026-01-01",
  euro: {
    perUsd: "0.9",
    asOf: "2026-01-01",
    source: "test",
  },
  sources: {},
  machineSizes: {},
  meters: {
    a: {
      unit: "1 hour",
      usd: "1",
      confidence: "A",
      asOf: "2026-01-01",
      source: "s",
    },
  },
};

test.each<[string, unknown]>([
  ["another format", { ...small, format: "cabinet-price-book/2" }],
  ["a negative price", withMeter({ usd: "-1" })],
  ["a price as a number", withMeter({ usd: 1 })],
  ["a unit nobody knows", withMeter({ unit: "a while" })],
  ["no price and no reason", withMeter({ usd: undefined })],
  ["a price and a reason", withMeter({ unpriced: "unknown" })],
  [
    "tiers that do not rise",
    withMeter({
      usd: undefined,
      tiers: [
        { from: "0", usd: "1" },
        { from: "0", usd: "2" },
      ],
    }),
  ],
  ["a day that is none", withMeter({ asOf: "today" })],
  ["a key nobody knows", { ...small, more: 1 }],
  ["no object", 7],
])("rejects a book with %s", (_, document) => {
  expect(() => parseBook(document)).toThrow("this is not a price book");
});

function withMeter(change: Record<string, unknown>): unknown {
  return { ...small, meters: { a: { ...small.meters["a"], ...change } } };
}

test("rejects a file that is not there, by its name", () => {
  expect(() => loadBook("/nowhere/book.json")).toThrow(
    "cannot read the price book /nowhere/book.json",
  );
});
