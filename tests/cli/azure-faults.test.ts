import { WorkTree } from "../support/work-tree";

// Planned faults on the real engine: what goes wrong is told, kept, and mended by the next run.
jest.setTimeout(240_000);

const tree = new WorkTree();
afterAll(() => tree.remove());

async function upWith(plan: object) {
  tree.write("faults.json", JSON.stringify(plan));
  const { stacks } = await tree.json(["up", "prod", "--embedded", "--faults", "faults.json"]);
  const [stack] = stacks;
  if (stack === undefined) throw new Error("no stack");
  return stack;
}

test("a network made by half stays in the state, and the next up brings it up", async () => {
  const failed = await upWith({
    rules: [
      { fault: "throttled", on: ["create"], type: "network", retryAfterSeconds: 0.01 },
      { fault: "halfMade", type: "network:VirtualNetwork" },
    ],
  });
  expect(failed).toMatchObject({ outcome: "failed" });
  expect(failed.error?.message).toContain("partially created");
  expect(tree.azureIds().filter((id) => /virtualNetworks\/[^/]+$/.test(id))).toHaveLength(1);
  const [mended] = (await tree.json(["up", "prod", "--embedded"])).stacks;
  expect(mended).toMatchObject({ outcome: "done" });
  const network = mended?.changes?.find(({ type }) => type.endsWith(":VirtualNetwork"));
  expect(network?.op).toBe("update");
});

test("after the process died under a change, the next up goes on from there", async () => {
  await tree.json(["destroy", "prod", "--embedded"]);
  const died = await upWith({
    rules: [
      { fault: "death", on: ["create"], type: "operationalinsights:Workspace", moment: "after" },
    ],
  });
  expect(died).toMatchObject({ outcome: "failed" });
  const [mended] = (await tree.json(["up", "prod", "--embedded"])).stacks;
  expect(mended).toMatchObject({ outcome: "done" });
  const [again] = (await tree.json(["up", "prod", "--embedded", "--expect-no-changes"])).stacks;
  expect(again).toMatchObject({ outcome: "done", changes: [] });
});

test("rejects a plan without the embedded Azure, and one that is wrong", async () => {
  const live = await tree.run(["up", "prod", "--faults", "faults.json"]);
  expect([live.code, live.stderr]).toEqual([
    2,
    expect.stringContaining("--faults needs --embedded"),
  ]);
  tree.write("wrong.json", '{"rules": [{"fault": "flood"}]}');
  const wrong = await tree.run(["up", "prod", "--embedded", "--faults", "wrong.json"]);
  expect([wrong.code, wrong.stderr]).toEqual([
    2,
    expect.stringContaining("wrong.json:1:22: rules.0.fault: there is no such fault"),
  ]);
});
