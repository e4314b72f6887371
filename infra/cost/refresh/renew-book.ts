import { namedFacts } from "../book/named-facts";
import type { BookEntry, BookFile } from "../book/price-book";
import { Decimal } from "../money";
import { conversion, convert, parseUnit, type Unit } from "../units";
import { PriceListFault } from "./fetch-rows";
import { euroAnchor } from "./retail-query";
import type { RetailRow } from "./retail-row";
import { regionsFor, RowIndex } from "./select-rows";

/** A price that is no longer what the book said. */
export interface PriceChange {
  readonly meter: string;
  readonly what: "price" | "savingsPlan" | "reservation";
  /** Dollars, tiers told in words; undefined where there was or is none. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What a refresh found. Every meter of the book is in exactly one of `renewed`, `kept` and `notListed`. */
export interface RefreshReport {
  /** Meters whose price was seen today, changed or not. */
  readonly renewed: number;
  readonly changes: readonly PriceChange[];
  /** Meters that keep their old price, and why. */
  readonly kept: readonly { readonly meter: string; readonly reason: string }[];
  /** Meters the book does not know from Azure's list. */
  readonly notListed: number;
  readonly euro: { readonly before: string; readonly after: string };
}

/** The list's rows in dollars, and the anchor's in both currencies. */
export interface ListRows {
  readonly usd: readonly RetailRow[];
  readonly eur: readonly RetailRow[];
}

const source = "retailPrices";

/**
 * The book with the prices of the list. A meter that the list does not have, or has in a way that
 * cannot be trusted, keeps its price, and is told.
 * @param today the day the rows were read
 * @throws PriceListFault when the answer is no price list of the book's region
 */
export function renewBook(
  book: BookFile,
  rows: ListRows,
  today: string,
): { readonly book: BookFile; readonly report: RefreshReport } {
  const index = new RowIndex(rows.usd, today);
  const meters: Record<string, BookEntry> = {};
  const changes: PriceChange[] = [];
  const kept: { meter: string; reason: string }[] = [];
  let renewed = 0;
  let notListed = 0;
  for (const [meter, entry] of Object.entries(book.meters)) {
    const renewal = renewEntry(meter, entry, index, book.region, today);
    meters[meter] = renewal.entry;
    if (renewal.kind === "notListed") notListed += 1;
    else if (renewal.kind === "kept") kept.push({ meter, reason: renewal.reason });
    else {
      renewed += 1;
      changes.push(...changesBetween(meter, entry, renewal.entry));
    }
  }
  if (kept.length > renewed)
    throw new PriceListFault(
      `the price list has ${renewed} of ${renewed + kept.length} meters of ${book.region}: ` +
        "this is no price list of the region, and nothing was taken from it",
    );
  const perUsd = euroFactor(rows, book.region, today);
  return {
    book: {
      ...book,
      asOf: today,
      euro: { perUsd, asOf: today, source: `${euroAnchor.meter} in both currencies` },
      sources: { ...book.sources, [source]: "Azure Retail Prices API" },
      meters,
    },
    report: {
      renewed,
      changes,
      kept,
      notListed,
      euro: { before: book.euro.perUsd, after: perUsd },
    },
  };
}

type Renewal =
  | { readonly kind: "renewed"; readonly entry: BookEntry }
  | { readonly kind: "kept"; readonly entry: BookEntry; readonly reason: string }
  | { readonly kind: "notListed"; readonly entry: BookEntry };

function renewEntry(
  meter: string,
  entry: BookEntry,
  index: RowIndex,
  region: string,
  today: string,
): Renewal {
  const { azure } = entry;
  if (azure === undefined) return { kind: "notListed", entry };
  const keep = (reason: string): Renewal => ({ kind: "kept", entry, reason });
  const selected = index.select(azure, regionsFor(region, entry));
  if (selected.kind === "none") return keep(selected.reason);
  const [first] = selected.rows;
  const scale = scaleOf(first.unitOfMeasure, entry.unit);
  if (scale === undefined || selected.rows.some((row) => row.unitOfMeasure !== first.unitOfMeasure))
    return keep(`the price list counts it in "${first.unitOfMeasure}", the book in ${entry.unit}`);
  const times = timesOf.get(meter) ?? new Decimal(1);
  const amountOf = (price: number) => scale.price(new Decimal(price)).times(times).toString();
  const tiers = selected.rows.map((row) => ({
    from: scale.quantity(new Decimal(row.tierMinimumUnits)).toString(),
    usd: amountOf(row.retailPrice),
  }));
  if (tiers.every(({ usd }) => usd === "0") && costsSomething(entry))
    return keep("the price list says 0 where it said more: not believed");
  const savingsPlan = terms(
    (first.savingsPlan ?? []).map(({ term, retailPrice }) => [term, amountOf(retailPrice)]),
  );
  const reservation = azure.product.endsWith(" Windows")
    ? undefined
    : terms(
        index
          .reservationsOf(azure)
          .map(({ reservationTerm, retailPrice }) => [
            reservationTerm ?? "",
            new Decimal(retailPrice).toString(),
          ]),
      );
  const isGlobal = entry.region !== undefined && first.armRegionName !== region;
  const [only, ...further] = tiers;
  return {
    kind: "renewed",
    entry: {
      unit: entry.unit,
      ...(further.length === 0 ? { usd: only?.usd } : { tiers }),
      confidence: "A",
      asOf: today,
      source,
      ...(isGlobal ? { region: entry.region } : {}),
      ...(savingsPlan === undefined ? {} : { savingsPlan }),
      ...(reservation === undefined ? {} : { reservation }),
      azure: {
        service: first.serviceName,
        product: first.productName,
        ...(azure.sku === undefined ? {} : { sku: first.skuName }),
        meter: first.meterName,
        ...(azure.armSku === undefined ? {} : { armSku: azure.armSku }),
        meterId: first.meterId,
      },
    },
  };
}

/** Meters of ours that cost so many times what the list's row says: 4 vCores, 3 steps of a backup. */
const timesOf: ReadonlyMap<string, Decimal> = new Map(
  namedFacts.flatMap(({ multiples = [] }) =>
    multiples.map(([meter, times]) => [meter, new Decimal(times)] as const),
  ),
);

interface Scale {
  readonly price: (amount: Decimal) => Decimal;
  readonly quantity: (amount: Decimal) => Decimal;
}

/** From the list's unit to the book's; undefined when they do not fit. */
function scaleOf(listed: string, wanted: string): Scale | undefined {
  const from = parseUnit(listed);
  const to = parseUnit(wanted);
  if (from === undefined || to === undefined) return undefined;
  // A disk that is suddenly counted by the GB is another meter, even if the book does not say "disk".
  if (from.measure !== undefined && from.measure !== to.measure) return undefined;
  // The list tells a month from a single use only now and then: `1` of a zone, `1 GB` retained, `10K/Month` bursts.
  const meant: Unit = isMonthly(from) && isMonthly(to) ? { ...from, held: to.held } : from;
  const factor = conversion(meant, to);
  if (factor === undefined) return undefined;
  return {
    price: (amount) => convert(amount, factor),
    quantity: (amount) => amount.times(meant.size).div(to.size),
  };
}

function isMonthly({ held }: Unit): boolean {
  return held === "month" || held === "once";
}

function costsSomething({ usd, tiers = [] }: BookEntry): boolean {
  return [usd ?? "0", ...tiers.map((tier) => tier.usd)].some((amount) => Number(amount) > 0);
}

type Terms = NonNullable<BookEntry["savingsPlan"]>;

function terms(offers: readonly (readonly [term: string, usd: string])[]): Terms | undefined {
  const of = new Map(offers);
  const oneYear = of.get("1 Year");
  const threeYears = of.get("3 Years");
  if (oneYear === undefined && threeYears === undefined) return undefined;
  return {
    ...(oneYear === undefined ? {} : { oneYear }),
    ...(threeYears === undefined ? {} : { threeYears }),
  };
}

function euroFactor({ usd, eur }: ListRows, region: string, today: string): string {
  const { service, product, sku, meter } = euroAnchor;
  const priceIn = (rows: readonly RetailRow[]): Decimal => {
    const found = new RowIndex(rows, today).select({ service, product, sku, meter }, [region]);
    if (found.kind === "none" || found.rows[0].retailPrice === 0)
      throw new PriceListFault(
        `the price list has no price of ${meter} in ${region}, which tells the euro: ` +
          (found.kind === "none" ? found.reason : "it says 0"),
      );
    return new Decimal(found.rows[0].retailPrice);
  };
  const factor = priceIn(eur).div(priceIn(usd)).toDecimalPlaces(6);
  // Since 1999 the euro has been between 0.63 and 1.21 for a dollar.
  if (factor.lt("0.5") || factor.gt("1.5"))
    throw new PriceListFault(`${factor.toString()} euros for a dollar are not believed`);
  return factor.toString();
}

function changesBetween(meter: string, before: BookEntry, after: BookEntry): PriceChange[] {
  const pairs = [
    ["price", told(before), told(after)],
    ["savingsPlan", toldTerms(before.savingsPlan), toldTerms(after.savingsPlan)],
    ["reservation", toldTerms(before.reservation), toldTerms(after.reservation)],
  ] as const;
  return pairs
    .filter(([, old, fresh]) => old !== fresh)
    .map(([what, old, fresh]) => ({ meter, what, before: old, after: fresh }));
}

function told({ usd, tiers }: BookEntry): string | undefined {
  return tiers === undefined
    ? usd
    : tiers.map((tier) => `${tier.usd} from ${tier.from}`).join(", ");
}

function toldTerms(offers: Terms | undefined): string | undefined {
  if (offers === undefined) return undefined;
  const { oneYear, threeYears } = offers;
  return [
    ...(oneYear === undefined ? [] : [`${oneYear} for 1 year`]),
    ...(threeYears === undefined ? [] : [`${threeYears} for 3 years`]),
  ].join(", ");
}
