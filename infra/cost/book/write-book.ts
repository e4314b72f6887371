import { writeFileSync } from "node:fs";
import { bookPath, rebuildBook } from "./rebuild";

// Rewrites the book from a folder of facts:
// node infra/cli/run-ts.js infra/cost/book/write-book.ts ../shared/prices
const [facts] = process.argv.slice(2);
if (facts === undefined) throw new Error("name the folder of the facts: ../shared/prices");
writeFileSync(bookPath, rebuildBook(facts));
