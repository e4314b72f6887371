/** Text that is HTML already. Made by {@link html} alone, which escapes everything else. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = Html | string | number | undefined | false | readonly Html[];

/** HTML with values in it, in text or in quoted attributes; undefined and false leave nothing. */
export function html(texts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const parts = texts.map(
    (text, index) => `${text}${index < values.length ? rendered(values[index]) : ""}`,
  );
  return new Html(parts.join(""));
}

function rendered(value: Value): string {
  if (value === undefined || value === false) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(({ text }) => text).join("");
  return escapeHtml(String(value));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** JSON that no `<` of it can end the script element around it. */
export function jsonInHtml(value: unknown): Html {
  return new Html(JSON.stringify(value).replaceAll("<", String.raw`\u003c`));
}

/** A script to run; its text is not escaped, and must hold no end of a script element. */
export function scriptElement(script: string): Html {
  return new Html(`<script>${script}</script>`);
}
