import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import { z } from "zod";
import {
  firmJsonSchema,
  peopleJsonSchema,
  printFirmJsonSchema,
  printPeopleJsonSchema,
} from "../../infra/firm/json-schema";

const root = join(__dirname, "../..");
const schemas = [
  ["firm", printFirmJsonSchema],
  ["people", printPeopleJsonSchema],
] as const;

test.each(schemas)("the committed JSON Schema of %s is the one of the program", (name, print) => {
  const file = join(root, `infra/firm/${name}.schema.json`);
  if (process.env["UPDATE_SCHEMA"] === "1") {
    writeFileSync(file, print());
    const prettier = join(root, "node_modules/prettier/bin/prettier.cjs");
    execFileSync(process.execPath, [prettier, "--write", file]);
  }
  const outOfStep = `infra/firm/${name}.schema.json is out of step; run: UPDATE_SCHEMA=1 npx jest tests/firm/json-schema.test.ts`;
  const committed: unknown = JSON.parse(readFileSync(file, "utf8"));
  const current: unknown = JSON.parse(print());
  expect(isDeepStrictEqual(committed, current) || outOfStep).toBe(true);
});

test("an editor finds nothing wrong in the sample's request file", () => {
  const text = readFileSync(join(root, "infra/people/dupont.yaml"), "utf8");
  const editor = z.fromJSONSchema(peopleJsonSchema());
  expect(editor.safeParse(parse(text)).error?.issues).toBeUndefined();
});

function sample(name: string): object {
  return Object(parse(readFileSync(join(root, "infra/firms", `${name}.yaml`), "utf8")));
}

describe("an editor that follows the JSON Schema", () => {
  const editor = z.fromJSONSchema(firmJsonSchema());
  test.each(["dupont", "petit", "moreau", "rousseau"])("finds nothing wrong in %s.yaml", (name) => {
    expect(editor.safeParse(sample(name)).error?.issues).toBeUndefined();
  });

  test.each<[string, object]>([
    ["an unknown key", { tenancy: "firm" }],
    ["a word of no list", { suite: "excel" }],
    ["a size without its unit", { data: { dossiers: "400" } }],
    ["a number out of range", { people: { supervisor: "a@b.example", staff: 501 } }],
    ["a missing key", { people: { supervisor: "a@b.example" } }],
    ["a bad name of an office", { sites: { "Le Bourg": { lan: "192.168.1.0/24" } } }],
  ])("marks %s", (_, change) => {
    expect(editor.safeParse({ ...sample("petit"), ...change }).success).toBe(false);
  });

  test("has a description for every key", () => {
    const undescribed = [...keysOf(firmJsonSchema())].filter(
      ([, part]) => !("description" in part),
    );
    expect(undescribed.map(([path]) => path)).toEqual([]);
  });
});

/** Every key of every map in a JSON Schema, with its schema. */
function* keysOf(schema: object, path = ""): Generator<[path: string, part: object]> {
  for (const [name, part] of Object.entries(schema)) {
    if (typeof part !== "object" || part === null) continue;
    if (name === "properties")
      for (const [key, inner] of Object.entries(part)) {
        if (typeof inner !== "object" || inner === null) continue;
        yield [`${path}.${key}`, inner];
      }
    yield* keysOf(part, `${path}.${name}`);
  }
}
