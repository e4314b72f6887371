import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { RetailRow } from "../../../infra/cost/refresh/retail-row";

/** What the server does instead of answering a request. */
export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string }
  | { readonly kind: "breaksOff" }
  | { readonly kind: "hangsUp" }
  | { readonly kind: "body"; readonly body: unknown };

export interface RetailServerOptions {
  readonly rows: readonly RetailRow[];
  readonly eurPerUsd?: number;
  readonly rowsAPage?: number;
  /** Asked for each request, counted from 1. */
  readonly fault?: (request: number, address: URL) => Fault | undefined;
  /** The last word about every page. */
  readonly change?: (page: Page) => unknown;
}

export interface Page {
  readonly BillingCurrency: string;
  readonly CustomerEntityId: string;
  readonly CustomerEntityType: string;
  readonly Items: readonly unknown[];
  readonly NextPageLink: string | null;
  readonly Count: number;
}

/** Answers as Azure's price list does: filters with regard to case, pages, currencies rounded to four places. */
export class RetailServer {
  readonly asked: URL[] = [];
  private readonly server: Server;

  constructor(private readonly options: RetailServerOptions) {
    this.server = createServer((request, response) => this.answer(request, response));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `${this.origin}/api/retail/prices`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const address = new URL(request.url ?? "/", this.origin);
    this.asked.push(address);
    const fault = this.options.fault?.(this.asked.length, address);
    if (fault === undefined) return send(response, this.page(address));
    switch (fault.kind) {
      case "status": {
        const { status, retryAfter } = fault;
        response.writeHead(status, retryAfter === undefined ? {} : { "retry-after": retryAfter });
        response.end('{"Error":{"Message":"as asked"}}');
        return;
      }
      case "breaksOff": {
        const text = JSON.stringify(this.page(address));
        response.writeHead(200, { "content-type": "application/json" });
        response.end(text.slice(0, text.length / 2));
        return;
      }
      case "hangsUp":
        request.socket.destroy();
        return;
      case "body":
        send(response, fault.body);
    }
  }

  private page(address: URL): unknown {
    const { rows, rowsAPage = 1_000, eurPerUsd = 0.858664, change } = this.options;
    const parameter = (name: string) => address.searchParams.get(name) ?? "";
    const currency = parameter("currencyCode").replaceAll("'", "") || "USD";
    const fits = readFilter(parameter("$filter"));
    const primaryOnly = parameter("meterRegion") === "'primary'";
    const found = rows.filter((row) => fits(row) && (!primaryOnly || row.isPrimaryMeterRegion));
    const skip = Number(parameter("$skip") || "0");
    const items = found.slice(skip, skip + rowsAPage).map((row) => ({
      ...row,
      currencyCode: currency,
      unitPrice: row.retailPrice,
      retailPrice:
        currency === "EUR" ? Number((row.retailPrice * eurPerUsd).toFixed(4)) : row.retailPrice,
    }));
    const next = new URL(address);
    next.searchParams.set("$skip", String(skip + rowsAPage));
    const page: Page = {
      BillingCurrency: currency,
      CustomerEntityId: "Default",
      CustomerEntityType: "Retail",
      Items: items,
      NextPageLink: skip + rowsAPage < found.length ? next.toString() : null,
      Count: items.length,
    };
    return change === undefined ? page : change(page);
  }
}

function send(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

/** Understands `a eq 'x' and (b eq 'y' or b eq 'z')`, which is what the list is asked. */
function readFilter(filter: string): (row: RetailRow) => boolean {
  const fields = new Map<string, Set<string>>();
  for (const [, field = "", value = ""] of filter.matchAll(/(\w+) eq '((?:[^']|'')*)'/g)) {
    const values = fields.get(field) ?? new Set();
    fields.set(field, values.add(value.replaceAll("''", "'")));
  }
  return (row) =>
    [...fields].every(([field, values]) => {
      const name = field === "priceType" ? "type" : field;
      const value: unknown = Object.entries(row).find(([key]) => key === name)?.[1];
      return values.has(typeof value === "string" ? value : "");
    });
}
