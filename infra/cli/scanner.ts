import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../engine/azure-target";
import { Failure } from "../engine/failure";
import { findOnPath } from "../engine/find-engine";
import { scanReport, type ScanReport } from "../rules/scan-report";
import type { Terminal } from "./terminal";

/** Exact versions of Checkov and all it needs, each with the hashes of its files. */
const requirements = join(__dirname, "scan-requirements.txt");

/**
 * Checkov in a Python environment of its own, made once for these very requirements: later runs need no network.
 *
 * @throws Failure when there is no Python, or its packages cannot be had
 */
export function ensureScanner(terminal: Terminal): string {
  const hash = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const home = join(repositoryRoot, ".cabinet/scanner", hash);
  const complete = join(home, "complete");
  const bin = join(home, process.platform === "win32" ? "Scripts" : "bin");
  if (existsSync(complete)) return bin;
  const python = findOnPath("python3", process.env) ?? findOnPath("python", process.env);
  if (python === undefined)
    throw new Failure(
      "failed",
      "the scanner needs Python 3.11 to 3.13",
      "install it and try again",
    );
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  terminal.step("installing Checkov, once");
  run(python, ["-m", "venv", home]);
  run(join(bin, "python"), [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--no-deps",
    "--require-hashes",
    "--only-binary=:all:",
    `--requirement=${requirements}`,
  ]);
  writeFileSync(complete, "");
  return bin;
}

function run(program: string, args: readonly string[]): void {
  try {
    execFileSync(program, args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
    throw new Failure(
      "failed",
      `the scanner cannot be installed: ${said.trim().split("\n").at(-1) ?? ""}`,
      `pip must reach PyPI, and find the files whose hashes ${requirements} has`,
    );
  }
}

/** Runs Checkov's rules for ARM over a folder of templates. @throws Failure when it fails itself */
export function scan(bin: string, folder: string): ScanReport {
  // It ends with 1 when checks fail: its report says which. Without a key it asks its makers nothing.
  const { stdout, stderr } = spawnSync(
    join(bin, "python"),
    [
      "-m",
      "checkov.main",
      `--directory=${folder}`,
      "--framework=arm",
      "--output=json",
      "--compact",
      "--skip-download",
    ],
    {
      encoding: "utf8",
      maxBuffer: 2 ** 29,
      env: { ...process.env, BC_SKIP_MAPPING: "TRUE", LOG_LEVEL: "ERROR" },
    },
  );
  try {
    return scanReport.parse(JSON.parse(stdout));
  } catch {
    throw new Failure("failed", `Checkov did not end with a report: ${stderr.trim().slice(-2000)}`);
  }
}
