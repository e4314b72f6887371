import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { ActivityAlert } from "../watch/activity-alerts";
import type { AlertSeverity, LogAlert } from "../watch/log-alerts";
import type { MetricAlert } from "../watch/metric-alerts";
import { bothLanguages, type Words } from "../watch/words";
import type { Placement } from "./placement";

export interface AlertsArgs extends Placement {
  /** Required. Whom they are told. */
  readonly actionGroupId: pulumi.Input<string>;
  /** Required. Log workspace that is asked, in the same region, and what it is asked. */
  readonly logs: {
    readonly workspaceId: pulumi.Input<string>;
    readonly rules: readonly LogAlert[];
  };
  /** Required. What is measured, by a word for it. */
  readonly metrics: Readonly<Record<string, MeasuredResources>>;
  /** Required. What is heard of the subscription. */
  readonly activity: readonly ActivityAlert[];
}

/** Resources of one type; groups stand for all in them, those made later too. */
export interface MeasuredResources {
  readonly scopes: readonly pulumi.Input<string>[];
  /** `Microsoft.Compute/virtualMachines`. */
  readonly type: string;
  readonly rules: readonly MetricAlert[];
}

/**
 * Rules that tell people when something is wrong, in French and English. Questions to the logs cost
 * by their number and frequency, metrics by resource and rule; what Azure writes itself is free.
 */
export class Alerts extends pulumi.ComponentResource {
  constructor(name: string, args: AlertsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:monitoring:Alerts", name, {}, opts);
    const parent = { parent: this };

    for (const rule of args.logs.rules)
      new monitor.ScheduledQueryRule(`${name}-${rule.word}`, logAlert(args, rule), parent);
    for (const [word, resources] of Object.entries(args.metrics))
      for (const rule of resources.rules)
        new monitor.MetricAlert(
          `${name}-${word}-${rule.word}`,
          metricAlert(args, word, resources, rule),
          parent,
        );
    for (const alert of args.activity)
      new monitor.ActivityLogAlert(`${name}-${alert.word}`, activityAlert(args, alert), parent);

    this.registerOutputs({});
  }
}

/** Whether an alert is told by mail. */
function isTold(severity: AlertSeverity): boolean {
  return severity < 3;
}

/** Says whose alert it is: support hears those of every firm. */
function titleOf({ owner }: AlertsArgs, { title }: { readonly title: Words }): string {
  return `${owner.firm ?? owner.environment} : ${bothLanguages(title)}`;
}

function logAlert(args: AlertsArgs, rule: LogAlert): monitor.ScheduledQueryRuleArgs {
  const { owner, location, resourceGroupName, tags, actionGroupId } = args;
  const span = rule.every === 60 ? "PT1H" : "PT15M";
  return {
    resourceGroupName,
    ruleName: azureName("logAlert", owner, rule.word.toLowerCase()),
    location,
    kind: monitor.Kind.LogAlert,
    displayName: titleOf(args, rule),
    description: bothLanguages(rule.advice),
    severity: rule.severity,
    enabled: true,
    evaluationFrequency: rule.every === 60 ? "PT1H" : `PT${rule.every}M`,
    windowSize: span,
    ...(rule.lookBack === undefined ? {} : { overrideQueryTimeRange: rule.lookBack }),
    scopes: [args.logs.workspaceId],
    // A new workspace has no table before its first record.
    skipQueryValidation: true,
    autoMitigate: true,
    criteria: {
      allOf: [
        {
          query: rule.query,
          timeAggregation: monitor.TimeAggregation.Count,
          // The SDK's list of operators is another API's.
          operator: "GreaterThan",
          threshold: 0,
          dimensions: rule.by.map((column) => ({
            name: column,
            operator: monitor.DimensionOperator.Include,
            values: ["*"],
          })),
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
        },
      ],
    },
    ...(isTold(rule.severity) ? { actions: { actionGroups: [actionGroupId] } } : {}),
    tags,
  };
}

function metricAlert(
  args: AlertsArgs,
  word: string,
  { scopes, type }: MeasuredResources,
  rule: MetricAlert,
): monitor.MetricAlertArgs {
  const { owner, location, resourceGroupName, tags, actionGroupId } = args;
  const { only } = rule;
  return {
    resourceGroupName,
    ruleName: azureName("metricAlert", owner, `${word}${rule.word}`.toLowerCase()),
    location: "global",
    description: `${titleOf(args, rule)}. ${bothLanguages(rule.advice)}`,
    severity: rule.severity,
    enabled: true,
    evaluationFrequency: "PT5M",
    windowSize: rule.span,
    scopes: [...scopes],
    targetResourceType: type,
    targetResourceRegion: location,
    criteria: {
      odataType: "Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria",
      allOf: [
        {
          criterionType: "StaticThresholdCriterion",
          name: rule.word,
          metricName: rule.metric,
          metricNamespace: type,
          timeAggregation: rule.over,
          operator: rule.is,
          threshold: rule.threshold,
          ...(only === undefined
            ? {}
            : {
                dimensions: [
                  { name: only.dimension, operator: "Include", values: [...only.values] },
                ],
              }),
        },
      ],
    },
    autoMitigate: true,
    ...(isTold(rule.severity) ? { actions: [{ actionGroupId }] } : {}),
    tags,
  };
}

function activityAlert(args: AlertsArgs, alert: ActivityAlert): monitor.ActivityLogAlertArgs {
  const { owner, resourceGroupName, tags, actionGroupId } = args;
  return {
    resourceGroupName,
    activityLogAlertName: azureName("activityAlert", owner, alert.word.toLowerCase()),
    location: "global",
    description: titleOf(args, alert),
    enabled: true,
    scopes: [`/subscriptions/${owner.subscription}`],
    condition: {
      allOf: alert.when.map(({ field, is: [first = "", ...more] }) =>
        more.length === 0
          ? { field, equals: first }
          : { anyOf: [first, ...more].map((equals) => ({ field, equals })) },
      ),
    },
    actions: { actionGroups: [{ actionGroupId }] },
    tags,
  };
}
