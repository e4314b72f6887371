import type { Attributes } from "../attributes";
import type { CaseFact } from "../case-facts";
import {
  attributesOf,
  byName,
  relatedOf,
  resource,
  subject,
  type Translation,
  usageOfCase,
} from "./translation";

export function plan(fact: CaseFact): Translation {
  return {
    resources: [planResource(fact, attributesOf(fact), subject)],
    place: byName({ "Instance usage": "instances" }),
  };
}

function planResource(fact: CaseFact, attributes: Attributes, name: string) {
  const sku = attributes.block("sku");
  const kind = attributes.text("kind");
  const consumption = kind?.toLowerCase() === "functionapp" || sku.text("tier") === "Dynamic";
  return resource(
    "web:AppServicePlan",
    {
      location: fact.region,
      kind: kind?.toLowerCase(),
      reserved: attributes.flag("reserved"),
      sku: {
        name: consumption ? "Y1" : sku.text("size"),
        tier: sku.text("tier"),
        capacity: sku.number("capacity"),
      },
    },
    name,
  );
}

/** An elastic plan is billed itself in azure-native, where the cases bill the app on it. */
export function functionApp(fact: CaseFact): Translation {
  const around = relatedOf(fact, "azurerm_app_service_plan");
  // A plan of the kind FunctionApp is the consumption plan, whatever size stands beside it.
  const size = /(?<!Standard)-(EP\d)|Standard-(EP\d)(?!-FunctionApp)/
    .exec(fact.address)
    ?.slice(1)
    .find((found) => found !== undefined);
  const plans =
    around !== undefined
      ? [planResource(fact, around, "plan")]
      : size === undefined
        ? []
        : [resource("web:AppServicePlan", { location: fact.region, sku: { name: size } }, "plan")];
  const { instances, ...usage } = usageOfCase(fact.usage);
  return {
    resources: [
      resource("web:WebApp", {
        location: fact.region,
        kind: "functionapp",
        serverFarmId: plans.length === 0 ? "elsewhere" : "plan",
      }),
      ...plans,
    ],
    usage: {
      [subject]: usage,
      ...(instances === undefined || plans.length === 0 ? {} : { plan: { instances } }),
    },
    place: ({ name }) => {
      if (name.startsWith("vCPU")) return { slot: "vcpu", resource: "plan" };
      if (name.startsWith("Memory")) return { slot: "memory", resource: "plan" };
      return { slot: name.startsWith("Execution time") ? "time" : "executions" };
    },
  };
}
