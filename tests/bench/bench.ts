import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Terminal } from "../../infra/cli/terminal";
import { benchFirms } from "./many-firms";
import { benchPreviews } from "./previews";
import { benchProtocol } from "./protocol";
import { benchWriters } from "./writers";

// Ratios of one run on one machine: `npm run bench`, or a part of it: `npm run bench -- protocol`.
// Absolute figures are for orientation only.

const parts = {
  previews: benchPreviews,
  firms: benchFirms,
  protocol: benchProtocol,
  writers: benchWriters,
} as const;
type Part = keyof typeof parts;

const isPart = (word: string): word is Part => Object.hasOwn(parts, word);

async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  const unknown = words.filter((word) => !isPart(word));
  if (unknown.length > 0) {
    terminal.error(
      `no such part: ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`,
    );
    return 2;
  }
  const wanted = words.length === 0 ? Object.keys(parts) : words;
  for (const part of wanted.filter(isPart)) await parts[part](terminal);
  return 0;
}

/** An embedded Azure of its own: nothing of the user's is touched. */
const home = mkdtempSync(join(tmpdir(), "cabinet-bench-"));
process.env["CABINET_HOME"] = home;
const terminal = new Terminal();

void main(process.argv.slice(2), terminal)
  .catch((error: unknown) => {
    terminal.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  })
  .then((code) => {
    rmSync(home, { recursive: true, force: true });
    process.exit(code);
  });
