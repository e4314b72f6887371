// Runs a TypeScript file: `node run-ts.js file.ts [args]`.
//
// ts-node costs half a second a start, because it loads the compiler and transpiles every file
// anew. This hook transpiles with swc (as the tests do) and keeps the result by content, so a
// warm start reads JavaScript only. Types are checked apart, by `npm run typecheck`.
"use strict";

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const module_ = require("node:module");
const path = require("node:path");
const { threadId } = require("node:worker_threads");

const root = path.resolve(__dirname, "../..");
const cache = path.join(root, ".cabinet", "cache");
// A change of the transpiler or of its options must not meet old results.
const cacheVersion = `1-${process.versions.node}`;

module_.enableCompileCache?.(path.join(cache, "v8"));
// Mapping traces back to the sources costs a deployment half a second; who looks for a fault asks.
process.setSourceMapsEnabled(process.env.CABINET_DEBUG !== undefined);

function transpile(source, filename) {
  const { transformSync } = require("@swc/core");
  return transformSync(source, {
    filename,
    swcrc: false,
    sourceMaps: "inline",
    jsc: { parser: { syntax: "typescript" }, target: "es2023" },
    module: { type: "commonjs" },
  }).code;
}

function load(filename) {
  const source = fs.readFileSync(filename, "utf8");
  const key = createHash("sha256").update(`${cacheVersion}\0${filename}\0${source}`).digest("hex");
  const cached = path.join(cache, "ts", `${key}.js`);
  try {
    return fs.readFileSync(cached, "utf8");
  } catch {
    const code = transpile(source, filename);
    fs.mkdirSync(path.dirname(cached), { recursive: true });
    // Renamed into place: another process or thread never reads half a file.
    const partial = `${cached}.${process.pid}.${threadId}`;
    fs.writeFileSync(partial, code);
    fs.renameSync(partial, cached);
    return code;
  }
}

require.extensions[".ts"] = (module, filename) => module._compile(load(filename), filename);

if (require.main === module) {
  const entry = path.resolve(process.argv[2]);
  process.argv.splice(1, 2, entry);
  require(entry);
}
