import { createHash } from "node:crypto";
import { type CalendarDate, formatDate } from "../../document/calendar-date";
import type { Language } from "../language";
import type { StackReport } from "../report";
import { assumptionSection, lineSection } from "./details";
import { Html, html, scriptElement } from "../../document/html";
import { onPremiseSection, paymentSection, yearSection } from "./outlook";
import { changeSection, groupSection, monthSection } from "./overview";
import { type Section } from "./parts";
import type { Variant } from "./simulate";
import { simulatorSection } from "./simulator";
import { type Writing, writingIn } from "./writing";

export interface PageInput {
  readonly report: StackReport;
  /** Bills of changed firm files, for the sliders; without any the page has none. */
  readonly variants: readonly Variant[];
  readonly language: Language;
  /** The day the page is made. */
  readonly today: CalendarDate;
  readonly style: string;
  readonly script: string;
}

/** The bill as one HTML file that asks nothing of the network. The same input gives the same text. */
export function renderPage({
  report,
  variants,
  language,
  today,
  style,
  script,
}: PageInput): string {
  const writing = writingIn(language);
  const { words } = writing;
  const name = report.bill.after.firm?.name ?? report.bill.stack;
  const sections = [
    monthSection(report, writing),
    groupSection(report, writing),
    changeSection(report, writing),
    yearSection(report, writing),
    simulatorSection(report, variants, writing),
    onPremiseSection(report, writing),
    paymentSection(report, writing),
    lineSection(report, writing),
    assumptionSection(report, writing),
  ].filter((one) => one !== undefined);
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="Content-Security-Policy" content="${policyOf(script)}" />
        <title>${name}: ${words.title}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        <header>
          <p class="brand">${words.title}</p>
          <h1>${name}</h1>
          <p class="subtitle">${report.bill.stack} · ${words.madeOn} ${formatDate(today)}</p>
          ${contents(sections, writing)}
        </header>
        <main id="main" tabindex="-1">${sections.map(({ element }) => element)}</main>
        <footer>${footer(report, writing)}</footer>
        ${scriptElement(script)}
      </body>
    </html> `;
  return page.text;
}

/** Nothing but this script and this style: not even an escape that failed could ask the network. */
function policyOf(script: string): string {
  const hash = createHash("sha256").update(script).digest("base64");
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function contents(sections: readonly Section[], { words }: Writing): Html {
  const links = sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<nav aria-label="${words.contents}">
    <ul>
      ${links}
    </ul>
  </nav>`;
}

function footer({ bill }: StackReport, { words, language }: Writing): Html {
  const { pricesAsOf, euro } = bill.after.estimate;
  const factor = euro.perUsd.toString();
  return html`<p>
      ${words.pricesOf} ${pricesAsOf}. ${words.factor}
      ${language === "fr" ? factor.replace(".", ",") : factor} EUR (${words.factorOf} ${euro.asOf}).
      ${words.sureness}
    </p>
    <p>${words.offline}</p>`;
}
