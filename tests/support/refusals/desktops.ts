import * as authorization from "@pulumi/azure-native/authorization";
import * as compute from "@pulumi/azure-native/compute";
import * as desktops from "@pulumi/azure-native/desktopvirtualization";
import { builtInRoles } from "../../../infra/azure/roles";
import { wellKnownApps } from "../../../infra/azure/well-known-apps";
import { servicePrincipalOf } from "../../../infra/embedded-azure/arm/tenant";
import { setByHand } from "../../../infra/embedded-azure/by-hand/change";
import type { Behaviour, Stage } from "./behaviour";
import { groupOf, machineOf, poolOf } from "./desktop-parts";

/** Desktop virtualization, and machines. */
export const desktopBehaviours: readonly Behaviour[] = [
  {
    key: "scaling-plan",
    what: "a scaling plan before Azure Virtual Desktop may switch its hosts",
    source:
      "https://learn.microsoft.com/azure/virtual-desktop/autoscale-create-assign-scaling-plan#prerequisites",
    refusal: /Code="400".*is not authorized to perform power operations/,
    deploy(stage) {
      const { named, isLater, isWrong } = stage;
      const pool = poolOf(stage, "pool-scaled");
      if (!isLater) return;
      const role = builtInRoles.desktopVirtualizationPowerOnOffContributor.id;
      const allowed = isWrong
        ? []
        : [
            new authorization.RoleAssignment(named("role"), {
              scope: pool.id,
              roleAssignmentName: "6f1d2c3b-0000-4000-8000-000000000201",
              principalId: servicePrincipalOf(wellKnownApps.azureVirtualDesktop),
              principalType: "ServicePrincipal",
              roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${role}`,
            }),
          ];
      scalingPlanOf(stage, "plan-scaled", pool, stage.location, allowed);
    },
  },
  {
    key: "workspace-region",
    what: "a workspace in another region than its application groups",
    source: "https://github.com/Azure/missionlz/issues/1060",
    refusal: /Code="400".*ws-region is in westeurope .* in francecentral/,
    deploy(stage) {
      const group = groupOf(stage, "apps", poolOf(stage, "pool-region"));
      if (stage.isLater)
        workspaceOf(stage, "ws-region", [group], stage.isWrong ? "westeurope" : stage.location);
    },
  },
  {
    key: "group-region",
    what: "an application group in another region than its host pool",
    source: "https://learn.microsoft.com/azure/virtual-desktop/deploy-azure-virtual-desktop",
    refusal: /Code="400".*apps-abroad is in westeurope .* in francecentral/,
    deploy(stage) {
      const pool = poolOf(stage, "pool-abroad");
      if (stage.isLater)
        groupOf(stage, "apps-abroad", pool, stage.isWrong ? "westeurope" : stage.location);
    },
  },
  {
    key: "one-workspace",
    what: "two workspaces for one host pool",
    source: "https://learn.microsoft.com/azure/virtual-desktop/terminology#workspaces",
    refusal: /Code="400".*of the same host pool is in workspace .*ws-one/,
    deploy(stage) {
      const pool = poolOf(stage, "pool-one");
      const desktop = groupOf(stage, "desktop-one", pool);
      const apps = groupOf(stage, "apps-one", pool);
      const first = workspaceOf(
        stage,
        "ws-one",
        stage.version === "mended" ? [desktop, apps] : [desktop],
      );
      if (stage.isWrong) workspaceOf(stage, "ws-two", [apps], stage.location, first);
    },
  },
  {
    key: "token-life",
    what: "a registration token of more than thirty days",
    source: "https://learn.microsoft.com/azure/virtual-desktop/add-session-hosts-host-pool",
    refusal: /Code="400".*must be between 1 hour and 30 days/,
    deploy(stage) {
      poolOf(stage, "pool-token", stage.isLater ? (stage.isWrong ? 31 * 24 : 2) : undefined);
    },
  },
  {
    key: "token-reading",
    what: "an agent with what the host pool itself answers for a token",
    source: "https://github.com/pulumi/pulumi-azure-native/issues/3317",
    refusal: /Code="VMExtensionProvisioningError".*registration token is unknown/,
    deploy(stage) {
      const { isLater, isWrong, resourceGroupName } = stage;
      const pool = poolOf(stage, "pool-reading", 24);
      const machine = machineOf(stage, "vm-reading");
      if (!isLater) return;
      const token = isWrong
        ? pool.registrationInfo.apply((info) => info?.token ?? "none")
        : desktops
            .listHostPoolRegistrationTokensOutput({ resourceGroupName, hostPoolName: pool.name })
            .apply(({ value }) => value?.[0]?.token ?? "none");
      agentOn(stage, machine, { registrationInfoToken: token });
    },
  },
  {
    key: "switched-off",
    what: "an extension of a machine that is deallocated",
    source: "https://learn.microsoft.com/azure/virtual-machines/extensions/troubleshoot",
    refusal: /Code="OperationNotAllowed".*when the VM is not running/,
    byHand: {
      wrong: (store) => {
        setByHand(store, "vm-off", [
          { path: "instanceView", text: '{"statuses":[{"code":"PowerState/deallocated"}]}' },
        ]);
      },
      mended: (store) => {
        setByHand(store, "vm-off", [
          { path: "instanceView", text: '{"statuses":[{"code":"PowerState/running"}]}' },
        ]);
      },
    },
    deploy(stage) {
      const machine = machineOf(stage, "vm-off");
      if (stage.isLater) agentOn(stage, machine, {});
    },
  },
];

function workspaceOf(
  { named, resourceGroupName, location: here }: Stage,
  workspaceName: string,
  groups: readonly desktops.ApplicationGroup[],
  location = here,
  after?: desktops.Workspace,
): desktops.Workspace {
  return new desktops.Workspace(
    named(workspaceName),
    {
      resourceGroupName,
      location,
      workspaceName,
      applicationGroupReferences: groups.map(({ id }) => id),
    },
    after === undefined ? {} : { dependsOn: after },
  );
}

function scalingPlanOf(
  { named, resourceGroupName }: Stage,
  scalingPlanName: string,
  pool: desktops.HostPool,
  location: string,
  dependsOn: readonly authorization.RoleAssignment[],
): void {
  new desktops.ScalingPlan(
    named("plan"),
    {
      resourceGroupName,
      location,
      scalingPlanName,
      timeZone: "Romance Standard Time",
      hostPoolReferences: [{ hostPoolArmPath: pool.id, scalingPlanEnabled: false }],
    },
    { dependsOn: [...dependsOn] },
  );
}

function agentOn(
  { named, resourceGroupName, location }: Stage,
  machine: compute.VirtualMachine,
  protectedSettings: Readonly<Record<string, unknown>>,
): void {
  new compute.VirtualMachineExtension(named("agent"), {
    resourceGroupName,
    location,
    vmName: machine.name,
    vmExtensionName: "agent",
    publisher: "Microsoft.PowerShell",
    type: "DSC",
    typeHandlerVersion: "2.83",
    protectedSettings,
  });
}
