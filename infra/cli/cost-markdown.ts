import {
  changeText,
  eurosText,
  groupNames,
  inLanguage,
  type Language,
  percentText,
} from "../bill/language";
import { peopleOf, type StackReport } from "../bill/report";
import { groups } from "../cost/model";
import type { Money } from "../cost/money";
import { wordsOf } from "./cost-words";

/** Finds the comment again, so that a pipeline updates it in place. */
export const marker = "<!-- cabinet-cost -->";

/** GitHub takes 65,536 characters; the rest is for who wraps the comment. */
export const longestComment = 64_000;

/** A comment for a pull request: the sums open, the details folded, never longer than allowed. */
export function renderMarkdown(reports: readonly StackReport[], language: Language): string {
  const words = wordsOf(language);
  const title = language === "fr" ? "Coût mensuel" : "Monthly cost";
  const columns = ["", words.before, words.after, words.change, "%", words.perPerson];
  const verdicts = reports.flatMap(({ verdicts: said }) =>
    said.flatMap((verdict) =>
      verdict.kind === "fine"
        ? []
        : `${verdict.kind === "refused" ? "❌" : "⚠️"} ${escape(verdict.because)}`,
    ),
  );
  const head = [
    marker,
    `### ${title}`,
    "",
    ...verdicts.flatMap((line) => [line, ""]),
    `| ${columns.join(" | ")} |`,
    `|${columns.map((_, index) => (index === 0 ? "---" : "---:")).join("|")}|`,
  ];
  const rows = reports.map((report) => sumRow(report, language));
  const note = language === "fr" ? "_Suite coupée : trop longue._" : "_Cut here: too long._";
  let text = "";
  const room = longestComment - note.length - 2;
  const parts = [...head, ...rows, "", ...reports.map((report) => details(report, language))];
  for (const part of parts) {
    if (text.length + part.length + 1 > room) return `${text}\n${note}\n`;
    text += `${part}\n`;
  }
  return text;
}

function sumRow({ bill }: StackReport, language: Language): string {
  const { stack, after, difference } = bill;
  const { total } = after.estimate;
  const people = peopleOf(after);
  const each = people === undefined ? undefined : perPerson(total, people);
  return `| ${[
    `**${escape(stack)}**`,
    difference === undefined ? "" : eurosText(difference.total.before, language),
    eurosText(total, language),
    difference === undefined ? "" : changeText(difference.total.change, language),
    difference === undefined ? "" : percentText(difference.total.percent, language),
    each === undefined ? "" : eurosText(each, language),
  ].join(" | ")} |`;
}

function perPerson({ usd, eur }: Money, people: number): Money {
  return { usd: usd.div(people), eur: eur.div(people) };
}

function details({ bill }: StackReport, language: Language): string {
  const words = wordsOf(language);
  const { stack, after, difference } = bill;
  const { estimate } = after;
  const said = (text: string) => escape(inLanguage(text, language));
  const why =
    difference === undefined
      ? []
      : difference.causes.map(
          ({ text, change }) => `- ${said(text)}: ${changeText(change, language)}`,
        );
  const byGroup = groups
    .filter((group) => !estimate.groups[group].usd.isZero())
    .map(
      (group) =>
        `| ${groupNames[group][language]} | ${eurosText(estimate.groups[group], language)} |`,
    );
  const unpriced = estimate.lines.flatMap((line) =>
    line.kind === "unpriced" ? `- ${said(line.name)}: ${said(line.reason)}` : [],
  );
  return [
    `<details><summary>${escape(stack)}: ${eurosText(estimate.total, language)} ${words.aMonth}</summary>`,
    "",
    ...(difference === undefined
      ? []
      : why.length === 0
        ? [words.nothingChanges]
        : [`**${words.why}**`, "", ...why]),
    "",
    "| | EUR |",
    "|---|---:|",
    ...byGroup,
    "",
    ...(unpriced.length === 0 ? [] : [`**${words.withoutPrice}**`, "", ...unpriced, ""]),
    `${words.pricesOf} ${estimate.pricesAsOf}; ${words.factor} ${estimate.euro.perUsd.toString()}`,
    "",
    "</details>",
    "",
  ].join("\n");
}

/** Names are other people's texts: they may neither end a cell nor call somebody. */
function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll("@", "&#64;")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\|`*_[\]#~]/g, (sign) => `\\${sign}`);
}
