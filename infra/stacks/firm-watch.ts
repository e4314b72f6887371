import * as pulumi from "@pulumi/pulumi";
import { ActionGroup } from "../components/action-group";
import { ActivityLog } from "../components/activity-log";
import { AlertRoute } from "../components/alert-route";
import { Alerts, type MeasuredResources } from "../components/alerts";
import { Diagnostics } from "../components/diagnostics";
import { SupervisorConsole } from "../components/supervisor-console";
import type { Firm } from "../firm/firm";
import type { SupportContact } from "../platform/platform";
import { activityAlerts } from "../watch/activity-alerts";
import { hostLogAlerts, poolAlerts } from "../watch/log-alerts";
import { machineAlerts, shareAlerts } from "../watch/metric-alerts";
import { rehearsalAlert } from "../watch/rehearsal-alert";
import { supportPack } from "../watch/support-pack";
import type { FirmData } from "./firm-data";
import type { FirmSessions } from "./firm-sessions";
import type { PlacedGroup } from "./resource-groups";

export interface FirmWatchArgs {
  readonly firm: Firm;
  /** Group of what watches. */
  readonly group: PlacedGroup;
  /** Group of the session hosts. */
  readonly hostsGroupId: pulumi.Input<string>;
  readonly workspaceId: pulumi.Input<string>;
  /** Who runs the platform. */
  readonly provider: string;
  readonly support: SupportContact;
  readonly sessions: FirmSessions;
  readonly data: FirmData;
}

/** What the rest of a firm's stack needs of its watch. */
export interface FirmWatch {
  readonly diagnostics: Diagnostics;
  readonly consoleId: pulumi.Output<string>;
  readonly outputs: pulumi.Inputs;
}

/** Logs of everything a firm has, and who is told when something is wrong. */
export function firmWatch(args: FirmWatchArgs, opts: pulumi.ComponentResourceOptions): FirmWatch {
  const { firm, group, workspaceId, support, sessions, data } = args;
  const { placement } = group;

  const diagnostics = new Diagnostics(
    "diagnostics",
    {
      owner: placement.owner,
      workspaceId,
      sources: { ...sessions.sources, ...data.sources },
      fileServices: {
        ...Object.fromEntries(
          Object.entries(data.shares).map(([word, { serviceId }]) => [word, serviceId]),
        ),
        ...(data.rehearsal === undefined
          ? {}
          : { "rehearsal-store": data.rehearsal.fileServiceId }),
      },
    },
    opts,
  );
  new ActivityLog("activity", { owner: placement.owner, workspaceId }, opts);
  // First level is in the firm, second level with the provider.
  const told = new ActionGroup(
    "told",
    { ...placement, mail: { supervisor: firm.people.supervisor, support: support.email } },
    opts,
  );
  new AlertRoute(
    "backup-alerts",
    {
      ...placement,
      purpose: "backup",
      description: `${firm.key} : sauvegarde ou restauration en échec, et ce qui met les copies en danger / backup or restore failed, and what endangers copies`,
      scopes: [data.recoveryVaultId],
      actionGroupId: told.groupId,
    },
    opts,
  );
  new Alerts(
    "alerts",
    {
      ...placement,
      actionGroupId: told.groupId,
      logs: {
        workspaceId,
        rules: [
          ...(sessions.pool === undefined ? [] : poolAlerts(sessions.seats)),
          ...hostLogAlerts,
          ...(data.rehearsal === undefined ? [] : [rehearsalAlert(data.rehearsal.jobName)]),
        ],
      },
      metrics: { machines: machines(args), ...shares(args) },
      activity: activityAlerts,
    },
    opts,
  );
  const console = new SupervisorConsole(
    "console",
    {
      ...placement,
      firmName: firm.name,
      pool: sessions.pool !== undefined,
      workspaceId,
      shares: Object.values(data.shares),
    },
    opts,
  );
  return {
    diagnostics,
    consoleId: console.workbookId,
    outputs: {
      console: pulumi.interpolate`https://portal.azure.com/#resource${console.workbookId}/workbook`,
      support: supportPack({ provider: args.provider, ...support }),
    },
  };
}

function machines({ hostsGroupId, data }: FirmWatchArgs): MeasuredResources {
  return {
    scopes: [hostsGroupId, ...data.machineGroupIds],
    type: "Microsoft.Compute/virtualMachines",
    rules: machineAlerts,
  };
}

function shares({ data }: FirmWatchArgs): Readonly<Record<string, MeasuredResources>> {
  return Object.fromEntries(
    Object.entries(data.shares).map(([word, { serviceId, quotaGiB }]) => [
      word,
      {
        scopes: [serviceId],
        type: "Microsoft.Storage/storageAccounts/fileServices",
        rules: shareAlerts(quotaGiB),
      },
    ]),
  );
}
