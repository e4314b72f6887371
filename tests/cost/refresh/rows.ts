import { readFileSync } from "node:fs";
import { bookFile, type BookEntry, type BookFile } from "../../../infra/cost/book/price-book";
import { bookPath } from "../../../infra/cost/book/rebuild";
import type { RetailRow } from "../../../infra/cost/refresh/retail-row";

/** The book that comes with the project. */
export const committedBook: BookFile = bookFile.parse(JSON.parse(readFileSync(bookPath, "utf8")));

export const region = committedBook.region;

const blank: RetailRow = {
  currencyCode: "USD",
  tierMinimumUnits: 0,
  retailPrice: 0,
  armRegionName: region,
  effectiveStartDate: "2024-03-01T00:00:00Z",
  meterId: "00000000-0000-0000-0000-000000000000",
  meterName: "",
  productName: "",
  skuName: "",
  serviceName: "",
  unitOfMeasure: "1 Hour",
  type: "Consumption",
  isPrimaryMeterRegion: true,
  armSkuName: "",
};

export function row(values: Partial<RetailRow>): RetailRow {
  return { ...blank, ...values };
}

/** The meters whose price others are multiples of; the others are left out. */
const isMultiple = (meter: string) =>
  /^backup\/azure-vm\/(?!500-gb)|gen5\/(?!1-vcores)\d+-vcores|sql\/licence\/(hyper|business)/.test(
    meter,
  );

/** The rows that would give the book as it is. */
export function rowsOf(book: BookFile): readonly RetailRow[] {
  return Object.entries(book.meters).flatMap(([meter, entry]) =>
    entry.azure === undefined || isMultiple(meter) ? [] : rowsOfEntry(entry, entry.azure),
  );
}

function rowsOfEntry(
  { unit, usd, tiers, region: place, savingsPlan }: BookEntry,
  azure: NonNullable<BookEntry["azure"]>,
): readonly RetailRow[] {
  const bands = tiers ?? (usd === undefined ? [] : [{ from: "0", usd }]);
  return bands.map((band) =>
    row({
      tierMinimumUnits: Number(band.from),
      retailPrice: Number(band.usd),
      armRegionName: place === "Global" ? "Global" : region,
      meterId: azure.meterId ?? `${azure.product}/${azure.meter}`,
      meterName: azure.meter,
      productName: azure.product,
      skuName: azure.sku ?? "Standard",
      serviceName: azure.service,
      unitOfMeasure: listUnit(unit),
      armSkuName: azure.armSku ?? "",
      ...(savingsPlan?.oneYear === undefined
        ? {}
        : { savingsPlan: [{ term: "1 Year", retailPrice: Number(savingsPlan.oneYear) }] }),
    }),
  );
}

/** As the list writes units: it counts operations without a word, and often leaves the month away. */
function listUnit(unit: string): string {
  const [, size = "1", measure = "", period] =
    /^(\d+[kM]?) ?([^/]*(?:\/s)?)(?:\/(hour|day|month))?$/.exec(unit) ?? [];
  if (measure === "hour") return "1 Hour";
  const shown = measure === "GB" || measure === "GiB" || measure === "minute" ? ` ${measure}` : "";
  const held = period === undefined ? "" : `/${period.charAt(0).toUpperCase()}${period.slice(1)}`;
  return `${size.replace("k", "K")}${shown}${held}`;
}
