import { chmodSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { tmpdir } from "node:os";
import { WorkTree } from "../support/work-tree";

// Putting a secret into a firm's vault; that a deployment then finds it is shown with the engine.
const tree = new WorkTree();
afterAll(() => tree.remove());

const put = (args: readonly string[], input?: string, environment: NodeJS.ProcessEnv = {}) =>
  tree.run(["secret", ...args], environment, input);

test.each([
  ["a firm that needs none", ["petit", "domain-join"], "secret", 2, "its file names none"],
  ["another secret than its file names", ["moreau", "domian-join"], "s", 2, "names domain-join"],
  ["no secret at all", ["moreau", "domain-join", "--embedded"], "\n", 2, "is empty"],
  ["a firm whose vault is not there", ["moreau", "domain-join", "--embedded"], "s", 6, "no vault"],
  ["a platform", ["prod", "domain-join"], "s", 2, "is no firm"],
] as const)("rejects %s", async (_, args, input, code, message) => {
  const result = await put(args, input);
  expect([result.code, result.stderr]).toEqual([code, expect.stringContaining(message)]);
  expect(result.stderr).not.toMatch(/^\s+at /m);
});

describe("on live Azure", () => {
  const bin = join(tree.folder, "bin");
  const noted = join(tree.folder, "noted");
  const secret = "mot de passe à nous\n";
  const withAz = { PATH: [bin, process.env["PATH"]].join(delimiter) };

  beforeAll(() => {
    mkdirSync(bin);
    tree.write(
      "bin/az",
      `#!/bin/sh\nprintf '%s\\n' "$@" > ${noted}.args\ncat "\${7#@}" > ${noted}.body\nstat -c %a "\${7#@}" > ${noted}.mode\nexit \${AZ_EXIT:-0}\n`,
    );
    chmodSync(join(bin, "az"), 0o755);
  });

  test("goes through Azure's management interface, on no command line and in no file that stays", async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("cabinet-secret-"));
    const { code, stdout, stderr } = await put(["moreau", "domain-join"], secret, withAz);
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toContain("cabinet up moreau");
    const args = readFileSync(`${noted}.args`, "utf8");
    expect(args).toMatch(
      /https:\/\/management\.azure\.com\/subscriptions\/6f1d2c3b-0000-4000-8000-000000000003\/resourceGroups\/rg-prod-moreau-data\/providers\/Microsoft\.KeyVault\/vaults\/[\w-]+\/secrets\/domain-join\?api-version=/,
    );
    expect(args + stderr).not.toContain("mot de passe");
    expect(JSON.parse(readFileSync(`${noted}.body`, "utf8"))).toEqual({
      properties: { value: "mot de passe à nous" },
    });
    expect(readFileSync(`${noted}.mode`, "utf8").trim()).toBe("600");
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("cabinet-secret-"))).toEqual(
      before,
    );
  });

  test("rejects to go on without a login, or without Azure's command line", async () => {
    const refused = await put(["moreau", "domain-join"], secret, { ...withAz, AZ_EXIT: "1" });
    expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining("az login")]);
    const none = await put(["moreau", "domain-join"], secret, { PATH: "/nowhere" });
    expect([none.code, none.stderr]).toEqual([3, expect.stringContaining("cannot be run")]);
  });
});
