import * as authorization from "@pulumi/azure-native/authorization";
import { builtInRoles } from "../../../infra/azure/roles";
import type { Behaviour } from "./behaviour";
import { groupOf, machineOf, poolOf } from "./desktop-parts";

const groupType = "Microsoft.DesktopVirtualization/applicationGroups";
const groupLimit = `limit.${groupType}`;

/** How much of something there may be; what an operator sets stands for Azure's own number. */
export const quotas: readonly Behaviour[] = [
  {
    key: "family-quota",
    what: "more vCPUs of a family than the region's quota",
    source: "https://learn.microsoft.com/azure/quotas/per-vm-quota-requests",
    refusal: /Code="OperationNotAllowed".*standardEASv5Family Cores quota.*Required: 32/,
    byHand: {
      first: (store) => {
        store.settings.set("vcpus.francecentral.standardEASv5Family", "16");
      },
    },
    deploy(stage) {
      machineOf(stage, "vm-family", stage.isWrong ? "Standard_E32as_v5" : "Standard_E8as_v5");
    },
  },
  {
    key: "region-quota",
    what: "more vCPUs than the region's quota",
    source: "https://learn.microsoft.com/azure/quotas/regional-quota-requests",
    refusal: /Code="OperationNotAllowed".*Total Regional Cores quota.*Location: northeurope/,
    byHand: {
      first: (store) => {
        store.settings.set("vcpus.northeurope", "8");
      },
      mended: (store) => {
        store.settings.set("vcpus.northeurope", "16");
      },
    },
    deploy(stage) {
      const size = stage.isLater ? "Standard_D16as_v5" : "Standard_D8as_v5";
      machineOf(stage, "vm-region", size, "northeurope");
    },
  },
  {
    key: "group-quota",
    what: "one application group more than the tenant may have",
    source:
      "https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-virtual-desktop-service-limits",
    refusal: /Code="QuotaExceeded".*DesktopVirtualization\/applicationGroups in the tenant/,
    // Those of the other behaviours count too.
    byHand: {
      wrong: (store) => {
        store.settings.set(groupLimit, String(store.resources.ofType(groupType).length));
      },
      mended: (store) => {
        store.settings.set(groupLimit, "500");
      },
    },
    deploy(stage) {
      const pool = poolOf(stage, "pool-quota");
      groupOf(stage, "apps-quota-1", pool);
      if (stage.isLater) groupOf(stage, "apps-quota-2", pool);
    },
  },
  {
    key: "role-quota",
    what: "one role assignment more than an object of desktop virtualization may have",
    source:
      "https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-virtual-desktop-service-limits",
    refusal: /Code="QuotaExceeded".*roleAssignments in one object of Azure Virtual Desktop/,
    byHand: {
      wrong: (store) => {
        store.settings.set("limit.Microsoft.Authorization/roleAssignments", "1");
      },
      mended: (store) => {
        store.settings.set("limit.Microsoft.Authorization/roleAssignments", "200");
      },
    },
    deploy(stage) {
      const scope = groupOf(stage, "apps-roles", poolOf(stage, "pool-roles")).id;
      const numbers = stage.isLater ? ["301", "302"] : ["301"];
      for (const number of numbers)
        new authorization.RoleAssignment(stage.named(`role-${number}`), {
          scope,
          roleAssignmentName: `6f1d2c3b-0000-4000-8000-000000000${number}`,
          principalId: `6f1d2c3b-0000-4000-8000-000000001${number}`,
          principalType: "User",
          roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${builtInRoles.desktopVirtualizationUser.id}`,
        });
    },
  },
];
