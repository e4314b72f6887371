import { licenceLines } from "../../infra/bill/licences";
import { loadBook } from "../../infra/cost/book/load-book";
import { bookPath } from "../../infra/cost/book/rebuild";
import { estimate } from "../../infra/cost/estimate";
import { PriceList } from "../../infra/cost/price-list";
import { readPrices } from "../../infra/cost/prices-file";
import { Decimal } from "../../infra/cost/money";
import { usageOf } from "../../infra/cost/usage";
import type { Firm } from "../../infra/firm/firm";
import { told } from "../cost/support/price";
import { firm } from "../support/builders";

const contract = {
  price: 1906,
  asOf: { year: 2026, month: 9, day: 26 },
  source: "offer 114",
};

function linesOf(
  changes: Partial<Firm>,
  pricesFile = "version: 1\nasOf: 2026-11-01\nprices: []\n",
) {
  const own = readPrices("prices.yaml", new TextEncoder().encode(pricesFile));
  if (!own.ok) throw new Error("the prices file is none");
  const prices = new PriceList(loadBook(bookPath), own.value);
  const extras = licenceLines(firm(changes));
  return estimate({ resources: [], usage: usageOf({ extras }), prices });
}

/** What Azure takes for access, by the user. */
const accessLines = (changes: Partial<Firm>) =>
  linesOf(changes).lines.filter(
    (line) => "meter" in line && line.meter?.startsWith("avd-access/") === true,
  );

const people = { ...firm().people, staff: 12, externals: 3 };
const suite = "other";

test("a price of the file is a line with its day and source", () => {
  const { lines } = linesOf({ people, suite, licences: { microsoft365: contract } });
  expect(lines[0]).toMatchObject({
    kind: "priced",
    group: "licences",
    name: "Microsoft 365 with Windows",
    meter: "licence/microsoft365",
    price: { asOf: "2026-09-26", source: "offer 114", confidence: "A" },
  });
  // 12 × 19.06.
  expect(lines[0]?.kind === "priced" && lines[0].monthlyCost.eur.toString()).toBe("228.72");
});

test("without a price it is a line that says where to write one", () => {
  expect(linesOf({ people, suite }).lines[0]).toMatchObject({
    kind: "unpriced",
    reason: expect.stringContaining("under licences in the firm's file"),
  });
});

test("a prices file counts before the firm's file", () => {
  const { lines, warnings } = linesOf(
    { people, suite, licences: { microsoft365: contract } },
    "version: 1\nasOf: 2026-11-01\ncurrency: EUR\nprices:\n  - { meter: licence/microsoft365, price: 20 }\n",
  );
  expect(lines[0]?.kind === "priced" && lines[0].monthlyCost.eur.toString()).toBe("240");
  expect(lines[0]).toMatchObject({ price: { source: "prices file", asOf: "2026-11-01" } });
  expect(warnings).toEqual([]);
});

test("A37: in the provider's tenant everybody pays Azure for access, in the firm's own externals alone", () => {
  const access = (changes: Partial<Firm>) =>
    accessLines({ people, suite, ...changes }).map((line) => `${line.name}: ${told(line)}`);
  expect(access({ tenancy: "provider" })).toEqual([
    expect.stringMatching(/^Access of staff to desktops: .*12 .*10/),
    expect.stringMatching(/^Access of external users: .*3 .*5\.5/),
  ]);
  expect(access({ tenancy: "firm" })).toEqual([
    expect.stringMatching(/^Access of external users: .*3 .*5\.5/),
  ]);
});

test("A33: who starts Quadra Connect is in the line of the tier for applications", () => {
  const quadraConnect = {
    key: "quadraconnect",
    name: "Quadra Connect",
    path: "C:\\Q.exe",
    arguments: "",
  };
  const lines = accessLines({ people, suite, services: { web: [], quadraConnect } });
  expect(lines).toContainEqual(
    expect.objectContaining({ name: "Access of external users", monthlyQuantity: new Decimal(3) }),
  );
});

test.each(["quadraBox", "suiviCaisse", "devisFact"] as const)(
  "A34: %s adds one line to the bill",
  (service) => {
    const before = linesOf({ people, suite }).lines.map(({ name }) => name);
    const after = linesOf({
      people,
      suite,
      services: { web: [service], quadraConnect: undefined },
    }).lines.map(({ name }) => name);
    expect(after.filter((name) => !before.includes(name))).toEqual([
      expect.stringContaining("Vendor's service"),
    ]);
    expect(after).toHaveLength(before.length + 1);
  },
);

test("nobody pays Azure for access where Citrix brings people to hosts", () => {
  const broker = { kind: "citrix" } as Firm["sessions"]["broker"];
  expect(accessLines({ people, suite, sessions: { ...firm().sessions, broker } })).toEqual([]);
});
