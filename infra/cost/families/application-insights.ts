import { Decimal, divide, one } from "../money";
import { NotPriceable } from "../reading";
import { units } from "../units";
import { type Family, metered, used } from "./family";

/** Days of retention in the price of ingestion: https://azure.microsoft.com/pricing/details/monitor */
const includedDays = 90;

export const applicationInsights: Family = {
  name: "Application Insights",
  group: "watching",
  types: ["applicationinsights:Component", "insights:Component"],
  usage: ["monthlyDataIngestedGb"],
  *findings(context) {
    const { inputs, usage } = context;
    yield used(
      context,
      "ingestion",
      "Telemetry ingested",
      "application-insights/ingestion",
      units.gb,
      "monthlyDataIngestedGb",
    );
    const days = inputs.count("retentionInDays") ?? includedDays;
    const ingested = usage("monthlyDataIngestedGb");
    if (days <= includedDays || ingested === undefined) return;
    // What is kept beyond the included days, once as much has come in as goes out.
    const kept = divide(ingested.times(days - includedDays), new Decimal(30));
    yield metered(
      "retention",
      `Telemetry kept for ${days} days`,
      "application-insights/retention",
      units.gbHeld,
      kept,
    );
  },
};

export const webTests: Family = {
  name: "Web tests",
  group: "watching",
  types: ["applicationinsights:WebTest", "insights:WebTest"],
  usage: ["monthlyExecutions"],
  *findings(context) {
    const { inputs } = context;
    const kind = inputs.choice("webTestKind") ?? inputs.choice("kind") ?? "ping";
    if (inputs.has("enabled") && !inputs.flag("enabled"))
      yield { kind: "free", reason: "it is switched off" };
    else if (kind === "ping") yield { kind: "free", reason: "ping tests cost nothing" };
    else if (kind === "multistep")
      yield metered("test", "Multi-step web test", "web-test/multi-step", units.tests, one);
    else if (kind === "standard")
      yield used(
        context,
        "executions",
        "Standard web test executions",
        "web-test/standard-execution",
        units.requests,
        "monthlyExecutions",
      );
    else throw new NotPriceable(`no web test is of the kind "${kind}"`);
  },
};
