import type * as pulumi from "@pulumi/pulumi";
import { ActionGroup } from "../components/action-group";
import { ActivityLog } from "../components/activity-log";
import { Alerts } from "../components/alerts";
import { Budget } from "../components/budget";
import type { Placement } from "../components/placement";
import type { Platform } from "../platform/platform";
import { activityAlerts } from "../watch/activity-alerts";

/** Who changed what in the platform's own subscription, and who is told: its support alone. */
export function platformWatch(
  { support, budget }: Platform,
  placement: Placement,
  workspaceId: pulumi.Input<string>,
  opts: pulumi.ComponentResourceOptions,
): void {
  const { owner, resourceGroupName } = placement;
  new ActivityLog("activity", { owner, workspaceId }, opts);
  const told = new ActionGroup("told", { ...placement, mail: { support: support.email } }, opts);
  new Alerts(
    "alerts",
    {
      ...placement,
      actionGroupId: told.groupId,
      logs: { workspaceId, rules: [] },
      metrics: {},
      activity: activityAlerts,
    },
    opts,
  );
  if (budget.kind === "monthly")
    new Budget(
      "budget",
      { owner, resourceGroupName, euros: budget.euros, contact: support.email },
      opts,
    );
}
