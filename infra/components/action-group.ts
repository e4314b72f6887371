import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";

export interface ActionGroupArgs extends Omit<Placement, "location"> {
  /** Required. Who is told by mail, by a word for each: at least one. */
  readonly mail: Readonly<Record<string, string>>;
}

/** Whom alerts are told. Costs by the message. */
export class ActionGroup extends pulumi.ComponentResource {
  readonly groupId: pulumi.Output<string>;

  constructor(name: string, args: ActionGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:monitoring:ActionGroup", name, {}, opts);
    const { owner, resourceGroupName, tags } = args;

    const group = new monitor.ActionGroup(
      `${name}-group`,
      {
        resourceGroupName,
        actionGroupName: azureName("actionGroup", owner),
        // Alerts on Azure's own health take no group that stands in a region.
        location: "global",
        // Signs text messages; Azure takes twelve characters.
        groupShortName: (owner.firm ?? owner.environment).slice(0, 12),
        enabled: true,
        emailReceivers: Object.entries(args.mail).map(([word, emailAddress]) => ({
          name: word,
          emailAddress,
          useCommonAlertSchema: true,
        })),
        tags,
      },
      { parent: this },
    );

    this.groupId = group.id;
    this.registerOutputs({ groupId: this.groupId });
  }
}
