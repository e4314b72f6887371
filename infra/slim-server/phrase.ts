/** The same sentence in both languages; French is what a firm reads. */
export interface Phrase {
  readonly fr: string;
  readonly en: string;
}
