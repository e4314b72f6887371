import { onboardByHand } from "../../../infra/embedded-azure/by-hand/onboard";
import { settings, Fixture } from "../support/by-hand";

describe("onboarding", () => {
  const machine = (group: string) =>
    `/subscriptions/${settings.subscriptionId}/resourceGroups/${group}/providers/Microsoft.HybridCompute/machines/MEYLAN-DC1`;

  test("a server in an office becomes a machine of Azure Arc, where its group is", () => {
    const { store } = new Fixture();
    const entry = onboardByHand(store, machine("rg"));
    expect(entry).toMatchObject({
      kind: "resource",
      resource: { body: { location: "francecentral", status: "Connected" } },
    });
    expect(store.events.all().at(-1)).toMatchObject({
      operation: "create",
      id: machine("rg"),
      outcome: "done by hand",
    });
  });

  test.each([
    ["a group that is not there", machine("none"), "none"],
    ["what is no such machine", machine("rg").replace("HybridCompute", "Compute"), "no id of"],
    ["what is no id", "MEYLAN-DC1", "MEYLAN-DC1"],
  ])("rejects %s", (_, id, message) => {
    expect(() => onboardByHand(new Fixture().store, id)).toThrow(message);
  });

  test("rejects a machine that is there", () => {
    const { store } = new Fixture();
    onboardByHand(store, machine("rg"));
    expect(() => onboardByHand(store, machine("rg"))).toThrow("already existing");
  });
});
