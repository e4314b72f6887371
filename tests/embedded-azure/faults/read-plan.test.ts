import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { readFaultPlan } from "../../../infra/embedded-azure/faults/read-plan";

const folder = mkdtempSync(join(tmpdir(), "faults-"));
const file = join(folder, "faults.yaml");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function read(text: string) {
  writeFileSync(file, text);
  return readFaultPlan(file);
}

test("a plan in YAML or JSON, with what it leaves out", () => {
  expect(read("rules:\n  - { fault: throttled, type: compute, times: 3 }\n")).toEqual({
    seed: 1,
    retryBudgetSeconds: 60,
    rules: [{ fault: "throttled", type: "compute", times: 3, chance: 1, retryAfterSeconds: 5 }],
  });
  expect(read('{"seed": 7, "rules": [{"fault": "latency", "seconds": [1, 2]}]}')).toMatchObject({
    seed: 7,
    rules: [{ seconds: [1, 2] }],
  });
});

test.each([
  ["rules: []", /:1:8: rules: .*>=1 items/],
  [
    "rules:\n  - fault: flood\n",
    /:2:12: rules\.0\.fault: there is no such fault; there are latency, /,
  ],
  ["rules:\n  - fault: latency\n", /:2:5: rules\.0\.seconds: /],
  ["rules:\n  - fault: conflict\n    chance: 2\n", /:3:13: rules\.0\.chance: .*<=1/],
  ["rules:\n  - fault: conflict\n    typ: x\n", /:2:5: rules\.0: Unrecognized key: "typ"/],
  ["rules:\n  - fault: halfMade\n    on: [read]\n", /:3:9: rules\.0\.on: /],
  ["rules: [", /:1:9: /],
])("rejects %j and says where", (text, reason) => {
  expect(() => read(text)).toThrow(reason);
});

test("rejects a file that is not there", () => {
  expect(() => readFaultPlan(join(folder, "none.yaml"))).toThrow(/cannot be read: ENOENT/);
});
