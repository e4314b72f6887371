import { UNKNOWN } from "../../infra/resources/registered";
import { recordStack } from "../../infra/stacks/program";
import { platform } from "../support/builders";
import { counted, inputsOf } from "../support/harness";

const record = (changes: Parameters<typeof platform>[0] = {}) =>
  recordStack(
    { kind: "platform", environment: "prod" },
    { platform: platform(changes), firm: undefined },
  );

describe("platform stack", () => {
  test("is a hub with resolvers, private DNS zones, images, a patch window and a log workspace", async () => {
    const { resources } = await record();
    expect(counted(resources.filter(({ custom }) => custom))).toEqual({
      "authorization:ManagementLockByScope": 2,
      "authorization:PolicyAssignment": 3,
      "azuread:index/group:Group": 3,
      "compute:Gallery": 1,
      "compute:GalleryImage": 1,
      "dataprotection:ResourceGuard": 1,
      "dnsresolver:DnsForwardingRuleset": 1,
      "dnsresolver:DnsResolver": 1,
      "dnsresolver:InboundEndpoint": 1,
      "dnsresolver:OutboundEndpoint": 1,
      "dnsresolver:PrivateResolverVirtualNetworkLink": 1,
      "maintenance:MaintenanceConfiguration": 1,
      "monitor:ActionGroup": 1,
      "monitor:ActivityLogAlert": 5,
      "monitor:SubscriptionDiagnosticSetting": 1,
      "network:NetworkSecurityGroup": 1,
      "network:Subnet": 2,
      "network:VirtualNetwork": 1,
      "operationalinsights:Workspace": 1,
      "privatedns:PrivateZone": 5,
      "privatedns:VirtualNetworkLink": 5,
      "pulumi:providers:azure-native": 1,
      "pulumi:providers:azuread": 1,
      "resources:ResourceGroup": 4,
    });
  });

  test.each([
    [
      { vpnGateway: "VpnGw1AZ" },
      ["hub-gateway", "vpn", "vpn-address", "vpn-gateway", "diagnostics-vpn"],
    ],
    [
      { firewall: "Premium" },
      [
        "hub-firewall",
        "firewall",
        "firewall-address",
        "firewall-policy",
        "firewall-rules",
        "firewall-firewall",
        "diagnostics-firewall",
      ],
    ],
    [
      { bastion: "Basic" },
      [
        "hub-bastion",
        "hub-bastion-rules",
        "bastion",
        "bastion-address",
        "bastion-bastion",
        "diagnostics-bastion",
      ],
    ],
  ] as const)("the switch %j adds what it says and touches nothing", async (changes, added) => {
    const before = (await record()).resources;
    const after = (await record(changes)).resources;
    const urns = new Map(before.map(({ urn, inputs }) => [urn, JSON.stringify(inputs)]));
    expect(new Set(after.flatMap(({ urn, name }) => (urns.has(urn) ? [] : [name])))).toEqual(
      new Set(added),
    );
    for (const { urn, inputs } of after.filter(({ urn: one }) => urns.has(one)))
      expect(JSON.stringify(inputs)).toBe(urns.get(urn));
    expect(after.length).toBe(before.length + added.length);
  });

  test("a firewall's logs have tables of their own (HUB-10)", async () => {
    const { resources } = await record({ firewall: "Standard" });
    expect(inputsOf(resources, "diagnostics-firewall")).toMatchObject({
      logAnalyticsDestinationType: "Dedicated",
      logs: [{ categoryGroup: "allLogs", enabled: true }],
    });
  });

  test("patches start on the day it is deployed for, when it knows one", async () => {
    const today = { kind: "dated", date: { year: 2026, month: 11, day: 24 } } as const;
    const { resources } = await record({ today });
    expect(inputsOf(resources, "maintenance-servers0200")).toMatchObject({
      startDateTime: "2026-11-24 02:00",
    });
  });

  test("a region of its own has a zone of its own for backups", async () => {
    const { resources } = await record({ allowedRegions: ["francecentral", "westeurope"] });
    expect(
      ["dns-backup-francecentral", "dns-backup-westeurope", "dns-queue"].map(
        (name) => inputsOf(resources, name)["privateZoneName"],
      ),
    ).toEqual([
      "privatelink.frc.backup.windowsazure.com",
      "privatelink.we.backup.windowsazure.com",
      "privatelink.queue.core.windows.net",
    ]);
  });

  test("tells firms where the hub, the zones and the image are, and offices whom to ask", async () => {
    const { outputs } = await record();
    const group = (name: string) =>
      `/subscriptions/22222222-0000-4000-8000-000000000001/resourceGroups/rg-prod-${name}/providers`;
    const network = `${group("network")}/Microsoft.Network`;
    expect(outputs).toEqual({
      guardIds: {
        francecentral: `${group("guard")}/Microsoft.DataProtection/resourceGuards/guard-prod-francecentral`,
      },
      hubGroupName: "rg-prod-network",
      hubNetworkName: "vnet-prod-hub",
      hubNetworkId: `${network}/virtualNetworks/vnet-prod-hub`,
      fileZoneId: `${network}/privateDnsZones/privatelink.file.core.windows.net`,
      blobZoneId: `${network}/privateDnsZones/privatelink.blob.core.windows.net`,
      forwardingRulesetName: "dnsfrs-prod-main",
      vpnGatewayId: "",
      signInManagedDevices: UNKNOWN,
      signInPeople: UNKNOWN,
      signInReportedDevices: UNKNOWN,
      vaultZoneId: `${network}/privateDnsZones/privatelink.vaultcore.azure.net`,
      imageDefinitionId: `${group("images")}/Microsoft.Compute/galleries/gal_prod_main/images/it-prod-sessionhost`,
      maintenanceId: `${group("monitoring")}/Microsoft.Maintenance/maintenanceConfigurations/mc-prod-servers0200`,
      firewallAddress: "",
      vpnAddress: "",
      dnsAddress: "10.0.0.196",
      logWorkspaceId: `${group("monitoring")}/Microsoft.OperationalInsights/workspaces/log-prod-main`,
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
