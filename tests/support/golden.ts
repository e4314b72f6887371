import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const folder = path.join(__dirname, "../golden");
const update = "UPDATE_GOLDEN";

/**
 * Makes sure that a value is, as JSON, what a file of `tests/golden` holds. With UPDATE_GOLDEN=1 in
 * the environment the file is written first.
 *
 * @throws Error that shows the difference and says how to accept it
 */
export function checkGolden(name: string, value: unknown): void {
  const file = path.join(folder, `${name}.golden.json`);
  const text = `${JSON.stringify(value, null, 1)}\n`;
  if (process.env[update] === "1") {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  try {
    expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    const hint = `if this is meant, run the test with ${update}=1 and read what git shows of ${file}`;
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${hint}`, {
      cause: error,
    });
  }
}
