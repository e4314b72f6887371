import { recordStack } from "../../infra/stacks/program";
import { platform } from "../support/builders";
import { counted, inputsOf } from "../support/harness";

const record = (changes: Parameters<typeof platform>[0] = {}) =>
  recordStack(
    { kind: "platform", environment: "prod" },
    { platform: platform(changes), firm: undefined },
  );

describe("platform stack", () => {
  test("is a hub, the private DNS zones and a log workspace", async () => {
    const { resources } = await record();
    expect(counted(resources)).toEqual({
      "cabinet:monitoring:LogStore": 1,
      "cabinet:platform:HubNetwork": 1,
      "cabinet:platform:PrivateDns": 1,
      "network:VirtualNetwork": 1,
      "operationalinsights:Workspace": 1,
      "privatedns:PrivateZone": 2,
      "privatedns:VirtualNetworkLink": 2,
      "pulumi:providers:azure-native": 1,
      "pulumi:pulumi:Stack": 1,
      "resources:ResourceGroup": 2,
    });
  });

  test("tells firms where the hub and the zones are", async () => {
    const { outputs } = await record();
    const network =
      "/subscriptions/22222222-0000-4000-8000-000000000001/resourceGroups/rg-prod-network/providers/Microsoft.Network";
    expect(outputs).toEqual({
      hubGroupName: "rg-prod-network",
      hubNetworkName: "vnet-prod-hub",
      hubNetworkId: `${network}/virtualNetworks/vnet-prod-hub`,
      fileZoneId: `${network}/privateDnsZones/privatelink.file.core.windows.net`,
      vaultZoneId: `${network}/privateDnsZones/privatelink.vaultcore.azure.net`,
      logWorkspaceId:
        "/subscriptions/22222222-0000-4000-8000-000000000001/resourceGroups/rg-prod-monitoring/providers/Microsoft.OperationalInsights/workspaces/log-prod-main",
    });
  });

  test("takes location, retention and tags from its settings", async () => {
    const { resources } = await record({
      location: "westeurope",
      logRetentionDays: 365,
      tags: { costCentre: "it" },
    });
    expect(inputsOf(resources, "logs-workspace")).toMatchObject({
      location: "westeurope",
      retentionInDays: 365,
      tags: { costCentre: "it", environment: "prod" },
    });
    expect(inputsOf(resources, "platform")).toMatchObject({
      subscriptionId: "22222222-0000-4000-8000-000000000001",
      tenantId: "11111111-0000-4000-8000-000000000001",
    });
  });
});
