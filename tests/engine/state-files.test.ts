import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mendStateFiles } from "../../infra/engine/state-files";

function stateWith(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "cabinet-state-"));
  const stacks = join(folder, ".pulumi/stacks/cabinet");
  mkdirSync(stacks, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(stacks, name), text);
  const path = (name: string) => join(stacks, name);
  return { folder, path, read: (name: string) => readFileSync(path(name), "utf8") };
}

test("a whole state is left as it is", () => {
  const state = stateWith({ "prod.json": "{}", "prod.json.attrs": "{}" });
  expect(mendStateFiles(state.folder, "prod")).toBe(false);
  expect(existsSync(state.path("prod.json.attrs"))).toBe(true);
});

test("half of the second file beside a checkpoint goes; the checkpoint stays", () => {
  const state = stateWith({ "prod.json": '{"version":3}', "prod.json.attrs": "" });
  expect(mendStateFiles(state.folder, "prod")).toBe(true);
  expect(existsSync(state.path("prod.json.attrs"))).toBe(false);
  expect(state.read("prod.json")).toBe('{"version":3}');
});

test("a checkpoint that cannot be read gives way to the one before", () => {
  const state = stateWith({ "prod.json": '{"vers', "prod.json.bak": '{"version":3}' });
  expect(mendStateFiles(state.folder, "prod")).toBe(true);
  expect(state.read("prod.json")).toBe('{"version":3}');
});

test("nothing is invented where there is no copy", () => {
  const state = stateWith({ "prod.json": '{"vers' });
  expect(mendStateFiles(state.folder, "prod")).toBe(false);
  expect(state.read("prod.json")).toBe('{"vers');
});
