import { z } from "zod";
import { addressOf, type RetailQuery } from "./retail-query";
import { retailPage, type RetailRow } from "./retail-row";

/** The price list cannot be had, or answers what it must not. */
export class PriceListFault extends Error {
  override readonly name = "PriceListFault";
}

/** How the price list is reached. */
export interface RetailApi {
  readonly endpoint: string;
  readonly wait: (seconds: number) => Promise<void>;
  /** Hears what keeps a question waiting. */
  readonly note: (text: string) => void;
}

/** A fault that may pass: asked again. */
class Passing extends Error {
  constructor(
    message: string,
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

const attempts = 6;
const longestWait = 120;
/** A service has some ten pages; Azure refuses to skip more than a million rows. */
const mostPages = 1_000;
const timeout = 60_000;

/** All rows that answer a question, page after page. @throws PriceListFault */
export async function fetchRows(query: RetailQuery, api: RetailApi): Promise<readonly RetailRow[]> {
  const rows: RetailRow[] = [];
  const asked = new Set<string>();
  let next: string | undefined = addressOf(query, api.endpoint);
  while (next !== undefined) {
    if (asked.has(next) || asked.size === mostPages)
      throw new PriceListFault(`the pages of ${query.service} have no end: ${next} comes again`);
    asked.add(next);
    const { Items, NextPageLink } = await persist(next, query, api);
    rows.push(...Items);
    next = nextAddress(NextPageLink ?? "", api.endpoint);
  }
  return rows.filter((row) => checked(row, query).isPrimaryMeterRegion);
}

type Page = z.infer<typeof retailPage>;

async function persist(address: string, query: RetailQuery, api: RetailApi): Promise<Page> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetchPage(address);
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      if (attempt === attempts)
        throw new PriceListFault(
          `the price list does not answer for ${query.service}: ${error.message} (asked ${attempts} times)`,
          { cause: error },
        );
      const seconds = error.retryAfter ?? 2 ** (attempt - 1);
      if (seconds > longestWait)
        throw new PriceListFault(
          `the price list wants to be asked again in ${seconds} seconds: come back then`,
          { cause: error },
        );
      api.note(`${query.service}: ${error.message}; asking again in ${seconds} s`);
      await api.wait(seconds);
    }
  }
}

async function fetchPage(address: string): Promise<Page> {
  const { status, retryAfter, text } = await get(address);
  if (status === 429) throw new Passing("the price list is throttled (429)", retryAfter);
  if (status >= 500) throw new Passing(`the price list has a fault (${status})`, retryAfter);
  if (status !== 200)
    throw new PriceListFault(`the price list refuses the question (${status}): ${excerpt(text)}`);
  const page = retailPage.safeParse(parseJson(text));
  if (!page.success)
    throw new PriceListFault(
      `the price list answers in a form that is not known: ${excerpt(z.prettifyError(page.error))}`,
    );
  if (page.data.Count !== page.data.Items.length)
    throw new Passing(`a page tells ${page.data.Count} rows and has ${page.data.Items.length}`);
  return page.data;
}

interface Answer {
  readonly status: number;
  readonly retryAfter: number | undefined;
  readonly text: string;
}

async function get(address: string): Promise<Answer> {
  try {
    const response = await fetch(address, {
      headers: { accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(timeout),
    });
    const seconds = Number(response.headers.get("retry-after") ?? "");
    return {
      status: response.status,
      retryAfter: Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
      text: await response.text(),
    };
  } catch (error) {
    throw new Passing(`no answer (${reasonOf(error)})`);
  }
}

/** What `fetch` throws says only "fetch failed"; its cause says why. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Passing("a page broke off");
  }
}

/** The next page is followed as given, but never to another host. */
function nextAddress(link: string, endpoint: string): string | undefined {
  if (link === "") return undefined;
  if (URL.parse(link)?.origin !== new URL(endpoint).origin)
    throw new PriceListFault(`the next page lies elsewhere: ${excerpt(link)}`);
  return link;
}

/** A parameter that was not heard would put another currency or kind of price into the book. */
function checked(row: RetailRow, { currency, type, service }: RetailQuery): RetailRow {
  const told = [row.currencyCode, row.type, row.serviceName];
  const wanted = [currency, type, service];
  const wrong = wanted.findIndex((want, index) => told[index] !== want);
  if (wrong >= 0)
    throw new PriceListFault(
      `the price list was asked for ${wanted[wrong]} and answers with ${excerpt(told[wrong] ?? "")}: ` +
        `${excerpt(row.productName)}, ${excerpt(row.meterName)}`,
    );
  return row;
}

function excerpt(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, " ").slice(0, 300);
}
