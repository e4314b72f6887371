import { linesOf, resource } from "../support/price";

const group = "/subscriptions/6f1d2c3b-0000-4000-8000-000000000001/resourceGroups/hosts";
const vm = (name: string, of = "hosts") =>
  resource("compute:VirtualMachine", { resourceGroupName: of, vmName: name }, name);
const alert = (inputs: Readonly<Record<string, unknown>>) =>
  resource("monitor:MetricAlert", {
    criteria: { allOf: [{ metricName: "Percentage CPU" }] },
    ...inputs,
  });
const seriesOf = (...resources: readonly unknown[]) =>
  linesOf(resources).filter((line) => line.includes("time series"));
const machines = { scopes: [group], targetResourceType: "Microsoft.Compute/virtualMachines" };

test("an alert on a group pays for each machine that is in it", () => {
  expect(seriesOf(alert(machines), vm("a"), vm("b"), vm("c", "hosts2"))).toEqual([
    expect.stringContaining(": 2 "),
  ]);
});

test("on several groups and single machines, for all of them", () => {
  const scopes = [group, `${group}2`, `${group}2/providers/Microsoft.Compute/virtualMachines/x`];
  expect(seriesOf(alert({ ...machines, scopes }), vm("a"), vm("b"), vm("c", "hosts2"))).toEqual([
    expect.stringContaining(": 4 "),
  ]);
});

test("on a subscription, for all its machines, however ids are spelt", () => {
  const scopes = [group.replace(/\/resourceGroups.*/, "").toUpperCase()];
  expect(seriesOf(alert({ ...machines, scopes }), vm("a"), vm("b", "hosts2"))).toEqual([
    expect.stringContaining(": 2 "),
  ]);
});

test("each criterion counts, and what is not in the program counts once", () => {
  const criteria = { allOf: [{ metricName: "CPU" }, { metricName: "Memory" }] };
  expect(seriesOf(alert({ ...machines, criteria }))).toEqual([expect.stringContaining(": 2 ")]);
});
