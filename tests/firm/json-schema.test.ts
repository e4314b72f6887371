import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { printFirmJsonSchema } from "../../infra/firm/json-schema";

const root = join(__dirname, "../..");
const file = join(root, "infra/firm/firm.schema.json");

if (process.env["UPDATE_SCHEMA"] === "1") {
  writeFileSync(file, printFirmJsonSchema());
  const prettier = join(root, "node_modules/prettier/bin/prettier.cjs");
  execFileSync(process.execPath, [prettier, "--write", file]);
}

test("the committed JSON Schema is the one of the program", () => {
  const committed: unknown = JSON.parse(readFileSync(file, "utf8"));
  const current: unknown = JSON.parse(printFirmJsonSchema());
  if (!isDeepStrictEqual(committed, current))
    throw new Error(
      "infra/firm/firm.schema.json is out of step with infra/firm/schema.ts; run\n  UPDATE_SCHEMA=1 npx jest tests/firm/json-schema.test.ts",
    );
});
