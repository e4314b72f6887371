import { readFileSync } from "node:fs";
import { parseBook, type PriceBook } from "./price-book";

/** Reads a price book's file. @throws Error that names the file when it is missing, no JSON or no price book */
export function loadBook(file: string): PriceBook {
  try {
    return parseBook(JSON.parse(readFileSync(file, "utf8")) as unknown);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`cannot read the price book ${file}: ${reason}`, { cause: error });
  }
}
