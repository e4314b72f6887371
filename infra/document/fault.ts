/** What is wrong with one value, told to the person who wrote it. Fragments of a sentence, without a full stop. */
export interface Problem {
  /** The value as it was written, or what stands in its place. */
  readonly met: string;
  readonly allowed: string;
  /** What to do: `write staff: 12`. */
  readonly remedy: string;
}

/** A place in a file; line and column count from 1, columns in UTF-16 code units as editors do. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A problem, where it is, and the keys that lead there; the path of the whole file is empty. */
export interface Fault extends Problem, Place {
  readonly path: string;
}

/** One line: `infra/firms/dupont.yaml:7:10: people.staff: met "twelve"; allowed: …; write staff: 12`. */
export function formatFault(fault: Fault): string {
  const subject = fault.path === "" ? "" : `${fault.path}: `;
  return `${formatPlace(fault)}: ${subject}${formatProblem(fault)}`;
}

export function formatProblem({ met, allowed, remedy }: Problem): string {
  return `met ${met}; allowed: ${allowed}; ${remedy}`;
}

export function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** Where a fault of a file as a whole is. */
export function topOf(file: string): Place {
  return { file, line: 1, column: 1 };
}

/** Order of faults in one report: by file, then as one reads. */
export function comparePlaces(a: Place, b: Place): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column;
}

/** Unlike `localeCompare`, the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
