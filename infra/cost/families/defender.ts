import { hoursPerMonth } from "../money";
import { units } from "../units";
import { type Family, metered, used } from "./family";

/** Plans of Defender for Cloud; only the one for servers has a price by the piece that the book knows. */
export const defenderPlans: Family = {
  name: "Defender plans",
  group: "watching",
  types: ["security:Pricing"],
  usage: ["protectedServers"],
  *findings(context) {
    const { inputs, usage } = context;
    if ((inputs.choice("pricingTier") ?? "free") === "free") {
      yield { kind: "free", reason: "the Free tier of Defender costs nothing" };
      return;
    }
    const name = inputs.text("pricingName") ?? "unknown";
    if (name.toLowerCase() !== "virtualmachines") {
      yield {
        kind: "unpriced",
        slot: "plan",
        name: `Defender for ${name}`,
        reason: "the price book holds only Defender for servers",
      };
      return;
    }
    const plan = inputs.choice("subPlan") === "p1" ? "p1" : "p2";
    const of = [
      "plan",
      `Defender for servers ${plan.toUpperCase()}`,
      `defender/servers-${plan}`,
      units.hours,
    ] as const;
    const servers = usage("protectedServers");
    if (servers === undefined) yield used(context, ...of, "protectedServers");
    else yield { ...metered(...of, servers.times(hoursPerMonth)), usageBased: true };
  },
};
