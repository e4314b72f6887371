import * as authorization from "@pulumi/azure-native/authorization";
import * as compute from "@pulumi/azure-native/compute";
import * as consumption from "@pulumi/azure-native/consumption";
import * as desktopvirtualization from "@pulumi/azure-native/desktopvirtualization";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as network from "@pulumi/azure-native/network";
import * as resources from "@pulumi/azure-native/resources";

// The program of tests/engine/refusals.test.ts: as it is first, with all that Azure refuses, and mended.
const version = process.env["REFUSALS_VERSION"];
const subscription = process.env["ARM_SUBSCRIPTION_ID"] ?? "";
const scope = `/subscriptions/${subscription}`;
const location = "francecentral";

/** First instant of a month, this one or a later. */
function month(ahead: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead)).toISOString();
}

const isWrong = version === "wrong";
const group = new resources.ResourceGroup("group", { resourceGroupName: "rg", location });
const resourceGroupName = group.name;
const inGroup = { resourceGroupName, location };

const allowed = new authorization.PolicyAssignment("allowed", {
  policyAssignmentName: "allowed-locations",
  scope,
  policyDefinitionId:
    "/providers/Microsoft.Authorization/policyDefinitions/e56962a6-4747-49cd-b67b-bf8b01975c4c",
  parameters: { listOfAllowedLocations: { value: [location] } },
});
if (version !== "first")
  new network.RouteTable(
    "abroad",
    { resourceGroupName, routeTableName: "rt", location: isWrong ? "westeurope" : location },
    { dependsOn: allowed },
  );

new compute.VirtualMachine("machine", {
  ...inGroup,
  vmName: "vm",
  hardwareProfile: { vmSize: isWrong ? "Standard_E32as_v5" : "Standard_E8as_v5" },
});

new consumption.Budget("budget", {
  budgetName: "month",
  scope,
  amount: 100,
  category: "Cost",
  timeGrain: "Monthly",
  timePeriod: { startDate: month(isWrong ? 1 : 0) },
});

const groups = new network.NetworkSecurityGroup("rules", {
  ...inGroup,
  networkSecurityGroupName: "nsg",
});
const [hub, firm] = ["10.0.0.0/24", "10.1.0.0/24"].map(
  (range, index) =>
    new network.VirtualNetwork(`net${index}`, {
      ...inGroup,
      virtualNetworkName: `net${index}`,
      addressSpace: { addressPrefixes: [range] },
    }),
);
if (hub === undefined || firm === undefined) throw new Error("two networks");
new network.Subnet("gateway", {
  resourceGroupName,
  virtualNetworkName: hub.name,
  subnetName: "GatewaySubnet",
  addressPrefix: "10.0.0.0/27",
  ...(isWrong && { networkSecurityGroup: { id: groups.id } }),
});
new network.VirtualNetworkPeering("peering", {
  resourceGroupName,
  virtualNetworkName: firm.name,
  virtualNetworkPeeringName: "hub",
  remoteVirtualNetwork: { id: hub.id },
  useRemoteGateways: isWrong,
});

for (const name of version === "first" ? ["one"] : ["one", "two"])
  new desktopvirtualization.Workspace(`workspace-${name}`, { ...inGroup, workspaceName: name });

if (version !== "first")
  new managedidentity.UserAssignedIdentity("identity", { ...inGroup, resourceName: "id" });
