import { Decimal, hoursPerMonth, one } from "../money";
import { NotPriceable } from "../reading";
import { units } from "../units";
import { type Family, metered, running, used } from "./family";

export const applicationGateways: Family = {
  name: "Application gateways",
  group: "network",
  types: ["network:ApplicationGateway"],
  usage: ["monthlyHours", "capacityUnits", "monthlyDataProcessedGb"],
  *findings(context) {
    const { inputs, usage } = context;
    const sku = inputs.choice("sku.name");
    if (sku === undefined) throw new NotPriceable("sku.name is missing");
    if (sku === "standard_v2" || sku === "waf_v2") {
      const product = sku.replace("_", "-");
      const name = `Application gateway ${sku === "waf_v2" ? "WAF v2" : "v2"}`;
      yield running(context, "gateway", name, `application-gateway/${product}/hour`);
      // Ten capacity units for each instance that always runs.
      const instances =
        inputs.amount("autoscaleConfiguration.minCapacity") ?? inputs.amount("sku.capacity");
      const capacityUnits = usage("capacityUnits") ?? instances?.times(10);
      const of = [
        "capacity",
        `${name}, capacity units`,
        `application-gateway/${product}/capacity-unit`,
        units.capacityUnits,
      ] as const;
      if (capacityUnits === undefined) yield used(context, ...of, "capacityUnits");
      else
        yield {
          ...metered(...of, capacityUnits),
          usageBased: usage("capacityUnits") !== undefined,
        };
      return;
    }
    const match = /^(standard|waf)_(small|medium|large)$/.exec(sku);
    if (match === null) throw new NotPriceable(`no application gateway has the SKU "${sku}"`);
    const [, product = "", size = ""] = match;
    const capacity = inputs.amount("sku.capacity") ?? one;
    const name = `Application gateway ${product} ${size}`;
    yield metered(
      "gateway",
      name,
      `application-gateway/${product}-${size}/hour`,
      units.hours,
      new Decimal(usage("monthlyHours") ?? hoursPerMonth).times(capacity),
    );
    yield used(
      context,
      "data",
      `${name}, data processed`,
      `application-gateway/${size}/data`,
      units.gb,
      "monthlyDataProcessedGb",
    );
  },
};
