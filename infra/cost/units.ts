import { Decimal, daysPerMonth, divide, hoursPerMonth, one, parseAmount } from "./money";

/**
 * What a price is for: `size` of a measure, used up once (10,000 operations, a GB sent) or held for
 * a period (a GB for a month, an instance for an hour).
 */
export interface Unit {
  /** As a bill shows it: `hours`, `10k operations`, `GB`. */
  readonly text: string;
  readonly size: Decimal;
  /** Singular, lower case; undefined fits every measure, as the `10K` of Azure's price list does. */
  readonly measure: string | undefined;
  readonly held: "once" | Period;
}

type Period = "hour" | "day" | "month";

function used(text: string, measure: string, size: number = 1): Unit {
  return { text, measure, size: new Decimal(size), held: "once" };
}

function held(text: string, measure: string, period: Period = "month", size: number = 1): Unit {
  return { text, measure, size: new Decimal(size), held: period };
}

/** The units of the families' meters. */
export const units = {
  hours: held("hours", "instance", "hour"),
  days: held("days", "instance", "day"),
  months: held("months", "instance"),
  hundredGbDays: held("100 GB (per day)", "instance", "day"),
  gbHeld: held("GB", "gb"),
  gb: used("GB", "gb"),
  gbSearched: used("GB searched", "gb"),
  gibHeld: held("GiB", "gb"),
  iops: held("IOPS", "iops"),
  megabytesPerSecond: held("MB/s", "mb/s"),
  vCpus: held("vCPU", "vcpu"),
  vCoreHours: held("vCore-hours", "vcore", "hour"),
  memoryGb: held("GB", "memory gb"),
  tunnels: held("tunnels", "tunnel"),
  scaleUnits: held("scale units", "scale unit"),
  capacityUnits: held("capacity units", "capacity unit"),
  tests: held("tests", "test"),
  users: held("users", "user"),
  servers: held("servers", "server"),
  timeSeries: held("time series", "time series"),
  rules: held("rules", "rule"),
  nodes: held("nodes", "node"),
  keys: held("keys", "key"),
  resources: held("resources", "resource"),
  tags10k: held("10k tags", "tag", "month", 10_000),
  operations10k: used("10k operations", "operation", 10_000),
  operations100: used("100 operations", "operation", 100),
  transactions10k: used("10k transactions", "operation", 10_000),
  queries1M: used("1M queries", "query", 1_000_000),
  samples10M: used("10M samples", "sample", 10_000_000),
  requests1M: used("1M requests", "request", 1_000_000),
  gbSeconds: used("GB-seconds", "gb-second"),
  requests: used("requests", "request"),
  renewals: used("renewals", "renewal"),
  checks: used("checks", "check"),
  notifications: used("notifications", "notification"),
  emails: used("emails", "notification"),
  messages: used("messages", "notification"),
  calls: used("calls", "notification"),
  events: used("events", "notification"),
  minutes: used("minutes", "minute"),
  seconds: used("seconds", "second"),
  vCoreHoursUsed: used("vCore-hours", "vcore-hour"),
} as const satisfies Record<string, Unit>;

/**
 * Reads `1 hour`, `1/month`, `1 GB/month`, `1 GiB/Hour`, `10k operations`, `10K`, `1M queries`, `1`:
 * number, K or M, measure, period, as Azure's price list and the price book write them.
 */
export function parseUnit(written: string): Unit | undefined {
  const match = /^(\d[\d.]*) ?([KM]?)(?: (mb\/s|[a-z][\w -]*?))? ?(?:\/ ?(hour|day|month))?$/i.exec(
    written.trim(),
  );
  if (match === null) return undefined;
  const [, digits = "", factor = "", words = "", period] = match;
  const size = parseAmount(digits);
  if (size === undefined || size.isZero()) return undefined;
  const measure = singular(words.toLowerCase());
  // `GB` for one, as a bill shows it.
  const text = written.trim().replace(/^1 (?=[a-z])/i, "");
  const whole = size.times(factor === "" ? 1 : factor.toLowerCase() === "k" ? 1_000 : 1_000_000);
  if (period !== undefined)
    return {
      text,
      size: whole,
      measure: measure === "" ? undefined : measure,
      held: inTime(period),
    };
  // An hour of what the meter counts: `1 Hour` of a gateway, of a tunnel.
  if (isPeriod(measure)) return { text, size: whole, measure: undefined, held: measure };
  return { text, size: whole, measure: measure === "" ? undefined : measure, held: "once" };
}

function singular(words: string): string {
  if (words === "gib" || words === "gbs") return "gb";
  if (words === "queries") return "query";
  return ["iops", "time series", "mb/s"].includes(words) ? words : words.replace(/s$/, "");
}

function isPeriod(measure: string): measure is Period {
  return measure === "hour" || measure === "day" || measure === "month";
}

function inTime(period: string): Period {
  const lower = period.toLowerCase();
  return isPeriod(lower) ? lower : "month";
}

/** What a price is multiplied by, exactly: `times` over `by`. */
export interface Conversion {
  readonly times: Decimal;
  readonly by: Decimal;
}

/**
 * From a price per `from` to a price per `to`; undefined when the units do not fit: gigabytes and
 * hours, or a GB sent and a GB held.
 */
export function conversion(from: Unit, to: Unit): Conversion | undefined {
  if (from.measure !== undefined && to.measure !== undefined && from.measure !== to.measure)
    return undefined;
  if ((from.held === "once") !== (to.held === "once")) return undefined;
  if (from.held === to.held && from.size.eq(to.size)) return { times: one, by: one };
  return {
    times: to.size.times(periodsPerMonth(from)),
    by: from.size.times(periodsPerMonth(to)),
  };
}

export function convert(amount: Decimal, { times, by }: Conversion): Decimal {
  const product = times.eq(one) ? amount : amount.times(times);
  return by.eq(one) ? product : divide(product, by);
}

function periodsPerMonth({ held: period }: Unit): Decimal {
  switch (period) {
    case "hour":
      return hoursPerMonth;
    case "day":
      return daysPerMonth;
    case "month":
    case "once":
      return one;
  }
}
