import { Decimal, hoursPerMonth } from "../money";
import { units } from "../units";
import { type Family, metered, used } from "./family";

/** One price for up to five rules: https://azure.microsoft.com/pricing/details/load-balancer */
const firstRules = 5;

export const loadBalancers: Family = {
  name: "Load balancers",
  group: "network",
  types: ["network:LoadBalancer"],
  usage: ["monthlyDataProcessedGb"],
  *findings(context) {
    const { inputs } = context;
    const sku = inputs.choice("sku.name") ?? "basic";
    if (sku === "basic") {
      yield { kind: "free", reason: "basic load balancers cost nothing" };
      return;
    }
    if (sku === "gateway")
      yield metered(
        "gateway",
        "Gateway load balancer",
        "load-balancer/gateway",
        units.hours,
        hoursPerMonth,
      );
    const scope = inputs.choice("sku.tier") === "global" ? "global" : "regional";
    const rules = inputs.size("loadBalancingRules") + inputs.size("outboundRules");
    if (rules > 0)
      yield metered(
        "rules",
        "Load balancer, up to 5 rules",
        `load-balancer/${scope}/first-rules`,
        units.hours,
        hoursPerMonth,
      );
    if (rules > firstRules)
      yield metered(
        "further-rules",
        "Load balancer, rules above 5",
        `load-balancer/${scope}/further-rule`,
        units.hours,
        new Decimal(rules - firstRules).times(hoursPerMonth),
      );
    yield used(
      context,
      "data",
      "Load balancer, data processed",
      `load-balancer/${scope}/data`,
      units.gb,
      "monthlyDataProcessedGb",
    );
  },
};
