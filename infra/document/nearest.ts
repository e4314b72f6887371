/** Longer texts are no slips of the pen, and comparing them would cost time. */
const longestCompared = 40;

/**
 * The candidate most like a mistyped text, or undefined when none is near: a third of the
 * characters, at least one, may differ. Of equals the first. Case does not count.
 */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  if (text.length > longestCompared) return undefined;
  const allowed = Math.max(1, Math.floor(text.length / 3));
  return candidates
    .filter((candidate) => candidate.length <= longestCompared)
    .map((candidate) => ({
      candidate,
      distance: editDistance(text.toLowerCase(), candidate.toLowerCase()),
    }))
    .filter(({ distance }) => distance <= allowed)
    .toSorted((a, b) => a.distance - b.distance)[0]?.candidate;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, b.length);
}

/** Outside of the table everything is infinitely far. */
function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
