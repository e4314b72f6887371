import type { Command } from "commander";
import { dateOf, type CalendarDate } from "../document/calendar-date";
import type { Terminal } from "./terminal";

const load = (): typeof import("./prices-command") => require("./prices-command");

/** The commands about the price book; what they do is loaded when they are called. */
export function addPrices(program: Command, terminal: Terminal, end: (code: number) => void): void {
  const prices = program.command("prices").description("the prices that bills are reckoned with");
  prices
    .command("show")
    .description("the price of a meter, its date, and how far it can be relied on")
    .argument("<meter>", "name of a meter, as lines of cabinet cost --json give it")
    .option("--json", "print one JSON document")
    .action((meter: string, options) => end(load().showPrice(meter, options, today(), terminal)));
  prices
    .command("refresh")
    .description("renew the book from Azure's public price list; the one command that asks it")
    .option("--endpoint <address>", "where the price list answers")
    .option("--book <file>", "the book to renew")
    .option("--json", "print one JSON document")
    .action(async (options) => end(await load().refreshPrices(options, today(), terminal)));
}

/** The day by the clock of this machine. */
function today(): CalendarDate {
  return dateOf(Math.floor(Date.now() / 86_400_000));
}
