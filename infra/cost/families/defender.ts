import { hoursPerMonth } from "../money";
import type { Finding } from "../model";
import type { Inputs } from "../reading";
import { units } from "../units";
import { type Context, type Family, metered, used } from "./family";

/** Plans of Defender for Cloud; only the one for servers has a price by the piece that the book knows. */
export const defenderPlans: Family = {
  name: "Defender plans",
  group: "watching",
  types: ["security:Pricing"],
  usage: ["protectedServers"],
  findings: (context) => planFindings(context, context.inputs.text("pricingName"), context.inputs),
};

/**
 * Plans that a template sets, the only way a program of azure-native has to change them. Whatever else
 * a subscription's template makes is not read.
 */
export const subscriptionDeployments: Family = {
  name: "Deployments to a subscription",
  group: "watching",
  types: ["resources:DeploymentAtSubscriptionScope"],
  usage: ["protectedServers"],
  *findings(context) {
    const plans = context.inputs
      .list("properties.template.resources")
      .filter((one) => one.choice("type") === "microsoft.security/pricings");
    for (const plan of plans) {
      const properties = plan.part("properties");
      if (properties !== undefined) yield* planFindings(context, plan.text("name"), properties);
    }
    if (plans.length === 0) yield { kind: "free", reason: "a deployment costs nothing itself" };
  },
};

function* planFindings(
  context: Context,
  name: string | undefined,
  plan: Inputs,
): Generator<Finding> {
  if ((plan.choice("pricingTier") ?? "free") === "free") {
    yield { kind: "free", reason: "the Free tier of Defender costs nothing" };
    return;
  }
  if (name?.toLowerCase() !== "virtualmachines") {
    yield {
      kind: "unpriced",
      slot: `plan ${name ?? ""}`,
      name: `Defender for ${name ?? "unknown"}`,
      reason: "the price book holds only Defender for servers",
    };
    return;
  }
  const level = plan.choice("subPlan") === "p1" ? "p1" : "p2";
  const of = [
    "plan",
    `Defender for servers ${level.toUpperCase()}`,
    `defender/servers-${level}`,
    units.hours,
  ] as const;
  const servers = context.usage("protectedServers");
  if (servers === undefined) yield used(context, ...of, "protectedServers");
  else yield { ...metered(...of, servers.times(hoursPerMonth)), usageBased: true };
}
