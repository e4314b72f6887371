import { HostInsights } from "../../infra/components/host-insights";
import { placement } from "../support/builders";
import { counted, inputsOf, registered } from "../support/harness";

const record = (location = "francecentral") =>
  registered(() => {
    new HostInsights("insights", { ...placement({ location }), workspaceId: "workspace-id" });
  });

describe("HostInsights", () => {
  test("defaults: one rule", async () => {
    expect(counted(await record())).toEqual({
      "cabinet:monitoring:HostInsights": 1,
      "monitor:DataCollectionRule": 1,
    });
  });

  test.each(["francecentral", "westeurope"])(
    "everything: AVD Insights finds the rule of %s by its name",
    async (location) => {
      expect(inputsOf(await record(location), "insights-rule")).toMatchObject({
        dataCollectionRuleName: `microsoft-avdi-${location}`,
        location,
        kind: "Windows",
      });
    },
  );

  test("hardened: into the firm's own workspace, with FSLogix and the delay of inputs", async () => {
    const { destinations, dataFlows, dataSources } = inputsOf(await record(), "insights-rule");
    expect(destinations).toEqual({
      logAnalytics: [{ name: "firm", workspaceResourceId: "workspace-id" }],
    });
    expect(dataFlows).toEqual([
      { streams: ["Microsoft-Perf", "Microsoft-Event"], destinations: ["firm"] },
    ]);
    const text = JSON.stringify(dataSources);
    for (const part of ["Microsoft-FSLogix-Apps/Operational", "User Input Delay per Session"])
      expect(text).toContain(part);
  });
});
