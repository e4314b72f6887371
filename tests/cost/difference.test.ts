import { commitmentsOf } from "../../infra/cost/commitments";
import { difference } from "../../infra/cost/difference";
import { parseBook } from "../../infra/cost/book/price-book";
import { estimate } from "../../infra/cost/estimate";
import { PriceList } from "../../infra/cost/price-list";
import { readResources } from "../../infra/cost/read-resources";
import { usageOf } from "../../infra/cost/usage";
import { bill, prices, resource, uses } from "./support/price";

const host = (name: string, vmSize = "Standard_D8as_v5") =>
  resource(
    "compute:VirtualMachine",
    {
      hardwareProfile: { vmSize },
      osProfile: { windowsConfiguration: {} },
      licenseType: "Windows_Client",
    },
    name,
  );

const hours = (count: number) => uses({ monthlyHours: count }, "host-*");

test("one more host is one more, with its hours", () => {
  const { changes, causes, total } = difference(
    bill([host("host-1")], hours(260)),
    bill([host("host-1"), host("host-2")], hours(260)),
  );
  expect(causes.map(({ text }) => text)).toEqual([
    "1 more Standard_D8as_v5, Windows client, users' licences, 260 hours",
  ]);
  expect(changes).toHaveLength(1);
  expect(total.change.usd.toString()).toBe("105.04");
  expect(total.percent?.toString()).toBe("100");
});

test("alike changes are told once, with the names of all", () => {
  const { causes } = difference(bill([]), bill([host("host-1"), host("host-2")], hours(260)));
  expect(causes).toMatchObject([
    {
      text: "2 more Standard_D8as_v5, Windows client, users' licences, 260 hours each",
      resources: ["host-1", "host-2"],
    },
  ]);
});

test.each<[string, () => string[]]>([
  [
    "1 fewer Standard_D8as_v5, Windows client, users' licences, 260 hours",
    () => causeTexts(bill([host("host-1")], hours(260)), bill([])),
  ],
  [
    "Standard_D8as_v5, Windows client, users' licences: 220 instead of 260 hours",
    () => causeTexts(bill([host("host-1")], hours(260)), bill([host("host-1")], hours(220))),
  ],
  [
    "Standard_D4as_v5, Windows client, users' licences instead of Standard_D8as_v5, Windows client, users' licences, 220 instead of 260 hours",
    () =>
      causeTexts(
        bill([host("host-1")], hours(260)),
        bill([host("host-1", "Standard_D4as_v5")], hours(220)),
      ),
  ],
  [
    'Standard_X1, Windows client, users\' licences: not priced, francecentral has no machines of the size "standard_x1"',
    () => causeTexts(bill([host("host-1")]), bill([host("host-1", "Standard_X1")])),
  ],
  [
    "NAT gateway, data processed: its use is now known, 10 GB",
    () => causeTexts(bill([nat]), bill([nat], uses({ monthlyDataProcessedGb: 10 }))),
  ],
])("%s", (text, made) => {
  expect(made()).toEqual([text]);
});

const nat = resource("network:NatGateway");

function causeTexts(...[before, after]: Parameters<typeof difference>): string[] {
  return difference(before, after).causes.map(({ text }) => text);
}

test("nothing before has no percent", () => {
  expect(difference(bill([]), bill([nat])).total.percent).toBeUndefined();
});

test("a price that moved says from what to what", () => {
  const own = new PriceList(prices.book, [
    {
      meter: "nat-gateway/hour",
      unit: undefined,
      region: undefined,
      resource: undefined,
      price: {
        currency: "USD",
        confidence: "A",
        asOf: "2026-11-01",
        source: "test",
        savingsPlan: {},
        tiers: [
          {
            from: prices.book.euro.perUsd.minus(prices.book.euro.perUsd),
            amount: prices.book.euro.perUsd,
          },
        ],
      },
    },
  ]);
  const before = bill([nat]);
  const after = estimate({ ...inputOf(nat), prices: own });
  expect(causeTexts(before, after)).toEqual([
    "NAT gateway: 0.858664 instead of 0.045 USD per unit of hours",
  ]);
});

test("rejects bills of two factors", () => {
  const other = parseBook({
    format: "cabinet-price-book/1",
    region: "francecentral",
    currency: "USD",
    asOf: "2026-01-01",
    euro: {
      perUsd: "0.9",
      asOf: "2026-01-01",
      source: "test",
    },
    sources: {},
    meters: {},
    machineSizes: {},
  });
  const after = estimate({ ...inputOf(nat), prices: new PriceList(other) });
  expect(() => difference(bill([nat]), after)).toThrow("make both with one price book");
});

function inputOf(one: typeof nat) {
  return { resources: readResources([one]), usage: usageOf({}) };
}

test("a savings plan loses money on a machine that runs 260 hours, and saves on one that always runs", () => {
  const [rare] = commitmentsOf(bill([host("host-1", "Standard_D4as_v5")], hours(260)), prices);
  const [always] = commitmentsOf(bill([host("host-1", "Standard_D4as_v5")]), prices);
  expect(rare).toMatchObject({ term: "oneYear", saves: false });
  expect(always).toMatchObject({ term: "oneYear", saves: true });
  // 0.754 of pay as you go: 550 of 730 hours.
  expect(rare?.breakEvenHours.toFixed(0)).toBe("550");
});
