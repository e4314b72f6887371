import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { runOutputs } from "../../infra/cli/outputs-command";
import { Terminal } from "../../infra/cli/terminal";

const home = mkdtempSync(join(tmpdir(), "cabinet-outputs-"));
const before = process.env["CABINET_HOME"];
beforeAll(() => {
  process.env["CABINET_HOME"] = home;
  const folder = join(home, "embedded", "state", ".pulumi", "stacks", "cabinet");
  mkdirSync(folder, { recursive: true });
  const resources = [{ urn: "urn:stack", type: "pulumi:pulumi:Stack", outputs }];
  writeFileSync(
    join(folder, "prod.petit.json"),
    JSON.stringify({ checkpoint: { latest: { resources } } }),
  );
});
afterAll(() => {
  if (before === undefined) delete process.env["CABINET_HOME"];
  else process.env["CABINET_HOME"] = before;
  rmSync(home, { recursive: true });
});

const outputs = {
  stage: "landing",
  manualSteps: ["Dans Entra : accorder le consentement.", `Inscrire ${"x".repeat(120)}`],
  landing: { account: "st1", token: secret("AbCd") },
};

function secret(ciphertext: string) {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext };
}

async function printed(name: string, output?: string, json = false): Promise<string> {
  const lines: string[] = [];
  const terminal = new Terminal();
  terminal.print = (text) => void lines.push(stripVTControlCharacters(text));
  const options = { environment: "prod", embedded: true, json };
  expect(await runOutputs(name, output, options, terminal)).toBe(0);
  return lines.join("\n");
}

test("all outputs stand in a line each, in 80 columns", async () => {
  const lines = (await printed("petit")).split("\n");
  expect(lines.map((line) => line.split(" ")[0])).toEqual(["landing", "manualSteps", "stage"]);
  expect(lines[2]).toBe("stage        landing");
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
});

test("one output is shown whole, a list of texts one a line", async () => {
  expect(await printed("petit", "stage")).toBe("landing");
  expect(await printed("petit", "manualSteps")).toBe(
    outputs.manualSteps.map((one) => `- ${one}`).join("\n"),
  );
});

test("secrets are named and never shown", async () => {
  const account = { account: "st1", token: "<secret>" };
  expect(JSON.parse(await printed("petit", "landing"))).toEqual(account);
  expect(JSON.parse(await printed("petit", undefined, true))).toEqual({
    ...outputs,
    landing: account,
  });
});

test("rejects an output that is not there, and a stack", async () => {
  await expect(printed("petit", "manualStep")).rejects.toMatchObject({
    kind: "input",
    remedy: "it has landing, manualSteps, stage",
  });
  await expect(printed("dupont")).rejects.toMatchObject({
    kind: "missing",
    remedy: "deploy it first: cabinet up prod.dupont --embedded",
  });
});
