#!/usr/bin/env node
// The way in, in plain JavaScript for any Node from 20 on: a fresh clone has neither its
// dependencies nor the Node it wants. Brings both, then hands over to main.ts.
"use strict";

const { spawn, spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");
const modules = path.join(root, "node_modules");
const stamp = path.join(modules, ".cabinet-lock");

/** @returns {never} */
function fail(message) {
  process.stderr.write(`cabinet: ${message}\n`);
  process.exit(1);
}

function lockFileDigest() {
  return createHash("sha256")
    .update(fs.readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
}

/** Installs what the lock file names, unless exactly that is there. Returns whether it was. */
function ensureDependencies() {
  const digest = lockFileDigest();
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === digest) return true;
  process.stderr.write("cabinet: installing the dependencies (about a minute the first time)\n");
  // npm names its own script when it runs us; otherwise it is the one on the PATH.
  const npm = process.env.npm_execpath;
  const [command, before] = npm ? [process.execPath, [npm]] : ["npm", []];
  const done = spawnSync(
    command,
    [...before, "ci", "--no-fund", "--no-audit", "--loglevel", "error"],
    {
      cwd: root,
      stdio: ["ignore", 2, 2],
      shell: !npm && process.platform === "win32",
    },
  );
  if (done.error) fail(`npm could not be started: ${done.error.message}`);
  if (done.status !== 0) fail("npm ci failed; its own message is above. Mend that and run again.");
  linkCommand();
  // Written last: an interrupted installation is noticed and redone.
  fs.writeFileSync(stamp, digest);
  return false;
}

/** Makes `npx cabinet` find this file at once, without asking the registry for a package. */
function linkCommand() {
  const bin = path.join(modules, ".bin");
  fs.mkdirSync(bin, { recursive: true });
  if (process.platform === "win32") {
    fs.writeFileSync(
      path.join(bin, "cabinet.cmd"),
      `@node "%~dp0\\..\\..\\infra\\cli\\launch.js" %*\r\n`,
    );
    return;
  }
  const link = path.join(bin, "cabinet");
  fs.rmSync(link, { force: true });
  fs.symlinkSync(path.relative(bin, __filename), link);
}

/** The pinned Node from npm; the running one only where npm has none for this machine. */
function findNode() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const directory = path.join(modules, `node-${platform}-${process.arch}`, "bin");
  const pinned = path.join(directory, process.platform === "win32" ? "node.exe" : "node");
  if (fs.existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  return fail(
    `there is no Node 24 for ${platform}-${process.arch} among the dependencies, and this is Node ` +
      `${process.versions.node}; install Node 24 and run again`,
  );
}

function main() {
  const depsWereThere = ensureDependencies();
  const node = findNode();
  const child = spawn(
    node,
    [path.join(__dirname, "run-ts.js"), path.join(__dirname, "main.ts"), ...process.argv.slice(2)],
    {
      stdio: "inherit",
      env: { ...process.env, CABINET_DEPENDENCIES: depsWereThere ? "present" : "installed" },
    },
  );
  // Ctrl-C reaches the whole foreground group; the child decides how to end, we only wait.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(`${node} could not be started: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

main();
