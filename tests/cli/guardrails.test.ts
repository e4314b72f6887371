import { z } from "zod";
import { WorkTree } from "../support/work-tree";

// The commands as a person runs them, in a tree whose hub lets through what it should not.
jest.setTimeout(120_000);

const tree = new WorkTree();
afterAll(() => tree.remove());

const exception = (until: string) =>
  `- { rule: closed-networks, resource: hub-resolverInbound-rules, reason: the resolver is replaced, until: ${until} }`;

beforeAll(() => {
  tree.edit("infra/components/hub-rules.ts", (text) =>
    text.replace('access: "Deny",\n  protocol: "*"', 'access: "Deny",\n  protocol: "Tcp"'),
  );
});

const checked = z.object({
  guardrails: z.array(
    z.object({
      stack: z.string(),
      findings: z.array(z.object({ rule: z.string(), resource: z.string(), severity: z.string() })),
    }),
  ),
});

test("rejects a breach in check, with exit code 10, in words and as JSON", async () => {
  const { code, stderr } = await tree.run(["check", "prod"]);
  expect(code).toBe(10);
  expect(stderr).toContain(
    "closed-networks: hub-resolverInbound-rules: no rule denies what no other rule lets in",
  );
  const json = await tree.run(["check", "prod", "--json"]);
  expect(json.code).toBe(10);
  expect(checked.parse(JSON.parse(json.stdout)).guardrails).toEqual([
    {
      stack: "prod",
      findings: [
        { rule: "closed-networks", resource: "hub-resolverInbound-rules", severity: "error" },
      ],
    },
  ]);
});

test("rejects it in up before anything is made, and in a preview", async () => {
  const up = await tree.run(["up", "prod", "--embedded", "--json"]);
  expect(up.code).toBe(10);
  expect(JSON.parse(up.stdout)).toMatchObject({
    stacks: [{ error: { kind: "refused", findings: [{ rule: "closed-networks" }] } }],
  });
  expect(tree.azureIds()).toEqual([]);
  const preview = await tree.run(["preview", "prod", "--embedded", "--json"]);
  expect(preview.code).toBe(10);
  expect(JSON.parse(preview.stdout)).toMatchObject({
    stacks: [{ outcome: "done", guardrails: { findings: [{ rule: "closed-networks" }] } }],
  });
});

test("lets it through while an exception holds, and rejects it on the day after", async () => {
  tree.edit("Pulumi.prod.yaml", (text) =>
    text.replace("cabinet:exceptions:\n", `cabinet:exceptions:\n    ${exception("2027-03-31")}\n`),
  );
  const during = await tree.run(["check", "prod", "--set", "cabinet:today=2027-03-31"]);
  expect(during.code).toBe(0);
  expect(during.stderr).toContain("set aside for hub-resolverInbound-rules until 2027-03-31");
  const after = await tree.run(["check", "prod", "--set", "cabinet:today=2027-04-01"]);
  expect(after.code).toBe(10);
  expect(after.stderr).toContain("its exception ended on 2027-03-31");
});
