/** What people read: French, since they sit in the firm, and English for the provider's engineers. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

/** Both languages in one text, French first. */
export function bothLanguages({ fr, en }: Words): string {
  return `${fr} / ${en}`;
}
