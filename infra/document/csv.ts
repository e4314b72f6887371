/** A cell and where it stands; both count from 1, columns in UTF-16 code units. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** What is no CSV: a quote that is never closed, or text behind a closing one. */
export interface CsvProblem {
  readonly line: number;
  readonly column: number;
  readonly met: string;
}

/**
 * Cells of a CSV file, RFC 4180, with the delimiter that the first line has most of: comma, semicolon, which Excel
 * writes in France, or tab. Lines without any text are left out.
 */
export function readCsv(
  text: string,
): { readonly rows: readonly (readonly Cell[])[] } | { readonly problem: CsvProblem } {
  const delimiter = delimiterOf(text);
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let at = 0;
  let line = 1;
  let lineStart = 0;
  const endRow = () => {
    if (row.some((cell) => cell.text !== "")) rows.push(row);
    row = [];
  };
  while (at <= text.length) {
    const start = { line, column: at - lineStart + 1 };
    let cell = "";
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const character = text[at];
        if (character === undefined)
          return { problem: { ...start, met: "a quote without an end" } };
        at += 1;
        if (character === "\n") {
          line += 1;
          lineStart = at;
        }
        if (character !== '"') cell += character;
        else if (text[at] === '"') {
          cell += '"';
          at += 1;
        } else break;
      }
      const behind = text[at];
      if (behind !== undefined && behind !== delimiter && behind !== "\r" && behind !== "\n")
        return {
          problem: { line, column: at - lineStart + 1, met: "text behind a closing quote" },
        };
    } else {
      const from = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r")
        at += 1;
      cell = text.slice(from, at);
    }
    row.push({ text: cell.trim(), ...start });
    const end = text[at];
    if (end === "\r" && text[at + 1] === "\n") at += 1;
    at += 1;
    if (end !== delimiter) {
      endRow();
      line += 1;
      lineStart = at;
    }
    // A last line without an end has been read; one behind the last end is none.
    if (end === undefined || (at === text.length && end !== delimiter)) break;
  }
  return { rows };
}

function delimiterOf(text: string): string {
  const [first = ""] = text.split(/\r?\n/, 1);
  const counts = [";", ",", "\t"].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ";";
}
