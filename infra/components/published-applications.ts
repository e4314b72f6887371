import * as desktopvirtualization from "@pulumi/azure-native/desktopvirtualization";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { PublishedApplication } from "../firm/firm";
import type { Placement } from "./placement";

export interface PublishedApplicationsArgs extends Placement {
  /** Required. The firm's name: the heading users see the programs under. */
  readonly firmName: string;
  /** Required. What the group is for; part of its name. */
  readonly purpose: "applications" | "quadraconnect";
  /** Required. Pool whose hosts run them. */
  readonly hostPoolId: pulumi.Input<string>;
  /** Required. What may be started; Azure advises at most 50. */
  readonly applications: readonly PublishedApplication[];
}

/** Programs for people who never get a desktop: each opens in a window of its own on their device. */
export class PublishedApplications extends pulumi.ComponentResource {
  readonly groupId: pulumi.Output<string>;

  constructor(
    name: string,
    args: PublishedApplicationsArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("cabinet:firm:PublishedApplications", name, {}, opts);
    const { owner, location, resourceGroupName, tags } = args;

    const group = new desktopvirtualization.ApplicationGroup(
      `${name}-group`,
      {
        resourceGroupName,
        location,
        applicationGroupName: azureName("applicationGroup", owner, args.purpose),
        applicationGroupType: desktopvirtualization.ApplicationGroupType.RemoteApp,
        hostPoolArmPath: args.hostPoolId,
        friendlyName: args.firmName,
        tags,
      },
      { parent: this },
    );

    for (const { key, name: shown, path, arguments: commandLine } of args.applications)
      new desktopvirtualization.Application(
        `${name}-${key}`,
        {
          resourceGroupName,
          applicationGroupName: group.name,
          applicationName: key,
          applicationType: desktopvirtualization.RemoteApplicationType.InBuilt,
          friendlyName: shown,
          filePath: path,
          iconPath: path,
          iconIndex: 0,
          showInPortal: true,
          // Arguments that a user's client brings along are never taken.
          ...(commandLine === ""
            ? { commandLineSetting: desktopvirtualization.CommandLineSetting.DoNotAllow }
            : {
                commandLineSetting: desktopvirtualization.CommandLineSetting.Require,
                commandLineArguments: commandLine,
              }),
        },
        { parent: this },
      );

    this.groupId = group.id;
    this.registerOutputs({ groupId: this.groupId });
  }
}
