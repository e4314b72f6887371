import * as maintenance from "@pulumi/azure-native/maintenance";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { TimeOfDay } from "../firm/firm";
import type { MaintenanceWindow } from "../platform/platform";
import { timeZone } from "../windows/time-zone";
import type { Placement } from "./placement";

export interface MaintenanceArgs extends Placement {
  /** Required. Day and hours of every week, Europe/Paris. */
  readonly window: MaintenanceWindow;
  /** Required. First day it may happen on, `2026-11-29`; Azure takes none that has passed when it is made. */
  readonly from: string;
}

/**
 * When servers install what Microsoft publishes, and restart if they must: once a week while nobody
 * works. Session hosts are no servers; they are replaced, and patch themselves in between. Costs
 * nothing.
 */
export class Maintenance extends pulumi.ComponentResource {
  readonly configurationId: pulumi.Output<string>;

  constructor(name: string, args: MaintenanceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:platform:Maintenance", name, {}, opts);
    const { owner, location, resourceGroupName, tags, from } = args;
    const { day, hours } = args.window;
    const start = clock(hours.from);
    const word = `servers${start.replace(":", "")}`;

    const configuration = new maintenance.MaintenanceConfiguration(
      `${name}-${word}`,
      {
        resourceGroupName,
        resourceName: azureName("maintenanceConfiguration", owner, word),
        location,
        maintenanceScope: maintenance.MaintenanceScope.InGuestPatch,
        extensionProperties: { InGuestPatchMode: "User" },
        visibility: maintenance.Visibility.Custom,
        startDateTime: `${from} ${start}`,
        duration: durationOf(hours),
        recurEvery: `1Week ${day}`,
        timeZone,
        installPatches: {
          rebootSetting: maintenance.RebootOptions.IfRequired,
          windowsParameters: {
            classificationsToInclude: ["Critical", "Security", "UpdateRollup", "Definition"],
          },
        },
        tags,
      },
      // The first day is of no account once it has passed. The hour is in the name: another hour is
      // another configuration.
      { parent: this, ignoreChanges: ["startDateTime"] },
    );

    this.configurationId = configuration.id;
    this.registerOutputs({ configurationId: this.configurationId });
  }
}

function durationOf({ from, until }: MaintenanceWindow["hours"]): string {
  const minutes = minutesOf(until) - minutesOf(from);
  return clock({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
}

function minutesOf({ hour, minute }: TimeOfDay): number {
  return hour * 60 + minute;
}

function clock({ hour, minute }: TimeOfDay): string {
  return [hour, minute].map((number) => String(number).padStart(2, "0")).join(":");
}
