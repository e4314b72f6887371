import * as authorization from "@pulumi/azure-native/authorization";
import * as consumption from "@pulumi/azure-native/consumption";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as network from "@pulumi/azure-native/network";
import * as resources from "@pulumi/azure-native/resources";
import { policyDefinitionId } from "../../../infra/azure/policies";
import { builtInRoles } from "../../../infra/azure/roles";
import type { Behaviour, Stage } from "./behaviour";

const principalId = "6f1d2c3b-0000-4000-8000-0000000000bb";
const guids = [
  "6f1d2c3b-0000-4000-8000-000000000101",
  "6f1d2c3b-0000-4000-8000-000000000102",
  "6f1d2c3b-0000-4000-8000-000000000103",
] as const;

/** Who may what, and what a subscription forbids. */
export const rights: readonly Behaviour[] = [
  {
    key: "role-twice",
    what: "the same role for the same principal at the same place",
    source: "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting",
    refusal: /Code="RoleAssignmentExists".*already exists/,
    deploy(stage) {
      const scope = tableOf(stage, "rt-role-twice").id;
      const first = grant(stage, "first", scope, guids[0], "reader");
      if (stage.isLater)
        grant(stage, "second", scope, guids[1], stage.isWrong ? "reader" : "contributor", first);
    },
  },
  {
    key: "role-name",
    what: "a role assignment whose name is no GUID",
    source:
      "https://learn.microsoft.com/rest/api/authorization/role-assignments/create#uri-parameters",
    refusal: /Code="InvalidRoleAssignmentId".*must be a GUID/,
    deploy(stage) {
      const scope = tableOf(stage, "rt-role-name").id;
      if (stage.isLater) grant(stage, "role", scope, stage.isWrong ? "reader" : guids[2], "reader");
    },
  },
  {
    key: "lock",
    what: "the deletion of what a lock keeps",
    source: "https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources",
    refusal: /Code="ScopeLocked".*cannot perform delete operation/,
    change: "deletion",
    deploy(stage) {
      lock(stage, "rt-locked", "CanNotDelete", stage.isWrong ? [] : [tableOf(stage, "rt-locked")]);
    },
  },
  {
    key: "read-only",
    what: "a change of what a lock makes read-only",
    source: "https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources",
    refusal: /Code="ScopeLocked".*cannot perform write operation/,
    deploy(stage) {
      const table = tableOf(stage, "rt-read-only", stage.isWrong ? { owner: "x" } : {});
      lock(stage, "rt-read-only", "ReadOnly", [table]);
    },
  },
  {
    key: "policy",
    what: "what an assigned policy denies",
    source: "https://learn.microsoft.com/azure/governance/policy/concepts/effect-deny",
    refusal: /Code="RequestDisallowedByPolicy".*Allowed locations/,
    deploy({ named, location, isWrong, isLater }) {
      const group = new resources.ResourceGroup(named("group"), {
        resourceGroupName: "policed",
        location,
      });
      const allowed = new authorization.PolicyAssignment(named("allowed"), {
        policyAssignmentName: "allowed-locations",
        scope: group.id,
        policyDefinitionId: policyDefinitionId("allowedLocations"),
        parameters: { listOfAllowedLocations: { value: [location] } },
      });
      if (isLater)
        new network.RouteTable(
          named("table"),
          {
            resourceGroupName: group.name,
            routeTableName: "rt",
            location: isWrong ? "westeurope" : location,
          },
          { dependsOn: allowed },
        );
    },
  },
  {
    key: "registration",
    what: "a resource of a provider the subscription is not registered for",
    source:
      "https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-register-resource-provider",
    refusal: /Code="MissingSubscriptionRegistration".*namespace 'Microsoft\.ManagedIdentity'/,
    byHand: {
      mended: (store) => {
        store.settings.set("registered.Microsoft.ManagedIdentity", "yes");
      },
    },
    deploy({ named, resourceGroupName, location, isLater }) {
      if (isLater)
        new managedidentity.UserAssignedIdentity(named("identity"), {
          resourceGroupName,
          location,
          resourceName: "id",
        });
    },
  },
  {
    key: "budget",
    what: "another beginning of a budget",
    source: "https://github.com/Azure/CanadaPubSecALZ/issues/317",
    refusal: /Start date of budgets cannot be updated/,
    deploy(stage) {
      budget(stage, "budget", month(stage.isWrong ? 1 : 0));
    },
  },
  {
    key: "past-budget",
    what: "a budget that begins before this month",
    source: "https://learn.microsoft.com/rest/api/consumption/budgets/create-or-update",
    refusal: /should not be prior to the current month/,
    deploy(stage) {
      if (stage.isLater) budget(stage, "budget", month(stage.isWrong ? -2 : 0));
    },
  },
];

function budget({ named, key, subscription }: Stage, part: string, startDate: string): void {
  new consumption.Budget(named(part), {
    budgetName: key,
    scope: `/subscriptions/${subscription}`,
    amount: 100,
    category: "Cost",
    timeGrain: "Monthly",
    timePeriod: { startDate },
  });
}

/** First instant of a month, this one or another. */
function month(ahead: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead)).toISOString();
}

function tableOf(
  { named, resourceGroupName, location }: Stage,
  routeTableName: string,
  tags: Readonly<Record<string, string>> = {},
): network.RouteTable {
  return new network.RouteTable(named("table"), {
    resourceGroupName,
    location,
    routeTableName,
    tags,
  });
}

function grant(
  { named }: Stage,
  part: string,
  scope: network.RouteTable["id"],
  roleAssignmentName: string,
  role: "reader" | "contributor",
  after?: authorization.RoleAssignment,
): authorization.RoleAssignment {
  return new authorization.RoleAssignment(
    named(part),
    {
      scope,
      roleAssignmentName,
      principalId,
      principalType: "ServicePrincipal",
      roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${builtInRoles[role].id}`,
    },
    after === undefined ? {} : { dependsOn: after },
  );
}

function lock(
  { named, id }: Stage,
  tableName: string,
  level: "CanNotDelete" | "ReadOnly",
  dependsOn: readonly network.RouteTable[],
): void {
  new authorization.ManagementLockByScope(
    named("lock"),
    { scope: id(`Microsoft.Network/routeTables/${tableName}`), lockName: "keep", level },
    { dependsOn: [...dependsOn] },
  );
}
