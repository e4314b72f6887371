import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { formatBook } from "../../../infra/cost/book/build-book";
import { bookFile, type BookFile } from "../../../infra/cost/book/price-book";
import type { RefreshReport } from "../../../infra/cost/refresh/renew-book";
import { refreshBook } from "../../../infra/cost/refresh/refresh-book";
import type { RetailRow } from "../../../infra/cost/refresh/retail-row";
import { type Fault, type Page, RetailServer, type RetailServerOptions } from "./retail-server";
import { committedBook, region, row, rowsOf } from "./rows";

function essentials({ meters }: BookFile, name: string): readonly unknown[] {
  const entry = meters[name];
  return [entry?.usd, entry?.tiers, entry?.unit, entry?.region, entry?.savingsPlan];
}

const today = "2026-11-24";

/** A few meters, so that a test's own rows stand out. */
const names = [
  "vm/linux/standard_d8as_v5",
  "vm/windows/standard_d8as_v5",
  "disk/premium-ssd/p30/lrs",
  "disk/premium-ssd/p10/lrs",
  "disk/premium-ssd/p10/lrs/mount",
  "blob/hot/data/lrs",
  "nat-gateway/hour",
  "dns/private-zone",
  "egress/microsoft-network",
  "backup/azure-vm/500-gb",
  "backup/azure-vm/1500-gb",
  "load-balancer/regional/data",
  "app-service/linux/p0v3",
];
const smallBook: BookFile = {
  ...committedBook,
  meters: Object.fromEntries(
    Object.entries(committedBook.meters).filter(([name]) => names.includes(name)),
  ),
};

const p0v3 = row({
  serviceName: "Azure App Service",
  productName: "Azure App Service Premium v3 Plan - Linux",
  meterName: "P0 v3 App",
  skuName: "P0v3",
  retailPrice: 0.077,
});
const rows = [...rowsOf(smallBook), p0v3];

interface Outcome {
  readonly report: RefreshReport | undefined;
  readonly error: string | undefined;
  readonly book: BookFile;
  readonly text: string;
  /** What else lies beside the book afterwards. */
  readonly beside: readonly string[];
  readonly asked: readonly URL[];
  readonly waits: readonly number[];
}

async function refresh(
  options: Partial<RetailServerOptions> = {},
  book: BookFile = smallBook,
): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), "cabinet-refresh-"));
  const file = path.join(folder, "book.json");
  writeFileSync(file, formatBook(book));
  const server = new RetailServer({ rows, ...options });
  const endpoint = await server.start();
  const waits: number[] = [];
  const wait = (seconds: number) => {
    waits.push(seconds);
    return Promise.resolve();
  };
  let report: RefreshReport | undefined;
  let error: string | undefined;
  try {
    report = await refreshBook(file, { endpoint, wait, note: () => undefined }, today);
  } catch (thrown) {
    error = thrown instanceof Error ? thrown.message : String(thrown);
  } finally {
    await server.stop();
  }
  const text = readFileSync(file, "utf8");
  const beside = readdirSync(folder).filter((name) => name !== "book.json");
  rmSync(folder, { recursive: true });
  return {
    report,
    error,
    text,
    beside,
    waits,
    asked: server.asked,
    book: bookFile.parse(JSON.parse(text)),
  };
}

function change(
  match: (one: RetailRow) => boolean,
  values: Partial<RetailRow>,
): readonly RetailRow[] {
  return rows.map((one) => (match(one) ? { ...one, ...values } : one));
}

const isP10 = ({ meterName }: RetailRow) => meterName === "P10 LRS Disk";

test("the same prices give the same book, seen today", async () => {
  const { book, report, beside } = await refresh();
  expect(report).toMatchObject({ notListed: 1, kept: [], renewed: names.length - 1 });
  expect(report?.changes.map(({ meter }) => meter)).toEqual(["app-service/linux/p0v3"]);
  expect(report?.euro).toEqual({ before: "0.858664", after: "0.858664" });
  expect(book.asOf).toBe(today);
  expect(book.euro.asOf).toBe(today);
  const seen = names.filter((name) => name !== "app-service/linux/p0v3");
  expect(seen.map((name) => essentials(book, name))).toEqual(
    seen.map((name) => essentials(smallBook, name)),
  );
  expect(book.meters["app-service/linux/p0v3"]).toMatchObject({
    usd: "0.077",
    confidence: "A",
    asOf: today,
    source: "retailPrices",
  });
  expect(book.meters["load-balancer/regional/data"]).toEqual(
    smallBook.meters["load-balancer/regional/data"],
  );
  expect(beside).toEqual([]);
});

test("the whole committed book comes back from its own rows, over many pages", async () => {
  const { report, error, asked, book } = await refresh(
    { rows: rowsOf(committedBook) },
    committedBook,
  );
  expect(error).toBeUndefined();
  expect(report?.changes).toEqual([]);
  expect(report?.kept.map(({ meter }) => meter)).toEqual(["app-service/linux/p0v3"]);
  expect(asked.length).toBeLessThan(40);
  expect(Object.keys(book.meters)).toEqual(Object.keys(committedBook.meters));
});

test("asks by the service, the region and what is filed elsewhere, in dollars and once in euros", async () => {
  const { asked } = await refresh();
  const questions = asked.map((address) => Object.fromEntries(address.searchParams));
  expect(questions).toContainEqual({
    "api-version": "2023-01-01-preview",
    currencyCode: "'USD'",
    meterRegion: "'primary'",
    $filter:
      "serviceName eq 'Virtual Machines' and (armRegionName eq 'francecentral' or armRegionName eq 'Global' " +
      "or armRegionName eq '' or armRegionName eq 'Zone 1') and priceType eq 'Consumption'",
  });
  expect(questions.filter(({ currencyCode }) => currencyCode === "'EUR'")).toHaveLength(1);
});

test("follows pages to their end", async () => {
  const { report, asked } = await refresh({ rowsAPage: 1 });
  expect(report?.kept).toEqual([]);
  expect(asked.some((address) => address.searchParams.has("$skip"))).toBe(true);
});

test("a changed price is taken and told", async () => {
  const { report, book } = await refresh({ rows: change(isP10, { retailPrice: 25 }) });
  expect(report?.changes).toContainEqual({
    meter: "disk/premium-ssd/p10/lrs",
    what: "price",
    before: "23.848",
    after: "25",
  });
  expect(book.meters["disk/premium-ssd/p10/lrs"]?.usd).toBe("25");
});

test("multiples of a meter move with it", async () => {
  const { book } = await refresh({
    rows: change(({ meterName }) => meterName === "Azure VM Protected Instances", {
      retailPrice: 11,
    }),
  });
  expect(book.meters["backup/azure-vm/500-gb"]?.usd).toBe("11");
  expect(book.meters["backup/azure-vm/1500-gb"]?.usd).toBe("33");
});

test("tiers are kept, one row each", async () => {
  const { book } = await refresh({
    rows: change(({ meterName }) => meterName === "Hot LRS Data Stored", {}).map((one) =>
      one.tierMinimumUnits === 51_200 ? { ...one, retailPrice: 0.0185 } : one,
    ),
  });
  expect(book.meters["blob/hot/data/lrs"]?.tiers).toEqual([
    { from: "0", usd: "0.0192" },
    { from: "51200", usd: "0.0185" },
    { from: "512000", usd: "0.017664" },
  ]);
});

test("the euro follows the anchor", async () => {
  const { book, report } = await refresh({ eurPerUsd: 0.9 });
  expect(book.euro.perUsd).toBe("0.9");
  expect(report?.euro.after).toBe("0.9");
});

test("reservations of a size belong to the machine without Windows", async () => {
  const reservation = (reservationTerm: string, retailPrice: number) =>
    row({
      serviceName: "Virtual Machines",
      productName: "Virtual Machines Dasv5 Series",
      skuName: "Standard_D8as_v5",
      armSkuName: "Standard_D8as_v5",
      meterName: "D8as v5",
      type: "Reservation",
      reservationTerm,
      retailPrice,
    });
  const { book } = await refresh({
    rows: [...rows, reservation("1 Year", 2088), reservation("3 Years", 4000)],
  });
  expect(book.meters["vm/linux/standard_d8as_v5"]?.reservation).toEqual({
    oneYear: "2088",
    threeYears: "4000",
  });
  expect(book.meters["vm/windows/standard_d8as_v5"]?.reservation).toBeUndefined();
});

const machine = {
  serviceName: "Virtual Machines",
  armSkuName: "Standard_D8as_v5",
  meterName: "D8as v5",
  skuName: "Standard_D8as_v5",
  productName: "Virtual Machines Dasv5 Series",
  retailPrice: 99,
} as const;

// Each is beside the right row; taking it would change the price to 99.
test.each<[string, Partial<RetailRow>]>([
  ["Cloud Services", { ...machine, productName: "Dasv5 Series Cloud Services" }],
  ["CloudServices", { ...machine, productName: "Dasv5 Series CloudServices" }],
  ["a Dedicated Host", { ...machine, productName: "Dasv5 Series Dedicated Host" }],
  ["Spot", { ...machine, skuName: "D8as v5 Spot", meterName: "D8as v5 Spot" }],
  ["Low Priority", { ...machine, skuName: "D8as v5 Low Priority" }],
  ["DevTest", { ...machine, type: "DevTestConsumption" }],
  ["another region", { ...machine, armRegionName: "westeurope" }],
  ["a name in other letters", { ...machine, serviceName: "virtual machines" }],
  ["not primary", { ...machine, isPrimaryMeterRegion: false }],
  ["of the future", { ...machine, effectiveStartDate: "2027-01-01T00:00:00Z" }],
  ["of the past", { ...machine, effectiveEndDate: "2026-10-31T00:00:00Z" }],
  [
    "older",
    {
      ...machine,
      meterId: "4c1e2b9c-dc9e-5b4b-8777-2395b56519b1",
      effectiveStartDate: "2023-01-01T00:00:00Z",
    },
  ],
  [
    "a disk mount",
    {
      serviceName: "Storage",
      productName: "Premium SSD Managed Disks",
      skuName: "P10 LRS",
      meterName: "P10 LRS Disk Mount ",
      retailPrice: 99,
    },
  ],
])("a row for %s is not the machine's price", async (_, trap) => {
  const { report, book } = await refresh({ rows: [row(trap), ...rows, row(trap)] });
  expect(report?.kept).toEqual([]);
  expect(report?.changes.map(({ meter }) => meter)).toEqual(["app-service/linux/p0v3"]);
  expect(JSON.stringify(book)).not.toContain('"99"');
});

test("rows that are not primary do not count even when the list gives them unasked", async () => {
  const { report } = await refresh({
    change: (page) => ({
      ...page,
      Items: [
        ...page.Items,
        ...page.Items.map((item) => ({
          ...(item as RetailRow),
          retailPrice: 99,
          isPrimaryMeterRegion: false,
        })),
      ],
      Count: page.Count * 2,
    }),
  });
  expect(report?.changes.map(({ meter }) => meter)).toEqual(["app-service/linux/p0v3"]);
});

// A meter the list does not give, or not in a way to be trusted, keeps its price and is told.
test.each<[string, readonly RetailRow[], string]>([
  ["gone", rows.filter((one) => !isP10(one)), "not in the price list"],
  ["free all at once", change(isP10, { retailPrice: 0 }), "the price list says 0"],
  [
    "counted otherwise",
    change(isP10, { unitOfMeasure: "1 GB/Month" }),
    "the price list counts it in",
  ],
  ["without a first tier", change(isP10, { tierMinimumUnits: 5 }), "its tiers begin at 5"],
  [
    "there twice",
    [...rows, ...rows.filter(isP10).map((one) => ({ ...one, meterId: "x", retailPrice: 9 }))],
    "several meters fit",
  ],
])("a meter that is %s keeps its price", async (_, list, reason) => {
  const { report, book } = await refresh({ rows: list });
  expect(report?.kept).toEqual([
    { meter: "disk/premium-ssd/p10/lrs", reason: expect.stringContaining(reason) as string },
  ]);
  expect(book.meters["disk/premium-ssd/p10/lrs"]).toEqual(
    smallBook.meters["disk/premium-ssd/p10/lrs"],
  );
});

test("a renamed product is found by the meter's id", async () => {
  const { report, book } = await refresh({ rows: change(isP10, { productName: "Premium Disks" }) });
  expect(report?.kept).toEqual([]);
  expect(book.meters["disk/premium-ssd/p10/lrs"]?.azure?.product).toBe("Premium Disks");
});

test("a global meter that is only in the region holds in the region alone", async () => {
  const { book } = await refresh({
    rows: change(({ serviceName }) => serviceName === "NAT Gateway", { armRegionName: region }),
  });
  expect(book.meters["nat-gateway/hour"]?.region).toBeUndefined();
});

test.each<[string, Fault, number]>([
  ["429 with Retry-After", { kind: "status", status: 429, retryAfter: "7" }, 7],
  ["429 without", { kind: "status", status: 429 }, 1],
  [
    "429 with a date",
    { kind: "status", status: 429, retryAfter: "Tue, 24 Nov 2026 08:00:00 GMT" },
    1,
  ],
  ["500", { kind: "status", status: 500 }, 1],
  ["503 with Retry-After", { kind: "status", status: 503, retryAfter: "3" }, 3],
  ["a page that breaks off", { kind: "breaksOff" }, 1],
  ["a connection that breaks", { kind: "hangsUp" }, 1],
])("after %s it waits and asks the same again", async (_, fault, seconds) => {
  const { report, waits, asked } = await refresh({
    fault: (request) => (request === 2 ? fault : undefined),
  });
  expect(report?.kept).toEqual([]);
  expect(waits).toEqual([seconds]);
  expect(asked[2]?.href).toBe(asked[1]?.href);
});

test("after a page with fewer rows than it counts it asks again", async () => {
  let pages = 0;
  const { report, waits } = await refresh({
    change: (page: Page) => ((pages += 1) === 1 ? { ...page, Items: page.Items.slice(1) } : page),
  });
  expect(report?.kept).toEqual([]);
  expect(waits).toEqual([1]);
});

const always = (fault: Fault) => ({ fault: () => fault });
const changing = (values: Partial<Record<keyof Page, unknown>>) => ({
  change: (page: Page) => ({ ...page, ...values }),
});
const items = (values: object) => ({
  change: (page: Page) => ({
    ...page,
    Items: page.Items.map((item) => ({ ...(item as object), ...values })),
  }),
});

test.each<[string, Partial<RetailServerOptions>, string]>([
  ["a list that stays throttled", always({ kind: "status", status: 429 }), "asked 6 times"],
  [
    "a list that stays broken",
    always({ kind: "status", status: 500 }),
    "the price list has a fault (500)",
  ],
  [
    "a wait longer than anybody waits",
    always({ kind: "status", status: 429, retryAfter: "3600" }),
    "asked again in 3600 seconds",
  ],
  ["a refused question", always({ kind: "status", status: 400 }), "refuses the question (400)"],
  ["a redirection", always({ kind: "status", status: 302 }), "no answer"],
  ["pages that always break off", always({ kind: "breaksOff" }), "a page broke off"],
  ["no connection", always({ kind: "hangsUp" }), "no answer"],
  [
    "an answer of another form",
    always({ kind: "body", body: { value: [] } }),
    "a form that is not known",
  ],
  ["empty Items everywhere", { rows: [] }, "nothing was taken from it"],
  [
    "only a few meters",
    { rows: rows.filter(({ serviceName }) => serviceName === "NAT Gateway") },
    "nothing was taken from it",
  ],
  ["another currency", items({ currencyCode: "GBP" }), "asked for USD and answers with GBP"],
  [
    "another type of price",
    items({ type: "DevTestConsumption" }),
    "answers with DevTestConsumption",
  ],
  ["a negative price", items({ retailPrice: -1 }), "a form that is not known"],
  ["a price that is a text", items({ retailPrice: "1" }), "a form that is not known"],
  [
    "pages that lead elsewhere",
    changing({ NextPageLink: "https://elsewhere.example/" }),
    "lies elsewhere",
  ],
  [
    "an anchor that is not there",
    { rows: rows.filter(({ meterName }) => meterName !== "P30 LRS Disk") },
    "which tells the euro",
  ],
  ["a euro nobody believes", { eurPerUsd: 7 }, "7 euros for a dollar are not believed"],
])("rejects %s, and leaves the book as it was", async (_, options, message) => {
  const { error, text, beside } = await refresh(options);
  expect(error).toContain(message);
  expect(text).toBe(formatBook(smallBook));
  expect(beside).toEqual([]);
});

test("rejects pages that lead back to themselves", async () => {
  let first = "";
  const { error } = await refresh({
    fault: (_, address) => {
      first = first === "" ? address.href : first;
      return { kind: "body", body: { Items: [], Count: 0, NextPageLink: first } };
    },
  });
  expect(error).toContain("have no end");
});

test("rejects a book that is none", async () => {
  await expect(
    refreshBook(
      __filename,
      { endpoint: "http://127.0.0.1:9/", wait: () => Promise.resolve(), note: () => undefined },
      today,
    ),
  ).rejects.toThrow("JSON");
});
