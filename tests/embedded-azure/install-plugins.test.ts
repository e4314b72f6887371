import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { installPlugins } from "../../infra/embedded-azure/install-plugins";
import { packageNames, sdkPackage } from "../../infra/embedded-azure/sdk/packages";

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "pulumi's home-"));
});

afterEach(() => {
  rmSync(home, { recursive: true });
});

function pathOf(name: (typeof packageNames)[number]): string {
  const folder = `resource-${name}-v${sdkPackage(name).version}`;
  return join(home, "plugins", folder, `pulumi-resource-${name}`);
}

test("puts an executable for each package where engines look for it", () => {
  installPlugins(home, process.execPath);
  for (const name of packageNames) expect(statSync(pathOf(name)).mode & 0o777).toBe(0o755);
});

test("leaves alone what is right already, and mends what is not", () => {
  installPlugins(home, process.execPath);
  const before = statSync(pathOf("random")).ino;
  installPlugins(home, process.execPath);
  expect(statSync(pathOf("random")).ino).toBe(before);
  installPlugins(home, "/elsewhere/node");
  expect(statSync(pathOf("random")).ino).not.toBe(before);
});

test("what it puts there runs, whatever letters are in its path", () => {
  // A Node that only says what it was asked to run.
  installPlugins(home, "/bin/echo");
  expect(execFileSync(pathOf("azuread"), ["127.0.0.1:1"], { encoding: "utf8" })).toMatch(
    /infra\/cli\/run-ts\.js \S*infra\/embedded-azure\/main\.ts azuread 127\.0\.0\.1:1\n$/,
  );
});
