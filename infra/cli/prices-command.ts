import pc from "picocolors";
import { whyOld } from "../bill/guard";
import { loadBook } from "../cost/book/load-book";
import type { BookEntry, PriceBook } from "../cost/book/price-book";
import { bookPath } from "../cost/book/rebuild";
import { Decimal } from "../cost/money";
import { PriceListFault } from "../cost/refresh/fetch-rows";
import { refreshBook } from "../cost/refresh/refresh-book";
import type { PriceChange, RefreshReport } from "../cost/refresh/renew-book";
import { publicEndpoint } from "../cost/refresh/retail-query";
import { type CalendarDate, dayNumber, formatDate } from "../document/calendar-date";
import { Failure } from "../engine/failure";
import { exitCodes } from "./exit-codes";
import type { Terminal } from "./terminal";

export interface ShowOptions {
  readonly json?: boolean;
}

/** Shows the price of a meter, or which meters the name may mean. */
export function showPrice(
  meter: string,
  { json }: ShowOptions,
  today: CalendarDate,
  terminal: Terminal,
): number {
  const book = loadBook(bookPath);
  const old = whyOld(book.asOf, dayNumber(today));
  if (old !== undefined) terminal.warn(old);
  const name = meter.toLowerCase();
  const entry = book.entry(name);
  if (entry === undefined) throw unknownMeter(meter, book);
  terminal.print(
    json === true
      ? JSON.stringify(describe(name, entry, book), null, 2)
      : render(name, entry, book).join("\n"),
  );
  return exitCodes.done;
}

const mostSuggestions = 15;

function unknownMeter(meter: string, book: PriceBook): Failure {
  const words = meter.toLowerCase().split(/[^a-z0-9]+/);
  const near = book.meters.filter((name) => words.every((word) => name.includes(word)));
  const shown = near.slice(0, mostSuggestions).map((name) => `  ${name}`);
  const more = near.length > shown.length ? [`  and ${near.length - shown.length} more`] : [];
  return new Failure(
    "input",
    `the price book of ${book.region} has no meter "${meter}"`,
    near.length === 0
      ? "the meter of every line is in cabinet cost --json"
      : ["it may be one of these:", ...shown, ...more].join("\n"),
  );
}

function describe(meter: string, entry: BookEntry, book: PriceBook): object {
  const { perUsd, asOf } = book.euro;
  return {
    format: "cabinet/price@1",
    meter,
    region: entry.region ?? book.region,
    ...entry,
    eurPerUsd: perUsd.toString(),
    eurPerUsdDate: asOf,
  };
}

const sureness = {
  A: "seen for the region",
  B: "the same in every region seen, not seen for this one",
  C: "not verified for the region",
} as const;

function render(meter: string, entry: BookEntry, book: PriceBook): readonly string[] {
  const { perUsd, asOf } = book.euro;
  const both = (usd: string) =>
    `${usd} USD  ${new Decimal(usd).times(perUsd).toSignificantDigits(6).toFixed()} EUR`;
  const price =
    entry.tiers === undefined
      ? [entry.usd === undefined ? `not known: ${entry.unpriced ?? ""}` : both(entry.usd)]
      : entry.tiers.map(({ from, usd }) => `from ${from}: ${both(usd)}`);
  const found = book.find(meter, undefined);
  const rows: readonly (readonly [label: string, value: string | undefined])[] = [
    ...price.map((text, index) => [index === 0 ? "price" : "", text] as const),
    ["for", entry.unit],
    ["where", entry.region ?? book.region],
    ["savings plan", renderTerms(entry.savingsPlan, both)],
    ["reservation", renderTerms(entry.reservation, both)],
    ["confidence", `${entry.confidence}: ${sureness[entry.confidence]}`],
    ["seen", `${entry.asOf}, ${found.kind === "priced" ? found.price.source : entry.source}`],
    ["euro", `${perUsd.toString()} for a dollar, ${asOf}`],
    [
      "in Azure's list",
      entry.azure === undefined
        ? undefined
        : `${entry.azure.service} / ${entry.azure.product} / ${entry.azure.meter}`,
    ],
  ];
  return [
    pc.bold(meter),
    ...rows.flatMap(([label, value]) =>
      value === undefined ? [] : `  ${label.padEnd(16)} ${value}`,
    ),
  ];
}

function renderTerms(
  offers: BookEntry["savingsPlan"],
  both: (usd: string) => string,
): string | undefined {
  if (offers === undefined) return undefined;
  const { oneYear, threeYears } = offers;
  return [
    ...(oneYear === undefined ? [] : [`1 year: ${both(oneYear)}`]),
    ...(threeYears === undefined ? [] : [`3 years: ${both(threeYears)}`]),
  ].join(", ");
}

export interface RefreshOptions {
  /** Where the price list answers. @default Microsoft's public address */
  readonly endpoint?: string;
  /** The book to renew. @default the project's own */
  readonly book?: string;
  readonly json?: boolean;
}

/** Renews the price book from Azure's public price list: the one command that asks it. */
export async function refreshPrices(
  { endpoint = publicEndpoint, book = bookPath, json }: RefreshOptions,
  date: CalendarDate,
  terminal: Terminal,
): Promise<number> {
  const today = formatDate(date);
  if (!URL.canParse(endpoint))
    throw new Failure("input", `"${endpoint}" is no address`, `leave it out: ${publicEndpoint}`);
  // A file that is no book is refused before anybody is asked.
  loadBook(book);
  const report = await asking(() =>
    refreshBook(
      book,
      {
        endpoint,
        wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000)),
        note: (text) => terminal.step(text),
      },
      today,
    ),
  );
  terminal.print(
    json === true
      ? JSON.stringify({ format: "cabinet/prices-refresh@1", date: today, ...report }, null, 2)
      : renderReport(report).join("\n"),
  );
  if (report.kept.length > 0)
    terminal.warn(`prices kept as they were, with their old date: ${report.kept.length}`);
  return exitCodes.done;
}

async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PriceListFault)) throw error;
    throw new Failure(
      "failed",
      error.message,
      "the price book is as it was; try again later, or use the prices it has",
    );
  }
}

function renderReport({
  renewed,
  changes,
  kept,
  notListed,
  euro,
}: RefreshReport): readonly string[] {
  return [
    `${renewed} prices seen today, ${changes.length} of them changed`,
    ...changes.map((change) => `  ${renderChange(change)}`),
    ...(kept.length === 0
      ? []
      : [`${kept.length} prices not found or not believed, kept as they were`]),
    ...kept.map(({ meter, reason }) => `  ${meter}: ${reason}`),
    `${notListed} prices do not come from Azure's list`,
    `euros for a dollar: ${euro.before} before, ${euro.after} now`,
  ];
}

function renderChange({ meter, what, before = "none", after = "none" }: PriceChange): string {
  const kind = { price: "", savingsPlan: " savings plan", reservation: " reservation" }[what];
  return `${meter}${kind}: ${before} -> ${after} USD${percent(before, after)}`;
}

function percent(before: string, after: string): string {
  const [old, fresh] = [before, after].map(Number);
  if (old === undefined || fresh === undefined || !(old > 0) || !Number.isFinite(fresh)) return "";
  const change = ((fresh - old) / old) * 100;
  return ` (${change > 0 ? "+" : ""}${change.toFixed(1)} %)`;
}
