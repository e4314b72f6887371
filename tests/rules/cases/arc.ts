import { builtInRoles } from "../../../infra/azure/roles";
import type { GuardrailCase } from "../support/case";
import { add, set } from "../support/change";

const group =
  "/subscriptions/6f1d2c3b-0000-4000-8000-000000000003/resourceGroups/rg-prod-moreau-voiron-arc";
const tierZero = "7a1d2c3b-0000-4000-8000-00000000000a";
const on = (scope: string, role: keyof typeof builtInRoles = "monitoringContributor") => ({
  scope,
  principalId: tierZero,
  roleDefinitionId: `/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/${builtInRoles[role].id}`,
});

/** Rights on an office's machines, and what Azure installs there. */
export const arcCases: readonly GuardrailCase[] = [
  {
    rule: "arc-rights",
    what: "A10: a contributor on the group of an office's machines",
    of: "moreau",
    change: set("key-use", on(group, "contributor")),
    met: ["key-use: it gives Contributor on what is in rg-prod-moreau-voiron-arc"],
    also: ["broad-roles"],
  },
  {
    rule: "arc-rights",
    what: "A10: a right that comes down from the subscription",
    of: "moreau",
    change: set("key-use", on("/subscriptions/6f1d2c3b-0000-4000-8000-000000000003")),
    met: ["key-use: it gives Monitoring Contributor on what is in rg-prod-moreau-voiron-arc"],
    also: ["role-scope"],
  },
  ...(["owner", "userAccessAdministrator", "roleBasedAccessControlAdministrator"] as const).map(
    (role): GuardrailCase => ({
      rule: "arc-rights",
      what: `A10: ${builtInRoles[role].name} of the subscription, who gives himself what he wants`,
      of: "moreau",
      change: set("key-use", on("/subscriptions/6f1d2c3b-0000-4000-8000-000000000003", role)),
      met: [`key-use: it gives ${builtInRoles[role].name} on what is in rg-prod-moreau-voiron-arc`],
      also: ["broad-roles", "role-scope"],
    }),
  ),
  {
    rule: "arc-rights",
    what: "A10: a contributor of a management group",
    of: "moreau",
    change: set(
      "key-use",
      on("/providers/Microsoft.Management/managementGroups/cabinets", "contributor"),
    ),
    met: ["key-use: it gives Contributor on what is in rg-prod-moreau-voiron-arc"],
    also: ["broad-roles", "role-scope", "firm-boundary"],
  },
  {
    rule: "arc-rights",
    what: "A10: a right on one machine",
    of: "moreau",
    change: set(
      "key-use",
      on(
        `${group}/providers/Microsoft.HybridCompute/machines/VOIRON-SRV1`,
        "virtualMachineContributor",
      ),
    ),
    met: ["key-use: it gives Virtual Machine Contributor on what is in rg-prod-moreau-voiron-arc"],
  },
  {
    rule: "arc-rights",
    what: "A10: the administrators that the firm's file names",
    of: "moreau",
    change: set("key-use", on(group, "azureConnectedMachineResourceAdministrator")),
    circumstances: { arcGroups: [{ id: group, administrators: [tierZero] }] },
    met: [],
  },
  {
    rule: "arc-rights",
    what: "who only looks",
    of: "moreau",
    change: set("key-use", on(group, "reader")),
    met: [],
  },
  {
    rule: "arc-rights",
    what: "a group whose name begins alike",
    of: "moreau",
    change: set("key-use", on(`${group}hive`)),
    met: [],
  },
  {
    rule: "arc-rights",
    what: "scripts on an office's server",
    of: "moreau.voiron",
    change: set("server-monitor", {
      "properties.publisher": "Microsoft.Compute",
      "properties.type": "CustomScriptExtension",
    }),
    met: ["server-monitor: it installs Microsoft.Compute.CustomScriptExtension"],
  },
  {
    rule: "arc-rights",
    what: "a command on an office's server",
    of: "moreau.voiron",
    change: add("server-monitor", "command", {
      type: "azure-native:hybridcompute:MachineRunCommand",
      id: `${group}/providers/Microsoft.HybridCompute/machines/VOIRON-SRV1/runCommands/command`,
    }),
    met: ["command: it runs a command on a machine of an office"],
  },
  { rule: "arc-rights", what: "a firm with a watched office", of: "moreau.voiron", met: [] },
];
