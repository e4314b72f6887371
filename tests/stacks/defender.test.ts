import { switchedOff } from "../../infra/stacks/defender";
import { recordStack } from "../../infra/stacks/program";
import { firm, platform } from "../support/builders";
import { inputsOf } from "../support/harness";

test("a firm that leaves has its plans off, for no destruction takes them away", async () => {
  const { resources } = await recordStack(
    { kind: "firm", environment: "prod", firm: "dupont" },
    {
      platform: platform({ defender: { servers: "P1", keyVaults: "on" } }),
      firm: firm({ stage: "leaving" }),
    },
  );
  const tiers = JSON.stringify(inputsOf(resources, "defender-plans")).match(/"Free"|"Standard"/g);
  expect(tiers).toEqual(['"Free"', '"Free"']);
});

test("a plan that nobody named stays unnamed", () => {
  expect(switchedOff({})).toEqual({});
  expect(switchedOff({ storage: "on" })).toEqual({ storage: "off" });
});
