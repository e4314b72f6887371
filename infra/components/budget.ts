import * as consumption from "@pulumi/azure-native/consumption";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { azureName, type NameOwner } from "../azure/names";

export interface BudgetArgs {
  /** Required. Whose money it is. */
  readonly owner: NameOwner;
  /** Required. Group for the note of when the budget began. */
  readonly resourceGroupName: pulumi.Input<string>;
  /** Required. Whole euros a month; the subscription must be billed in euros. */
  readonly euros: number;
  /** Required. Who is told, besides the subscription's owners. */
  readonly contact: string;
}

/** Tells people before a subscription costs more than was agreed; it stops nothing. Costs nothing. */
export class Budget extends pulumi.ComponentResource {
  constructor(name: string, args: BudgetArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:Budget", name, {}, opts);
    const { owner, resourceGroupName, contact } = args;

    // Azure takes a monthly budget only if it begins this month or later, and this program has no
    // clock. So it asks Azure's: an empty deployment is stamped once, and never changes again.
    const beginning = new resources.Deployment(
      `${name}-beginning`,
      {
        resourceGroupName,
        deploymentName: "budget-beginning",
        properties: { mode: resources.DeploymentMode.Incremental, template: emptyTemplate },
      },
      { parent: this, ignoreChanges: ["properties"] },
    );

    new consumption.Budget(
      `${name}-month`,
      {
        scope: `/subscriptions/${owner.subscription}`,
        budgetName: azureName("budget", owner),
        category: consumption.CategoryType.Cost,
        amount: args.euros,
        timeGrain: consumption.TimeGrainType.Monthly,
        timePeriod: {
          startDate: beginning.properties.apply(({ timestamp }) => firstOfMonth(timestamp)),
        },
        notifications: {
          forecast: notice(contact, "Forecasted", 100),
          most: notice(contact, "Actual", 80),
          all: notice(contact, "Actual", 100),
        },
      },
      { parent: this },
    );

    this.registerOutputs({});
  }
}

/** First instant of the month of a time written like `2026-11-24T06:29:31.5Z`. */
export function firstOfMonth(time: string): string {
  return `${time.slice(0, "2026-11".length)}-01T00:00:00Z`;
}

function notice(contact: string, thresholdType: "Actual" | "Forecasted", percent: number) {
  return {
    enabled: true,
    thresholdType,
    operator: consumption.OperatorType.GreaterThanOrEqualTo,
    threshold: percent,
    contactEmails: [contact],
    contactRoles: ["Owner"],
    locale: consumption.CultureCode.Fr_fr,
  };
}

const emptyTemplate = {
  $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  contentVersion: "1.0.0.0",
  resources: [],
};
