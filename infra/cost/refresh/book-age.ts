/** Days after which prices are old: Azure's list moves a few times a year, the euro daily. */
export const oldAfterDays = 90;

const millisecondsPerDay = 86_400_000;

/** Days from the day of a book to another one; negative when the book is of a later day. */
export function bookAge(asOf: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(asOf)) / millisecondsPerDay);
}

/** What to say of a book that is older than {@link oldAfterDays}; undefined when it is not. */
export function ageWarning(asOf: string, today: string): string | undefined {
  const days = bookAge(asOf, today);
  if (days <= oldAfterDays) return undefined;
  return `the prices are ${days} days old (${asOf}): run cabinet prices refresh`;
}
