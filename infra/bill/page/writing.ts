import { Decimal } from "../../cost/money";
import { inLanguage, type Language, numberText } from "../language";
import { type PageWords, pageWords } from "./words";

/** What every section needs to write in a language. */
export interface Writing {
  readonly language: Language;
  readonly words: PageWords;
  /** After a label: French wants a space before it. */
  readonly colon: string;
  /** A name, a unit, a cause or a reason of a bill. */
  readonly text: (of: string) => string;
  readonly euros: (eur: Decimal) => string;
  /** With its sign. */
  readonly change: (eur: Decimal) => string;
}

export function writingIn(language: Language): Writing {
  const euros = (eur: Decimal) => eurosOf(eur, language);
  return {
    language,
    words: pageWords[language],
    colon: colonOf(language),
    text: (of) => inLanguage(of, language).replaceAll(/(?<!\s):(?=\s)/g, colonOf(language)),
    euros,
    change: (eur) => `${isMore(eur) ? "+" : ""}${euros(eur)}`,
  };
}

function colonOf(language: Language): string {
  return language === "fr" ? "\u00a0:" : ":";
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
