import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.join(__dirname, "../..");
const modules = Array.from({ length: 40 }, (_, index) => `module${index}.ts`);

let tree: string;
beforeEach(() => {
  tree = mkdtempSync(path.join(tmpdir(), "cabinet-run-ts-"));
  const cli = path.join(tree, "infra/cli");
  mkdirSync(cli, { recursive: true });
  cpSync(path.join(root, "infra/cli/run-ts.js"), path.join(cli, "run-ts.js"));
  symlinkSync(path.join(root, "node_modules"), path.join(tree, "node_modules"));
  for (const name of modules)
    writeFileSync(path.join(tree, name), "export const one: number = 1;\n");
});
afterEach(() => rmSync(tree, { recursive: true, force: true }));

test("threads of one process fill an empty cache side by side", () => {
  writeFileSync(
    path.join(tree, "threads.js"),
    `const { Worker, isMainThread } = require("node:worker_threads");
    require("./infra/cli/run-ts.js");
    if (isMainThread) for (let thread = 0; thread < 4; thread++) new Worker(__filename);
    else for (const name of ${JSON.stringify(modules)}) require("./" + name);`,
  );
  const run = spawnSync(process.execPath, ["threads.js"], { cwd: tree, encoding: "utf8" });
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: "" });
  const kept = readdirSync(path.join(tree, ".cabinet/cache/ts"));
  expect(kept.filter((name) => name.endsWith(".js"))).toHaveLength(modules.length);
  expect(kept).toHaveLength(modules.length);
});
