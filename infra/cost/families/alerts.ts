import { Decimal, one } from "../money";
import { type Inputs, NotPriceable } from "../reading";
import { units } from "../units";
import type { ProgramResource } from "../program";
import { type Context, type Family, metered } from "./family";

/**
 * Metric alerts pay by time series: each criterion on each resource, by each named dimension value.
 * The ten that a billing account has free are not deducted: many programs share them.
 */
export const metricAlerts: Family = {
  name: "Metric alerts",
  group: "watching",
  types: ["monitor:MetricAlert", "insights:MetricAlert"],
  usage: [],
  *findings(context) {
    const { inputs } = context;
    if (isOff(inputs)) {
      yield { kind: "free", reason: "it is switched off" };
      return;
    }
    const scopes = watched(context);
    const criteria = inputs.list("criteria.allOf");
    if (criteria.length === 0) {
      yield metered(
        "series",
        "Metric time series watched",
        "alert/metric-series",
        units.timeSeries,
        new Decimal(scopes),
      );
      return;
    }
    const [dynamic, fixed] = [true, false].map((wanted) =>
      criteria
        .filter((criterion) => isDynamic(criterion) === wanted)
        .reduce((series, criterion) => series.plus(combinations(criterion)), new Decimal(0))
        .times(scopes),
    );
    if (fixed?.gt(0) === true)
      yield metered(
        "series",
        "Metric time series watched",
        "alert/metric-series",
        units.timeSeries,
        fixed,
      );
    if (dynamic?.gt(0) === true)
      yield metered(
        "dynamic-series",
        "Metric time series watched with a dynamic threshold",
        "alert/dynamic-series",
        units.timeSeries,
        dynamic,
      );
  },
};

/** Types that one rule may watch by the group or the subscription, and what they are called here. */
const watchedTogether: Readonly<Record<string, string>> = {
  "microsoft.compute/virtualmachines": "compute:VirtualMachine",
  "microsoft.keyvault/vaults": "keyvault:Vault",
};

/**
 * Resources a rule watches: each has time series of its own, a group as many as are in it. One where the program does
 * not tell. https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-types#monitor-multiple-resources-with-one-alert-rule
 */
function watched({ inputs, program, resource }: Context): number {
  const type = watchedTogether[inputs.reference("targetResourceType")?.toLowerCase() ?? ""];
  const scopes: unknown = resource.registered.inputs["scopes"];
  if (type === undefined || !Array.isArray(scopes)) return Math.max(inputs.size("scopes"), 1);
  const all = program.ofTypes([type]);
  const counts = scopes.map((scope) => {
    const [, subscription, group] =
      /^(\/subscriptions\/[^/]+)(?:\/resourcegroups\/([^/]+))?$/.exec(
        String(scope).toLowerCase(),
      ) ?? [];
    if (subscription === undefined) return 1;
    return all.filter((each) => isIn(each, subscription, group)).length;
  });
  return Math.max(
    counts.reduce((total, count) => total + count, 0),
    1,
  );
}

function isIn(
  { registered: { id }, inputs }: ProgramResource,
  subscription: string,
  group: string | undefined,
): boolean {
  if (id !== undefined)
    return id
      .toLowerCase()
      .startsWith(
        group === undefined ? `${subscription}/` : `${subscription}/resourcegroups/${group}/`,
      );
  return group === undefined || inputs.reference("resourceGroupName")?.toLowerCase() === group;
}

function isDynamic(criterion: Inputs): boolean {
  return criterion.choice("criterionType") === "dynamicthresholdcriterion";
}

/** A dimension that takes any value counts once: only use shows how many values there are. */
function combinations(criterion: Inputs): Decimal {
  return criterion
    .list("dimensions")
    .reduce((product, dimension) => product.times(Math.max(dimension.size("values"), 1)), one);
}

function isOff(inputs: Inputs): boolean {
  return inputs.has("enabled") && !inputs.flag("enabled");
}

export const logAlerts: Family = {
  name: "Log alerts",
  group: "watching",
  types: ["monitor:ScheduledQueryRule", "insights:ScheduledQueryRule"],
  usage: [],
  *findings({ inputs }) {
    if (isOff(inputs)) {
      yield { kind: "free", reason: "it is switched off" };
      return;
    }
    const minutes = minutesIn(inputs.text("evaluationFrequency") ?? "PT15M");
    // The list price knows four frequencies; anything slower costs as much as the slowest.
    const step = [1, 5, 10, 15].findLast((known) => minutes >= known) ?? 1;
    const name = `Log alert every ${step} minute${step === 1 ? "" : "s"}`;
    yield metered("rule", name, `alert/log/${step}-minutes`, units.rules, one);
  },
};

/** Minutes of an ISO 8601 duration as Azure writes it: `PT5M`, `PT1H`, `P1D`. */
function minutesIn(duration: string): number {
  const match = /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?)?$/i.exec(duration);
  const [days = 0, hours = 0, minutes = 0] = (match ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  const total = (days * 24 + hours) * 60 + minutes;
  if (total === 0) throw new NotPriceable(`evaluationFrequency is "${duration}"; PT5M is needed`);
  return total;
}

export const dataCollectionRules: Family = {
  name: "Data collection rules",
  group: "watching",
  types: ["monitor:DataCollectionRule", "insights:DataCollectionRule"],
  usage: ["monthlyCustomMetricsSamples"],
  *findings(context) {
    const { inputs, usage } = context;
    if (!inputs.has("destinations.azureMonitorMetrics")) {
      yield { kind: "free", reason: "the data it sends is billed where it arrives" };
      return;
    }
    yield {
      kind: "metered",
      slot: "metrics",
      name: "Custom metrics ingested",
      meter: "monitor/custom-metrics",
      unit: units.samples10M,
      quantity: usage("monthlyCustomMetricsSamples"),
      usageBased: true,
      awaits: "monthlyCustomMetricsSamples",
    };
  },
};
