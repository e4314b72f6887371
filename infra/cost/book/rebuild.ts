import { readFileSync } from "node:fs";
import path from "node:path";
import { buildBook, formatBook } from "./build-book";
import { parseBook } from "./price-book";
import { priceFacts, sizeFacts } from "./region-facts";

/** The book that comes with the project. */
export const bookPath = path.join(__dirname, "francecentral.json");

/** Makes the text of the book from a folder of facts. @throws Error when a file is missing or no such facts */
export function rebuildBook(facts: string): string {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(path.join(facts, name), "utf8")) as unknown;
  const book = buildBook(
    priceFacts.parse(read("francecentral.json")),
    sizeFacts.parse(read("vm-sizes-francecentral.json")),
  );
  parseBook(book);
  return formatBook(book);
}
