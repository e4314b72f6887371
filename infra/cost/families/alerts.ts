import { Decimal, one } from "../money";
import { type Inputs, NotPriceable } from "../reading";
import { units } from "../units";
import { type Family, metered } from "./family";

/**
 * Metric alerts pay by time series: each criterion on each resource, by each named dimension value.
 * The ten that a billing account has free are not deducted: many programs share them.
 */
export const metricAlerts: Family = {
  name: "Metric alerts",
  group: "watching",
  types: ["monitor:MetricAlert", "insights:MetricAlert"],
  usage: [],
  *findings({ inputs }) {
    if (isOff(inputs)) {
      yield { kind: "free", reason: "it is switched off" };
      return;
    }
    const scopes = Math.max(inputs.size("scopes"), 1);
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
