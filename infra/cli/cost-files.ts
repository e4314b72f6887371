import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type OnPremiseAssumptions, readOnPremise } from "../bill/on-premise";
import { loadBook } from "../cost/book/load-book";
import { PriceList } from "../cost/price-list";
import { readPrices } from "../cost/prices-file";
import { noUsage, readUsage, type Usage } from "../cost/usage";
import type { Reading } from "../document/source-document";
import { Failure } from "../engine/failure";
import { bookPath } from "../cost/book/rebuild";
import { InputFaults } from "./input-faults";

/** The book of the project, and before it what a prices file says. @throws InputFaults, Failure `input` */
export function openPrices(file: string | undefined): PriceList {
  const own = file === undefined ? [] : valueOf(readPrices(file, readInput(file)));
  return new PriceList(loadBook(bookPath), own);
}

/** @throws InputFaults, Failure `input` */
export function openUsage(file: string | undefined): Usage {
  return file === undefined ? noUsage : valueOf(readUsage(file, readInput(file)));
}

const ownAssumptions = join(__dirname, "../bill/on-premise.yaml");

/** What a server in the office costs, as the project assumes it or a file says. @throws InputFaults, Failure `input` */
export function openOnPremise(file = ownAssumptions): OnPremiseAssumptions {
  return valueOf(readOnPremise(file, readInput(file)));
}

/** @throws Failure `input` when the file cannot be read */
export function readInput(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure("input", `${file} cannot be read: ${reason}`, "name a file that is there");
  }
}

/** A parsed JSON document. @throws Failure `input` */
export function readJson(file: string): unknown {
  const bytes = readInput(file);
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure("input", `${file} is no JSON: ${reason}`, "write it anew");
  }
}

function valueOf<T>(reading: Reading<T>): T {
  if (reading.ok) return reading.value;
  throw new InputFaults(reading.faults);
}
