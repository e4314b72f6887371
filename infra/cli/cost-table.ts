import pc from "picocolors";
import type { Bill } from "../bill/bill";
import {
  changeText,
  eurosText,
  groupNames,
  inLanguage,
  type Language,
  numberText,
  percentText,
  priceText,
  quantityText,
} from "../bill/language";
import type { OnPremiseComparison } from "../bill/on-premise";
import { peopleOf, type StackReport } from "../bill/report";
import { groups, type Line, type PricedLine } from "../cost/model";
import { type Decimal, type Money, sum } from "../cost/money";
import {
  assumptionLines,
  notCounted,
  onPremiseLines,
  optionLines,
  renewalText,
} from "./cost-notes";
import { fit, lineWidth, wrap } from "./cost-text";
import { wordsOf } from "./cost-words";

/** Columns of a bill: what, quantity, unit price, day and confidence of the price, month. Together 79. */
const widths = { name: 31, quantity: 14, price: 9, day: 10, sure: 1, month: 9 } as const;
/** A bill as a table of at most 80 columns; with a comparison, what changes instead of all lines. */
export function renderReport(report: StackReport, language: Language): string {
  const { bill, options, onPremise } = report;
  const words = wordsOf(language);
  const { before, after, difference } = bill;
  return [
    heading(bill, language),
    ...(difference === undefined
      ? billLines(after.estimate.lines, language)
      : changeLines(bill, language)),
    "",
    ...totals(bill, language),
    ...(before === undefined ? notCounted(after.estimate.lines, language) : []),
    ...(options === undefined ? [] : ["", ...optionLines(options, language)]),
    ...(onPremise === undefined ? [] : ["", ...onPremiseLines(onPremise, language)]),
    ...(before === undefined ? ["", ...assumptionLines(after.assumptions, language)] : []),
    "",
    ...wrap(
      `${words.pricesOf} ${after.estimate.pricesAsOf}; ${words.factor} ` +
        `${numberText(after.estimate.euro.perUsd, language, 6)} (${after.estimate.euro.asOf}). ${words.confidence}`,
      "",
    ).map((line) => pc.dim(line)),
  ].join("\n");
}

/** A few lines for the end of a preview: the month now and then, and the years against a new server in the office. */
export function renderSummary(
  bill: Bill,
  onPremise: OnPremiseComparison | undefined,
  language: Language,
): string {
  return [
    heading(bill, language),
    ...totals(bill, language),
    ...(onPremise === undefined ? [] : wrap(renewalText(onPremise, language), "")),
  ].join("\n");
}

function heading({ stack, before, after }: Bill, language: Language): string {
  const words = wordsOf(language);
  const name = after.firm === undefined ? stack : `${stack}  ${after.firm.name}`;
  const against =
    before === undefined ? "" : `, ${words.against} ${inLanguage(before.source, language)}`;
  return pc.bold(`${name}: ${words.month}${against}`);
}

function billLines(lines: readonly Line[], language: Language): string[] {
  const words = wordsOf(language);
  const head = row([words.what, words.quantity, words.unitPrice, words.day, "", "EUR"], (text) =>
    pc.dim(text),
  );
  return [
    ...head,
    ...groups.flatMap((group) => {
      const priced = lines.filter(
        (line): line is PricedLine =>
          line.kind === "priced" && line.group === group && !line.monthlyQuantity.isZero(),
      );
      if (priced.length === 0) return [];
      const total = sum(priced.map(({ monthlyCost }) => monthlyCost));
      const title = groupNames[group][language];
      const figure = numberText(total.eur, language, 2);
      return [
        pc.bold(`${title}${figure.padStart(lineWidth - title.length)}`),
        ...alike(priced).flatMap((same) => lineRow(same, language)),
      ];
    }),
  ];
}

function lineRow(same: readonly PricedLine[], language: Language): string[] {
  const [line] = same;
  if (line === undefined) return [];
  const { price, unit } = line;
  const name = inLanguage(line.name, language);
  const own = line.resource.urn === "" ? name : `${name} (${line.resource.name})`;
  const quantity = line.monthlyQuantity.times(same.length);
  return row([
    same.length === 1 ? own : `${same.length} × ${name}`,
    `${quantityText(quantity, language)} ${inLanguage(unit.text, language)}`,
    priceText(price.amount.eur, language),
    price.asOf,
    price.confidence,
    numberText(sum(same.map(({ monthlyCost }) => monthlyCost)).eur, language, 2),
  ]);
}

/** Lines that differ in their resource only, told once. */
function alike(lines: readonly PricedLine[]): readonly (readonly PricedLine[])[] {
  const found = new Map<string, PricedLine[]>();
  for (const line of lines) {
    const key = `${line.name}\0${line.meter}\0${line.monthlyQuantity.toString()}\0${line.price.amount.usd.toString()}`;
    found.set(key, [...(found.get(key) ?? []), line]);
  }
  return [...found.values()];
}

function row(
  [name = "", quantity = "", price = "", day = "", sure = "", month = ""]: readonly string[],
  paint: (text: string) => string = (text) => text,
): string[] {
  const names = wrap(name, "", widths.name - 2);
  return names.map((part, index) => {
    const text = `  ${part}`.padEnd(widths.name);
    if (index > 0) return paint(text.trimEnd());
    return paint(
      [
        text,
        fit(quantity, widths.quantity),
        fit(price, widths.price),
        fit(day, widths.day),
        fit(sure, widths.sure),
        fit(month, widths.month),
      ].join(" "),
    );
  });
}

function changeLines({ difference }: Bill, language: Language): string[] {
  const words = wordsOf(language);
  if (difference === undefined) return [];
  if (difference.changes.length === 0) return [words.nothingChanges];
  const rows = difference.changes.flatMap(
    ({ before, after, costBefore, costAfter, change, percent }) => {
      const either = after ?? before;
      const sign =
        before === undefined ? pc.green("+") : after === undefined ? pc.red("-") : pc.yellow("~");
      const name = inLanguage(either?.name ?? "", language);
      const resource =
        either === undefined || either.resource.urn === "" ? "" : ` (${either.resource.name})`;
      const unknown = (side: Line | undefined, cost: Money) =>
        side === undefined || side.kind === "priced" ? numberText(cost.eur, language, 2) : "?";
      return changeRow(sign, `${name}${resource}`, [
        unknown(before, costBefore),
        unknown(after, costAfter),
        signed(change.eur, language),
        percent === undefined ? "" : percentText(percent, language),
      ]);
    },
  );
  return [
    ...changeRow(" ", words.what, [words.before, words.after, words.change, "%"]).map((text) =>
      pc.dim(text),
    ),
    ...rows,
    "",
    pc.bold(words.why),
    ...difference.causes.flatMap(({ text, change }) =>
      wrap(`${inLanguage(text, language)}: ${changeText(change, language)}`, "  "),
    ),
  ];
}

function signed(amount: Decimal, language: Language): string {
  return `${amount.gt(0) ? "+" : ""}${numberText(amount, language, 2)}`;
}

function totals({ before, after, difference }: Bill, language: Language): string[] {
  const words = wordsOf(language);
  const { total, range } = after.estimate;
  const people = peopleOf(after);
  const perPerson =
    people === undefined
      ? ""
      : `, ${eurosText({ usd: total.usd.div(people), eur: total.eur.div(people) }, language)} ${words.perPerson} (${people})`;
  const sure = range.low.eur.eq(range.high.eur)
    ? ""
    : ` (${words.between} ${eurosText(range.low, language)} ${words.and} ${eurosText(range.high, language)})`;
  const unpriced = after.estimate.lineCounts.unpriced;
  const missing = unpriced === 0 ? "" : `; ${unpriced} ${words.unpriced}`;
  if (before === undefined || difference === undefined)
    return wrap(`${words.total} ${eurosText(total, language)}${perPerson}${sure}${missing}`, "");
  const { change, percent } = difference.total;
  const howMuch = percent === undefined ? "" : ` (${percentText(percent, language)})`;
  return [
    ...wrap(
      `${words.now} ${eurosText(difference.total.before, language)}, ${words.next} ` +
        `${eurosText(total, language)}: ${changeText(change, language)}${howMuch}`,
      "",
    ),
    ...wrap(`${words.afterwards}${perPerson.replace(/^, /, " ")}${sure}${missing}`, ""),
  ];
}

function changeRow(sign: string, name: string, figures: readonly string[]): string[] {
  return wrap(name, "", 36).map((part, index) =>
    index > 0
      ? `  ${part}`
      : `${sign} ${part.padEnd(36)} ${figures.map((figure) => fit(figure, 9)).join(" ")}`,
  );
}
