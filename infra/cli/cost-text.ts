/** Width of everything a bill prints. */
export const lineWidth = 79;

/** Lines of at most 79 characters; those that follow stand two further in. */
export function wrap(text: string, indent: string, width = lineWidth): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((long) => pieces(long, width - indent.length - 2))) {
    const start = lines.length === 0 ? indent : `${indent}  `;
    if (line !== "" && start.length + line.length + 1 + word.length > width) {
      lines.push(`${start}${line}`);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(`${lines.length === 0 ? indent : `${indent}  `}${line}`);
  return lines;
}

function pieces(word: string, width: number): string[] {
  return word.length <= width ? [word] : (word.match(new RegExp(`.{1,${width}}`, "gu")) ?? []);
}

/** A cell of a table, to the right. */
export function fit(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padStart(width);
}
