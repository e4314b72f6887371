import type { Path } from "../document/path";

export interface PlacedText {
  readonly text: string;
  readonly path: Path;
}

/** Those whose text another one had before. */
export function repeated(entries: readonly PlacedText[]): readonly PlacedText[] {
  const texts = entries.map(({ text }) => text);
  return entries.filter(({ text }, index) => texts.indexOf(text) < index);
}
