import { refuseLive } from "../../infra/stacks/stage-gate";

test.each(["verified", "live"])("a firm goes live, or stays so, from %s", (before) => {
  expect(refuseLive("prod.petit", before)).toBeUndefined();
});

test.each([
  [undefined, "it was never deployed"],
  ["landing", "its stage is landing"],
  ["leaving", "its stage is leaving"],
])("A25: rejects going live from %s, and says what to do first", (before, why) => {
  const refusal = refuseLive("prod.petit", before);
  expect(refusal).toContain(`prod.petit cannot go live: its data was not verified, for ${why}`);
  expect(refusal).toContain("write stage: verified, deploy");
});
