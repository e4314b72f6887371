import type * as pulumi from "@pulumi/pulumi";
import { DefenderPlans, type DefenderPlansArgs } from "../components/defender-plans";
import type { Defender } from "../platform/platform";

/** Plans of Defender for Cloud in one subscription, where the platform names some. */
export function defender(
  plans: Defender,
  place: Omit<DefenderPlansArgs, "plans">,
  opts: pulumi.ComponentResourceOptions,
): void {
  if (Object.values(plans).every((plan) => plan === undefined)) return;
  new DefenderPlans("defender", { ...place, plans }, opts);
}

/** The same plans, off: destroying a stack takes none away, and a firm that has left pays for none. */
export function switchedOff({ servers, storage, keyVaults }: Defender): Defender {
  return {
    ...(servers === undefined ? {} : { servers: "off" }),
    ...(storage === undefined ? {} : { storage: "off" }),
    ...(keyVaults === undefined ? {} : { keyVaults: "off" }),
  };
}
