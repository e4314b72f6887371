import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { minifySync, transformSync } from "@swc/core";

/** What the page may take along beside our own files. */
const packages = new Set(["decimal.js"]);

/**
 * The page's script: a file and everything it imports, from the very sources the command runs, as
 * one text without imports.
 * @throws Error when a file imports what has no place in a page
 */
export function bundleScript(entry: string): string {
  const modules = new Map<string, { readonly id: number; readonly code: string }>();
  let count = 0;
  const add = (file: string): number => {
    const known = modules.get(file);
    if (known !== undefined) return known.id;
    const id = count;
    count += 1;
    modules.set(file, { id, code: "" });
    const code = scriptOf(file).replaceAll(
      /\brequire\("([^"]+)"\)/g,
      (_, name: string) => `require(${add(resolve(name, file))})`,
    );
    modules.set(file, { id, code });
    return id;
  };
  add(entry);
  const functions = [...modules.values()]
    .toSorted((a, b) => a.id - b.id)
    .map(({ code }) => `function(module,exports,require){${code}\n}`);
  return minified(
    `(function(){"use strict";var modules=[${functions.join(",")}],loaded=[];` +
      "function require(id){if(loaded[id])return loaded[id].exports;var module=loaded[id]={exports:{}};" +
      "modules[id].call(module.exports,module,module.exports,require);return module.exports}require(0)})();",
  );
}

function scriptOf(file: string): string {
  const source = readFileSync(file, "utf8");
  if (!file.endsWith(".ts")) return source;
  return transformSync(source, {
    filename: file,
    swcrc: false,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
  }).code;
}

function resolve(name: string, from: string): string {
  if (name.startsWith(".")) return `${path.resolve(path.dirname(from), name)}.ts`;
  if (packages.has(name)) return createRequire(from).resolve(name);
  throw new Error(`${from} imports ${name}, which has no place in a page`);
}

function minified(code: string): string {
  const small = minifySync(code, { compress: true, mangle: true, ecma: 2020 }).code;
  // The text stands in a script element: nothing in it may end that.
  return small.replaceAll(/<\/(?=script)/gi, String.raw`<\/`).replaceAll("<!--", String.raw`<\!--`);
}
