import { neededLicences } from "../../infra/firm/licences";
import { firm, site } from "../support/builders";
import { firmFaults, firmWith, readFirmText, smallestFirm } from "../support/firm-file";

const price = '{ price: 19.06 EUR, asOf: 2026-09-26, source: "offer 114" }';
const contract = {
  price: 1906,
  asOf: { year: 2026, month: 9, day: 26 },
  source: "offer 114",
};

test("a firm pays the platform's prices, and its own before them", () => {
  const list = {
    microsoft365: { ...contract, price: 2000 },
    citrix: { ...contract, price: 3000 },
  };
  const reading = readFirmText(firmWith(`licences: { microsoft365: ${price} }`), {
    licences: list,
  });
  expect(reading.ok && reading.value.licences).toEqual({ ...list, microsoft365: contract });
});

test("no price is needed", () => {
  const reading = readFirmText(smallestFirm);
  expect(reading.ok && reading.value.licences).toEqual({});
});

const people = { ...firm().people, staff: 12, externals: 3 };
const thinprint = { kind: "thinprint" } as ReturnType<typeof firm>["sessions"]["printing"];
const citrix = { kind: "citrix" } as ReturnType<typeof firm>["sessions"]["broker"];

test.each([
  ["everybody with a desktop", { suite: "other" }, ["microsoft365 12"]],
  ["a suite", { suite: "sage" }, ["microsoft365 12", "sage 12"]],
  ["an office", { suite: "other", sites: [site()] }, ["microsoft365 12", "windowsServerCal 12"]],
  [
    "Citrix, for externals too, and ThinPrint",
    {
      suite: "other",
      sessions: { ...firm().sessions, broker: citrix, printing: thinprint },
    },
    ["microsoft365 12", "citrix 15", "thinprint 12"],
  ],
] as const)("%s decides what a firm needs", (_, changes, needed) => {
  const found = neededLicences(firm({ people, sites: [], ...changes }));
  expect(found.map(({ name, users }) => `${name} ${users}`)).toEqual(needed);
});

const at = (text: string) => `licences: { microsoft365: ${text} }`;

test.each([
  [
    "a licence that nobody needs",
    `licences: { citrix: ${price} }`,
    "petit.yaml:5:21: licences.citrix: met a map of price, asOf, source; allowed: prices of licences that the firm needs: microsoft365; this one comes with sessions.broker: citrix; remove it",
  ],
  [
    "a comma in an amount",
    at('{ price: "19,06 €", asOf: 2026-09-26, source: x }'),
    'petit.yaml:5:36: licences.microsoft365.price: met "19,06 €"; allowed: euros from 0 EUR to 1000 EUR; write 19.06 EUR',
  ],
  [
    "another currency",
    at("{ price: 19.06 USD, asOf: 2026-09-26, source: x }"),
    'petit.yaml:5:36: licences.microsoft365.price: met "19.06 USD"; allowed: euros from 0 EUR to 1000 EUR; write an amount in EUR, like 19.06 EUR',
  ],
  [
    "fractions of a cent",
    at("{ price: 19.065 EUR, asOf: 2026-09-26, source: x }"),
    'petit.yaml:5:36: licences.microsoft365.price: met "19.065 EUR"; allowed: euros from 0 EUR to 1000 EUR; write 19.07 EUR',
  ],
  [
    "the price of a whole firm",
    at("{ price: 1900 EUR, asOf: 2026-09-26, source: x }"),
    'petit.yaml:5:36: licences.microsoft365.price: met "1900 EUR"; allowed: euros from 0 EUR to 1000 EUR; write the price of one user and month, at most 1000 EUR',
  ],
])("rejects %s, by place and remedy", (_, line, fault) => {
  expect(firmFaults(firmWith(line))).toEqual([fault]);
});

test("rejects a price without its day and source, and licences nobody knows", () => {
  expect(firmFaults(firmWith(at("{ price: 19.06 EUR }")))).toHaveLength(2);
  expect(firmFaults(firmWith(`licences: { office: ${price} }`))).toHaveLength(1);
});

describe("rejects the price of what the firm does not have, and says what would bring it", () => {
  test.each([
    ["windowsServerCal", "sites"],
    ["citrix", "sessions.broker: citrix"],
    ["thinprint", "sessions.printing: thinprint"],
    ["quadra", "suite: quadra"],
    ["acd", "suite: acd"],
    ["sage", "suite: sage"],
    ["agiris", "suite: agiris"],
    ["quadraConnect", "services: [quadraConnect]"],
    ["quadraBox", "services: [quadraBox]"],
    ["suiviCaisse", "services: [suiviCaisse]"],
    ["devisFact", "services: [devisFact]"],
  ])("%s", (name, comesWith) => {
    const column = "licences: { ".length + name.length + ": ".length + 1;
    expect(firmFaults(firmWith(`licences: { ${name}: ${price} }`))).toEqual([
      `petit.yaml:5:${column}: licences.${name}: met a map of price, asOf, source; allowed: prices of licences that the firm needs: microsoft365; this one comes with ${comesWith}; remove it`,
    ]);
  });
});
