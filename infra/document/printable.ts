const longest = 60;

/**
 * Text of a file as a message may show it: its first line, at most 60 characters, with every
 * character that could move the cursor or hide text shown as `\u{…}`.
 */
export function printable(text: string): string {
  const [line = ""] = text.split(/\r\n|[\r\n]/, 1);
  const cut = line.length > longest ? line.slice(0, longest) : line;
  return escapeInvisible(cut) + (cut.length < text.length ? "…" : "");
}

function escapeInvisible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
