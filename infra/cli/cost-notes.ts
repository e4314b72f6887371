import pc from "picocolors";
import type { Assumption } from "../bill/assumptions";
import {
  changeText,
  inLanguage,
  type Language,
  numberText,
  quantityText,
  wholeEurosText,
} from "../bill/language";
import type { OnPremiseComparison } from "../bill/on-premise";
import type { PaymentOption } from "../bill/options";
import type { Line } from "../cost/model";
import { fit, wrap } from "./cost-text";
import { wordsOf } from "./cost-words";

/** What has no price and what awaits usage: never a silent zero. */
export function notCounted(lines: readonly Line[], language: Language): string[] {
  const words = wordsOf(language);
  const unpriced = lines.flatMap((line) =>
    line.kind === "unpriced"
      ? wrap(
          `${inLanguage(line.name, language)}${line.resource.urn === "" ? "" : ` (${line.resource.name})`}: ${inLanguage(line.reason, language)}`,
          "  ",
        )
      : [],
  );
  const awaiting = lines.flatMap((line) =>
    line.kind === "awaitsUsage"
      ? wrap(
          `${inLanguage(line.name, language)} (${line.resource.name}): ${line.awaits ?? "?"}`,
          "  ",
        )
      : [],
  );
  const free = new Set(lines.flatMap((line) => (line.kind === "free" ? [line.resource.urn] : [])));
  return [
    ...(unpriced.length === 0 ? [] : ["", pc.bold(words.withoutPrice), ...unpriced]),
    ...(awaiting.length === 0 ? [] : ["", pc.bold(words.awaiting), ...awaiting]),
    ...(free.size === 0 ? [] : ["", `${free.size} ${words.free}`]),
  ];
}

export function assumptionLines(assumptions: readonly Assumption[], language: Language): string[] {
  const words = wordsOf(language);
  const shown = assumptions.filter(({ value }) => !value.isZero());
  if (shown.length === 0) return [];
  return [
    pc.bold(words.assumptions),
    ...shown.flatMap(({ resources, key, value, unit, because }) =>
      wrap(
        `${resources.join(", ")}${key === undefined ? "" : ` ${key}`} = ${quantityText(value, language)} ${inLanguage(unit, language)}: ${because[language]}`,
        "  ",
      ),
    ),
  ];
}

export function optionLines(options: readonly PaymentOption[], language: Language): string[] {
  const words = wordsOf(language);
  return [
    pc.bold(words.options),
    ...options.flatMap((option) => wrap(optionText(option, language), "  ")),
    ...(options.some(({ kind }) => kind === "reservation") ? [] : wrap(words.noReservations, "  ")),
  ];
}

function optionText(option: PaymentOption, language: Language): string {
  const words = wordsOf(language);
  const { kind, name, term, change, hours, breakEvenHours } = option;
  const years =
    term === undefined ? "" : ` ${term === "oneYear" ? words.oneYear : words.threeYears}`;
  const said = `${words[kind]}${years}, ${inLanguage(name, language)}: ${changeText(change, language)} ${words.aMonth}`;
  if (breakEvenHours === undefined || hours === undefined) return said;
  const verdict = change.eur.gt(0) ? words.loses : words.saves;
  return `${said}; ${verdict}: ${words.breakEven} ${numberText(breakEvenHours, language, 0)} h, ${words.schedule} ${numberText(hours, language, 0)} h`;
}

export function onPremiseLines(comparison: OnPremiseComparison, language: Language): string[] {
  const words = wordsOf(language);
  const { years, slimServers, slim, renewal } = comparison;
  const columns = [words.server, words.licences, words.power, words.work, words.sum];
  const figures = (cost: typeof slim) =>
    [cost.server, cost.licences, cost.power, cost.work, cost.total].map((part) =>
      numberText(part, language, 0),
    );
  return [
    pc.bold(`${words.onPremise} ${years} ${words.years}`),
    pc.dim(officeRow("EUR", columns)),
    officeRow(slimServers > 1 ? `${slimServers} × ${words.slim}` : words.slim, figures(slim)),
    officeRow(words.renewal, figures(renewal)),
    ...wrap(renewalText(comparison, language), "  "),
  ];
}

/** Hosting and a slim server against a renewal of the old one, in one sentence. */
export function renewalText(
  { years, hosted, difference }: OnPremiseComparison,
  language: Language,
): string {
  const words = wordsOf(language);
  const sign = difference.gt(0) ? "+" : "";
  return `${words.hosted} ${years * 12} ${words.hostedMonths} ${wholeEurosText(hosted, language)}; ${words.slimAndHosted} ${sign}${wholeEurosText(difference, language)} ${words.againstRenewal}`;
}

function officeRow(name: string, figures: readonly string[]): string {
  return `  ${name.padEnd(24)} ${figures.map((figure) => fit(figure, 9)).join(" ")}`;
}
