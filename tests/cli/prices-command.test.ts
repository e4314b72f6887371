import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { exitCodes } from "../../infra/cli/exit-codes";
import { refreshPrices, showPrice } from "../../infra/cli/prices-command";
import { Terminal } from "../../infra/cli/terminal";
import { formatBook } from "../../infra/cost/book/build-book";
import type { CalendarDate } from "../../infra/document/calendar-date";
import { RetailServer, type RetailServerOptions } from "../cost/refresh/retail-server";
import { committedBook, rowsOf } from "../cost/refresh/rows";

const today: CalendarDate = { year: 2026, month: 11, day: 1 };

class Screen {
  private readonly out = new PassThrough();
  private readonly err = new PassThrough();
  readonly terminal = new Terminal(
    this.out as unknown as NodeJS.WriteStream,
    this.err as unknown as NodeJS.WriteStream,
  );

  get printed(): string {
    return String(this.out.read() ?? "");
  }

  get noted(): string {
    return String(this.err.read() ?? "");
  }
}

test("shows a price in both currencies, with its evidence", () => {
  const screen = new Screen();
  expect(showPrice("VM/linux/Standard_D8as_v5", {}, today, screen.terminal)).toBe(exitCodes.done);
  const { printed } = screen;
  for (const part of [
    "0.404 USD",
    "0.3469 EUR",
    "1 hour",
    "francecentral",
    "2026-08-22",
    "A: seen",
  ])
    expect(printed).toContain(part);
  expect(screen.noted).toBe("");
});

test("shows tiers, and as JSON what the book says", () => {
  const screen = new Screen();
  showPrice("egress/microsoft-network", {}, today, screen.terminal);
  expect(screen.printed).toContain("from 10335: 0.083 USD");
  showPrice("nat-gateway/hour", { json: true }, today, screen.terminal);
  expect(JSON.parse(screen.printed)).toMatchObject({
    format: "cabinet/price@1",
    meter: "nat-gateway/hour",
    region: "Global",
    usd: "0.045",
    eurPerUsd: "0.858664",
  });
});

test("an old book is told", () => {
  const screen = new Screen();
  showPrice("nat-gateway/hour", {}, { year: 2027, month: 3, day: 1 }, screen.terminal);
  expect(screen.noted).toContain("cabinet prices refresh");
});

test("rejects a meter that is none, and names those it may mean", () => {
  const screen = new Screen();
  const wrong = (meter: string) => () => showPrice(meter, {}, today, screen.terminal);
  expect(wrong("linux d8as_v5")).toThrow('has no meter "linux d8as_v5"');
  expect(remedyOf(wrong("linux d8as_v5"))).toContain("vm/linux/standard_d8as_v5");
  expect(remedyOf(wrong("disk"))).toMatch(/and \d+ more/);
  expect(remedyOf(wrong("constructor"))).toContain("cabinet cost --json");
});

function remedyOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return (error as { readonly remedy?: string }).remedy;
  }
  return undefined;
}

async function refresh(options: Partial<RetailServerOptions>, json = false) {
  const folder = mkdtempSync(path.join(tmpdir(), "cabinet-prices-"));
  const book = path.join(folder, "book.json");
  writeFileSync(book, formatBook(committedBook));
  const server = new RetailServer({ rows: rowsOf(committedBook), ...options });
  const endpoint = await server.start();
  const screen = new Screen();
  try {
    const code = await refreshPrices({ endpoint, book, json }, today, screen.terminal).catch(
      (error: unknown) => error,
    );
    return { code, printed: screen.printed, noted: screen.noted, text: readFileSync(book, "utf8") };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

test("refresh tells what changed and what could not be renewed", async () => {
  const rows = rowsOf(committedBook).map((row) =>
    row.meterName === "P10 LRS Disk" ? { ...row, retailPrice: 25 } : row,
  );
  const { code, printed, noted, text } = await refresh({ rows });
  expect(code).toBe(exitCodes.done);
  expect(printed).toContain("disk/premium-ssd/p10/lrs: 23.848 -> 25 USD (+4.8 %)");
  expect(printed).toContain("app-service/linux/p0v3: not in the price list");
  expect(noted).toContain("prices kept as they were, with their old date: 1");
  expect(text).toContain('"asOf": "2026-11-01"');
});

test("refresh as JSON", async () => {
  const { printed } = await refresh({ eurPerUsd: 0.87 }, true);
  expect(JSON.parse(printed)).toMatchObject({
    format: "cabinet/prices-refresh@1",
    date: "2026-11-01",
    changes: [],
    euro: { before: "0.858664", after: "0.87" },
  });
});

test("rejects a refresh from a list that refuses, and says that nothing is lost", async () => {
  const { code, text } = await refresh({ fault: () => ({ kind: "status", status: 404 }) });
  expect(code).toMatchObject({
    kind: "failed",
    remedy: "the price book is as it was; try again later, or use the prices it has",
  });
  expect(text).toBe(formatBook(committedBook));
});

test("rejects an address that is none", async () => {
  await expect(refreshPrices({ endpoint: "prices" }, today, new Screen().terminal)).rejects.toThrow(
    '"prices" is no address',
  );
});

test("only the command that renews the book knows how to ask the price list", () => {
  const infra = path.resolve(__dirname, "../../infra");
  const asking = readdirSync(infra, { recursive: true, encoding: "utf8" }).filter(
    (file) =>
      file.endsWith(".ts") &&
      !file.startsWith(path.join("cost", "refresh")) &&
      /cost\/refresh|"\.\.?\/refresh\/|prices\.azure\.com/.test(
        readFileSync(path.join(infra, file), "utf8"),
      ),
  );
  expect(asking).toEqual([path.join("cli", "prices-command.ts")]);
});
