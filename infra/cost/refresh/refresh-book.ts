import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { formatBook } from "../book/build-book";
import { bookFile, parseBook } from "../book/price-book";
import { fetchRows, type RetailApi } from "./fetch-rows";
import { type RefreshReport, renewBook } from "./renew-book";
import { queriesFor } from "./retail-query";
import type { RetailRow } from "./retail-row";

/**
 * Renews a book's file from Azure's price list. The old file stays as it is until the new one is
 * whole.
 * @param today the day of the new prices, `2026-11-24`
 * @throws PriceListFault when the list cannot be had or trusted; Error when the file cannot be read or written
 */
export async function refreshBook(
  file: string,
  api: RetailApi,
  today: string,
): Promise<RefreshReport> {
  const document: unknown = JSON.parse(readFileSync(file, "utf8"));
  parseBook(document);
  const book = bookFile.parse(document);
  const usd: RetailRow[] = [];
  const eur: RetailRow[] = [];
  // One after the other: the list is throttled.
  for (const query of queriesFor(book)) {
    const rows = await fetchRows(query, api);
    (query.currency === "USD" ? usd : eur).push(...rows);
  }
  const renewed = renewBook(book, { usd, eur }, today);
  parseBook(renewed.book);
  replace(file, formatBook(renewed.book));
  return renewed.report;
}

/** Written beside and renamed into place, so that nobody ever reads half a book. */
function replace(file: string, text: string): void {
  const partial = `${file}.${process.pid}.partial`;
  try {
    const handle = openSync(partial, "w");
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(partial, file);
  } finally {
    rmSync(partial, { force: true });
  }
}
