import type { Finding } from "../model";
import { Decimal, divide, hoursPerMonth, one } from "../money";
import { entryOf, NotPriceable } from "../reading";
import { units } from "../units";
import { type Context, type Family, metered } from "./family";

const onPlan = { types: ["web:AppServicePlan"], by: ["serverFarmId"] } as const;

/** vCPU and GB of one instance: https://learn.microsoft.com/azure/azure-functions/functions-premium-plan */
const elasticPremium: Readonly<Record<string, readonly [vCpus: number, gb: number]>> = {
  ep1: [1, 3.5],
  ep2: [2, 7],
  ep3: [4, 14],
};

export const appServicePlans: Family = {
  name: "App Service plans",
  group: "other",
  types: ["web:AppServicePlan"],
  usage: ["monthlyHours", "instances"],
  *findings({ inputs, usage, offer }) {
    const sku = inputs.text("sku.name") ?? inputs.text("sku.size");
    if (sku === undefined) throw new NotPriceable("sku.name is missing");
    const size = sku.toLowerCase();
    if (size === "f1" || size === "y1") {
      yield { kind: "free", reason: `the plan ${sku} costs nothing by itself` };
      return;
    }
    const instances = usage("instances") ?? inputs.amount("sku.capacity") ?? one;
    const elastic = entryOf(elasticPremium, size);
    if (elastic !== undefined) {
      const [vCpus, gb] = elastic;
      const name = `Functions ${sku}`;
      yield metered(
        "vcpu",
        `${name}, vCPU`,
        "functions/premium/vcpu",
        units.vCpus,
        instances.times(vCpus),
      );
      yield metered(
        "memory",
        `${name}, memory`,
        "functions/premium/memory",
        units.memoryGb,
        instances.times(gb),
      );
      return;
    }
    const linux = inputs.flag("reserved") || (inputs.choice("kind") ?? "").includes("linux");
    yield metered(
      "instances",
      `App Service plan ${sku}, ${linux ? "Linux" : "Windows"}`,
      `app-service/${linux ? "linux" : "windows"}/${size}`,
      units.hours,
      (usage("monthlyHours") ?? hoursPerMonth).times(instances),
      offer === "devTest" ? { assumed: "dev/test price not known: pay as you go" } : {},
    );
  },
};

/** What a function is billed for at least, and in steps of: https://azure.microsoft.com/pricing/details/functions */
const leastMs = new Decimal(100);
const memoryStep = new Decimal(128);

/** Functions without a plan of their own pay by execution; every other app is billed with its plan. */
export const webApps: Family = {
  name: "Web and function apps",
  group: "other",
  types: ["web:WebApp"],
  owner: onPlan,
  usage: ["monthlyExecutions", "executionDurationMs", "memoryMb"],
  *findings(context) {
    const { inputs, program, resource } = context;
    const plan = program.related(resource, onPlan);
    const size = plan?.inputs.choice("sku.name");
    const isFunction = (inputs.choice("kind") ?? "").includes("functionapp");
    if (isFunction && (size === undefined || size === "y1")) yield* consumption(context);
    else yield { kind: "free", reason: "its plan is billed" };
  },
};

function* consumption({ usage }: Context): Generator<Finding> {
  const executions = usage("monthlyExecutions");
  const duration = usage("executionDurationMs");
  const memory = usage("memoryMb");
  const seconds =
    executions === undefined || duration === undefined || memory === undefined
      ? undefined
      : divide(
          executions
            .times(Decimal.max(duration, leastMs))
            .times(Decimal.max(memory.div(memoryStep).ceil(), one).times(memoryStep)),
          new Decimal(1000 * 1024),
        );
  const base = { kind: "metered", usageBased: true } as const;
  yield {
    ...base,
    slot: "time",
    name: "Function execution time",
    meter: "functions/execution-time",
    unit: units.gbSeconds,
    quantity: seconds,
    awaits: "executionDurationMs",
  };
  yield {
    ...base,
    slot: "executions",
    name: "Function executions",
    meter: "functions/executions",
    unit: units.requests1M,
    quantity: executions,
    awaits: "monthlyExecutions",
  };
}
