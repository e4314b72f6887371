import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { recordProgram } from "../../infra/resources/record";
import { program, recordStack } from "../../infra/stacks/program";
import { firm, platform } from "../support/builders";

const root = path.join(__dirname, "../..");

/** A copy of the work tree's settings and firms, to be broken. */
let copy: string;
beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), "cabinet-"));
  for (const name of ["Pulumi.yaml", "Pulumi.prod.yaml", "infra/firms"])
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true }));

async function faultsOf(stackName: string, at = root): Promise<string> {
  const error: unknown = await program(stackName, at)().then(
    () => new Error("nothing was refused"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof pulumi.RunError)) throw error;
  return error.message;
}

describe("program", () => {
  test("builds the stack that its name means", async () => {
    const { outputs } = await recordProgram("prod", program("prod", root), { subscriptionId: "s" });
    expect(outputs).toHaveProperty("hubNetworkId");
  });

  test("builds the same as the recording of a read stack", async () => {
    const inputs = { platform: platform(), firm: firm() };
    const first = await recordStack({ kind: "firm", environment: "prod", firm: "dupont" }, inputs);
    expect(first.resources.length).toBeGreaterThan(80);
  });

  test.each([
    ["prod.nobody", "nobody"],
    ["prod.dupont.nowhere", "nowhere"],
    ["test", "test"],
    ["prod.dupont.meylan.cellar", "prod.dupont.meylan.cellar"],
  ])("rejects the stack %s in one line", async (stackName, met) => {
    const message = await faultsOf(stackName);
    expect(message).toContain(met);
    expect(message.split("\n")).toHaveLength(1);
  });

  test("rejects a firm file with all its faults, each with its place, and registers nothing", async () => {
    const file = path.join(copy, "infra/firms/broken.yaml");
    writeFileSync(file, "name: Broken\nnetwork: 10.64.8.0/23\npeople: { staff: twelve }\n");
    const lines = (await faultsOf("prod.broken", copy)).split("\n");
    expect(lines.length).toBeGreaterThanOrEqual(3);
    for (const line of lines) expect(line).toMatch(/^infra\/firms\/broken\.yaml:\d+:\d+: /);

    const recording = recordProgram("prod.broken", program("prod.broken", copy), {
      subscriptionId: "s",
    });
    await expect(recording).rejects.toThrow("broken.yaml");
  });
});

describe("site stack", () => {
  const name = { kind: "site", environment: "prod", firm: "dupont", site: "meylan" } as const;

  test("rejects a site of another firm: a mistake of the caller", async () => {
    const inputs = { platform: platform(), firm: firm() };
    await expect(recordStack(name, inputs)).rejects.toThrow("prod.dupont.meylan is no site");
  });
});
