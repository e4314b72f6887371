import { z } from "zod";
import type { Decimal } from "../cost/money";
import {
  differenceDocument,
  differenceToJson,
  estimateDocument,
  estimateToJson,
  type JsonValue,
} from "../cost/to-json";
import type { Assumption } from "./assumptions";
import type { Bill, BillSide } from "./bill";
import type { Verdict } from "./guard";
import {
  compareOnPremise,
  hostedMonth,
  type OnPremiseAssumptions,
  type OnPremiseComparison,
  type ServerCost,
} from "./on-premise";
import type { PaymentOption } from "./options";

/** Names the shape of {@link reportToJson}; a change of meaning gets another number. */
export const reportFormat = "cabinet-cost-report/1";

/** A bill with everything that is said of it. */
export interface StackReport {
  readonly bill: Bill;
  readonly verdicts: readonly Verdict[];
  readonly options: readonly PaymentOption[] | undefined;
  readonly onPremise: OnPremiseComparison | undefined;
}

const amount = z.number();
const serverCost = z.strictObject({
  server: amount,
  licences: amount,
  power: amount,
  work: amount,
  total: amount,
});
const money = z.strictObject({ usd: amount, eur: amount });

const assumption = z.strictObject({
  resources: z.array(z.string()),
  key: z.string().nullable().meta({ description: "Key of a usage file that says otherwise" }),
  value: amount,
  unit: z.string(),
  because: z.string(),
});

const stackReport = z.strictObject({
  stack: z.string(),
  people: z.int().nullable().meta({ description: "With a desktop; null for a platform" }),
  monthlyEur: amount,
  monthlyEurPerPerson: amount.nullable(),
  budgetEur: amount.nullable(),
  verdicts: z.array(z.strictObject({ kind: z.enum(["warning", "refused"]), because: z.string() })),
  against: z.string().nullable(),
  bill: estimateDocument,
  assumptions: z.array(assumption),
  difference: differenceDocument.nullable(),
  options: z
    .array(
      z.strictObject({
        kind: z.string(),
        name: z.string(),
        term: z.enum(["oneYear", "threeYears"]).nullable(),
        now: money,
        instead: money,
        change: money,
        hours: amount.nullable(),
        breakEvenHours: amount.nullable(),
      }),
    )
    .nullable(),
  onPremise: z
    .strictObject({
      years: z.int(),
      slim: serverCost,
      renewal: serverCost,
      hosted: amount,
      difference: amount,
    })
    .nullable()
    .meta({ description: "Euros over all the years" }),
  warnings: z.array(z.string()),
});

/** What `cabinet cost --json` prints; `cabinet cost --schema` prints it as a JSON Schema. */
export const reportDocument = z.strictObject({
  format: z.literal(reportFormat),
  stacks: z.array(stackReport),
});

/** What `cabinet preview --json` says of the bill beside the changes, in euros to the cent. */
export interface CostSummary {
  /** Null when nothing is deployed. */
  readonly monthlyEurNow: number | null;
  readonly monthlyEurAfter: number;
  readonly changeEur: number | null;
  readonly monthlyEurPerPerson: number | null;
  /** Lines of the bill that nobody knows the price of. */
  readonly unpricedLines: number;
}

export function summaryOf({ after, difference }: Bill): CostSummary {
  const people = peopleOf(after);
  const { total, lineCounts } = after.estimate;
  return {
    monthlyEurNow: difference === undefined ? null : centsOf(difference.total.before.eur),
    monthlyEurAfter: centsOf(total.eur),
    changeEur: difference === undefined ? null : centsOf(difference.total.change.eur),
    monthlyEurPerPerson: people === undefined ? null : centsOf(total.eur.div(people)),
    unpricedLines: lineCounts.unpriced,
  };
}

function centsOf(euros: Decimal): number {
  return Number(euros.toFixed(2));
}

/**
 * Hosting against a server in the office; undefined where nobody knows how many people there are.
 *
 * @param offices euros that the firm's offices cost in Azure in a month
 */
export function compareOffice(
  office: OnPremiseAssumptions,
  after: BillSide,
  offices: Decimal,
): OnPremiseComparison | undefined {
  const people = peopleOf(after);
  return people === undefined
    ? undefined
    : compareOnPremise(
        office,
        people,
        hostedMonth(after.estimate).plus(offices),
        // A firm whose file names no office yet has one.
        Math.max(1, after.firm?.sites.length ?? 0),
      );
}

/** People with a desktop, whose number divides the bill. */
export function peopleOf({ firm }: BillSide): number | undefined {
  return firm?.people.staff;
}

export function reportToJson(reports: readonly StackReport[]): JsonValue {
  return { format: reportFormat, stacks: reports.map(stackToJson) };
}

/** One entry of `stacks`. */
export function stackToJson({ bill, verdicts, options, onPremise }: StackReport): JsonValue {
  const { stack, before, after, difference, warnings } = bill;
  const people = peopleOf(after);
  const { eur } = after.estimate.total;
  const budget = after.firm?.budget;
  return {
    stack,
    people: people ?? null,
    monthlyEur: eur,
    monthlyEurPerPerson: people === undefined ? null : cents(eur.div(people)),
    budgetEur: budget?.kind === "monthly" ? budget.euros : null,
    verdicts: verdicts.flatMap((verdict) =>
      verdict.kind === "fine" ? [] : { kind: verdict.kind, because: verdict.because },
    ),
    against: before?.source ?? null,
    bill: estimateToJson(after.estimate),
    assumptions: after.assumptions.map(assumptionToJson),
    difference: difference === undefined ? null : differenceToJson(difference),
    options: options?.map(optionToJson) ?? null,
    onPremise:
      onPremise === undefined
        ? null
        : {
            years: onPremise.years,
            slim: serverToJson(onPremise.slim),
            renewal: serverToJson(onPremise.renewal),
            hosted: cents(onPremise.hosted),
            difference: cents(onPremise.difference),
          },
    warnings,
  };
}

function assumptionToJson({ resources, key, value, unit, because }: Assumption): JsonValue {
  return { resources, key: key ?? null, value, unit, because: because.en };
}

function optionToJson(option: PaymentOption): JsonValue {
  const { kind, name, term, now, instead, change, hours, breakEvenHours } = option;
  return {
    kind,
    name,
    term: term ?? null,
    now: { ...now },
    instead: { ...instead },
    change: { ...change },
    hours: hours ?? null,
    breakEvenHours: breakEvenHours ?? null,
  };
}

function serverToJson(cost: ServerCost): JsonValue {
  return {
    server: cents(cost.server),
    licences: cents(cost.licences),
    power: cents(cost.power),
    work: cents(cost.work),
    total: cents(cost.total),
  };
}

function cents(euros: Decimal): Decimal {
  return euros.toDecimalPlaces(2);
}

/**
 * The lines of a program, one an entry and each with its resource's name: for tools that read bills.
 * Prices are dollars, as Azure's list has them.
 */
export function linesToJson({ after }: Bill): JsonValue {
  const document = estimateToJson(after.estimate);
  if (typeof document !== "object" || document === null || !("lines" in document)) return [];
  return document.lines ?? [];
}
