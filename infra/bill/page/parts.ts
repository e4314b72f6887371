import { Decimal } from "../../cost/money";
import { numberText, type Language } from "../language";
import { type Html, html } from "./html";
import { type PageWords, pageWords } from "./words";

/** What every section needs to write in a language. */
export interface Writing {
  readonly language: Language;
  readonly words: PageWords;
  readonly euros: (eur: Decimal) => string;
  /** With its sign. */
  readonly change: (eur: Decimal) => string;
}

export function writingIn(language: Language): Writing {
  const euros = (eur: Decimal) => eurosOf(eur, language);
  return {
    language,
    words: pageWords[language],
    euros,
    change: (eur) => `${isMore(eur) ? "+" : ""}${euros(eur)}`,
  };
}

/** `1 234,50 €`, `€1,234.50`. */
export function eurosOf(eur: Decimal, language: Language): string {
  const amount = numberText(eur, language, 2);
  if (language === "fr") return `${amount}\u00a0€`;
  return amount.startsWith("-") ? `-€${amount.slice(1)}` : `€${amount}`;
}

export function isMore(eur: Decimal): boolean {
  return eur.toDecimalPlaces(2).gt(0);
}

/** How a change looks: what grows costs. */
export function toneOf(eur: Decimal): "more" | "less" | "same" {
  const shown = eur.toDecimalPlaces(2);
  if (shown.isZero()) return "same";
  return shown.gt(0) ? "more" : "less";
}

/** Part of the largest, in percent for a style; never negative. */
export function share(part: Decimal, whole: Decimal): string {
  if (whole.lte(0) || part.lte(0)) return "0";
  return part.div(whole).times(100).toDecimalPlaces(2).toString();
}

export function largest(amounts: readonly Decimal[]): Decimal {
  return Decimal.max(0, ...amounts);
}

export function bar(kind: string, size: string): Html {
  return html`<span class="bar ${kind}" style="--size:${size}%"></span>`;
}

/** A part of the page that can be jumped to. */
export function section(id: string, title: string, content: Html): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${content}
  </section> `;
}

/** Wide tables scroll by themselves, by keyboard as well. */
export function scrolling(label: string, table: Html): Html {
  return html`<div class="scrolling" role="region" tabindex="0" aria-label="${label}">
    ${table}
  </div>`;
}
