import { commitmentsOf } from "../cost/commitments";
import type { Estimate } from "../cost/estimate";
import type { PricedLine } from "../cost/model";
import { Decimal, divide, hoursPerMonth, type Money, moneyOf, sum, times } from "../cost/money";
import type { PriceList } from "../cost/price-list";

/** Another way to pay for what is there; changes of the month, negative where it saves. */
export interface PaymentOption {
  readonly kind: "savingsPlan" | "reservation" | "hybridBenefit" | "windowsRate" | "redundancy";
  /** What it is about: `2 × Standard_E8as_v5, 329 hours`, `Files Premium, LRS instead of ZRS`. */
  readonly name: string;
  readonly term: "oneYear" | "threeYears" | undefined;
  readonly now: Money;
  readonly instead: Money;
  readonly change: Money;
  /** Hours a month from which on it saves; undefined where hours decide nothing. */
  readonly breakEvenHours: Decimal | undefined;
  readonly hours: Decimal | undefined;
}

/** Everything the price book knows of other ways to pay for the bill. */
export function paymentOptions(bill: Estimate, prices: PriceList): readonly PaymentOption[] {
  return together([
    ...savingsPlans(bill, prices),
    ...reservations(bill, prices),
    ...windowsRates(bill, prices),
    ...redundancies(bill, prices),
  ]);
}

function savingsPlans(bill: Estimate, prices: PriceList): readonly PaymentOption[] {
  return commitmentsOf(bill, prices).map(
    ({ name, term, hours, payAsYouGo, savingsPlan, breakEvenHours }) => ({
      ...option("savingsPlan", name, payAsYouGo, savingsPlan),
      term,
      hours,
      breakEvenHours,
    }),
  );
}

/** A reservation is paid for the whole term, whether the machine runs or not. */
function reservations(bill: Estimate, prices: PriceList): readonly PaymentOption[] {
  return machinesOf(bill).flatMap((line) => {
    const reserved = prices.book.entry(line.meter)?.reservation;
    if (reserved === undefined) return [];
    const terms = [
      ["oneYear", reserved.oneYear, 12],
      ["threeYears", reserved.threeYears, 36],
    ] as const;
    return terms.flatMap(([term, whole, months]) => {
      if (whole === undefined) return [];
      const monthly = divide(new Decimal(whole), new Decimal(months));
      const instead = moneyOf(monthly, "USD", bill.euro.perUsd);
      return {
        ...option("reservation", line.name, line.monthlyCost, instead),
        term,
        hours: line.monthlyQuantity,
        breakEvenHours: divide(monthly, line.price.amount.usd),
      };
    });
  });
}

function machinesOf(bill: Estimate): readonly PricedLine[] {
  return bill.lines.filter(
    (line): line is PricedLine =>
      line.kind === "priced" &&
      line.meter.startsWith("vm/") &&
      line.monthlyQuantity.lte(hoursPerMonth) &&
      !line.price.amount.usd.isZero(),
  );
}

/** What Windows licences of one's own save, or what those at hand save already. */
function windowsRates(bill: Estimate, prices: PriceList): readonly PaymentOption[] {
  return machinesOf(bill).flatMap((line) => {
    const [, rate, size] = /^vm\/(linux|windows)\/(.+)$/.exec(line.meter) ?? [];
    const byLicence = rate === "linux" && /licences|hybrid benefit/.test(line.name);
    if (size === undefined || (rate === "linux" && !byLicence)) return [];
    const other = `vm/${rate === "windows" ? "linux" : "windows"}/${size}`;
    const instead = atMeter(line, other, prices);
    if (instead === undefined) return [];
    const kind = rate === "windows" ? "hybridBenefit" : "windowsRate";
    return { ...option(kind, line.name, line.monthlyCost, instead), hours: line.monthlyQuantity };
  });
}

const redundancyOrder = ["lrs", "zrs", "grs", "ra-grs", "gzrs", "ra-gzrs"] as const;

/** What data would cost with copies elsewhere, for all lines of one product and redundancy together. */
function redundancies(bill: Estimate, prices: PriceList): readonly PaymentOption[] {
  const products = new Map<string, PricedLine[]>();
  for (const line of bill.lines) {
    if (line.kind !== "priced" || line.monthlyCost.usd.isZero()) continue;
    const [, product, redundancy] =
      /^((?:files\/[^/]+|backup|blob\/[^/]+)).*\/([a-z-]+)$/.exec(line.meter) ?? [];
    if (product === undefined || !redundancyOrder.some((known) => known === redundancy)) continue;
    const key = `${product}\0${redundancy}`;
    products.set(key, [...(products.get(key) ?? []), line]);
  }
  return [...products].flatMap(([key, lines]) => {
    const [product = "", redundancy = ""] = key.split("\0");
    return redundancyOrder
      .filter((other) => other !== redundancy)
      .flatMap((other) => {
        const costs = lines.map((line) =>
          atMeter(line, line.meter.replace(new RegExp(`${redundancy}$`), other), prices),
        );
        const instead = costs.filter((cost) => cost !== undefined);
        if (instead.length < lines.length) return [];
        const name = `${product}, ${other.toUpperCase()} instead of ${redundancy.toUpperCase()}`;
        return option(
          "redundancy",
          name,
          sum(lines.map(({ monthlyCost }) => monthlyCost)),
          sum(instead),
        );
      });
  });
}

/** The same quantity at another meter; undefined where it has no single price. */
function atMeter(line: PricedLine, meter: string, prices: PriceList): Money | undefined {
  const found = prices.find(meter, line.unit, undefined, line.resource.name);
  if (found.kind === "unpriced") return undefined;
  const [price, second] = found.found.tiers;
  return price === undefined || second !== undefined
    ? undefined
    : times(price.price, line.monthlyQuantity);
}

function option(
  kind: PaymentOption["kind"],
  name: string,
  now: Money,
  instead: Money,
): PaymentOption {
  return {
    kind,
    name,
    term: undefined,
    now,
    instead,
    change: { usd: instead.usd.minus(now.usd), eur: instead.eur.minus(now.eur) },
    breakEvenHours: undefined,
    hours: undefined,
  };
}

/** Machines that are alike are told once. */
function together(options: readonly PaymentOption[]): readonly PaymentOption[] {
  const alike = new Map<string, PaymentOption[]>();
  for (const one of options) {
    const key = `${one.kind} ${one.term ?? ""} ${one.name} ${one.hours?.toString() ?? ""}`;
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const total = (of: (one: PaymentOption) => Money) => sum(same.map(of));
    return {
      ...first,
      name: same.length === 1 ? first.name : `${same.length} × ${first.name}`,
      now: total(({ now }) => now),
      instead: total(({ instead }) => instead),
      change: total(({ change }) => change),
    };
  });
}
