import { WorkTree } from "../support/work-tree";

// A firm is destroyed by mistake: Azure keeps its key vault and its backups, and refuses to make them
// anew. On the real engine and the embedded Azure.
jest.setTimeout(180_000);

const tree = new WorkTree();
afterAll(() => tree.remove());

const run = (...args: string[]) => tree.run([...args, "--embedded"]);

test("rejects deploying it again over its deleted vault, and says both ways on", async () => {
  expect((await run("up", "prod", "petit")).code).toBe(0);
  expect((await run("destroy", "petit")).code).toBe(1);
  const { code, stderr } = await run("up", "petit");
  expect(code).toBe(1);
  expect(stderr).toContain("Azure keeps it and its name for 90 days");
  expect(stderr).toContain("cabinet up petit --adopt");
  expect(stderr).toContain("write keyVault: 2");
});

test("what was recovered is taken over with its keys and backups, and all else is made", async () => {
  const [vault = ""] = tree.azureIds().filter((id) => id.includes("/deletedVaults/"));
  expect((await run("azure", "recover", vault)).code).toBe(0);
  expect((await run("azure", "recover", "AzureFileShare;dossiers")).code).toBe(0);
  const unasked = await run("up", "petit");
  expect([unasked.code, unasked.stderr]).toEqual([1, expect.stringContaining("--adopt")]);
  const adopted = await run("up", "petit", "--adopt");
  expect([adopted.code, adopted.stderr]).toEqual([
    0,
    expect.stringMatching(/taking over [^]*keys-vault[^]*key-key[^]*recovery-dossiers-share/),
  ]);
  expect((await run("up", "petit", "--expect-no-changes")).code).toBe(0);
});
