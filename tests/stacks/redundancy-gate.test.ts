import { refuseRedundancy } from "../../infra/stacks/redundancy-gate";

test.each([
  [undefined, "geo"],
  ["zone", "zone"],
  ["geo", "geo"],
  // Where there is one data centre only, backups leave the region, as they do with geo.
  ["geo", "local"],
] as const)("backups that are %s take data.redundancy %s", (before, redundancy) => {
  expect(refuseRedundancy("prod.petit", before, redundancy)).toBeUndefined();
});

test.each([
  ["zone", "geo"],
  ["geo", "zone"],
] as const)(
  "RSV-06: rejects turning backups from %s to %s, and says the way out",
  (before, redundancy) => {
    const refusal = refuseRedundancy("prod.petit", before, redundancy);
    expect(refusal).toContain(
      `prod.petit cannot have data.redundancy ${redundancy}: its recovery vault`,
    );
    expect(refusal).toContain(`write data.redundancy: ${before}, or begin the firm anew`);
  },
);
