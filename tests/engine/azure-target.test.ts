import { join, resolve } from "node:path";
import { azureTarget } from "../../infra/engine/azure-target";

const before = process.env["CABINET_HOME"];
afterEach(() => {
  if (before === undefined) delete process.env["CABINET_HOME"];
  else process.env["CABINET_HOME"] = before;
});

test("a home that is set to nothing is the work tree's own", () => {
  process.env["CABINET_HOME"] = "";
  expect(azureTarget("embedded", "/tree").state).toBe(join("/tree", ".cabinet/embedded/state"));
});

test("a relative home is where cabinet was called, whatever folder the engine runs in", () => {
  process.env["CABINET_HOME"] = "elsewhere";
  expect(azureTarget("embedded", "/tree").state).toBe(resolve("elsewhere", "embedded/state"));
});
