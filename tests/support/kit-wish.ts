import { parseAddress } from "../../infra/azure/network";
import type { KitWish } from "../../infra/kit/wish";
import { sampleSite } from "./sample-firms";
import { ids } from "./builders";

/** Everything a kit is made of, for the first office of a sample firm. */
export function sampleWish(key: string, changes: Partial<KitWish> = {}): KitWish {
  const resolver = parseAddress("10.60.0.228");
  if (resolver.kind === "problem") throw new Error(resolver.reason);
  return {
    ...sampleSite(key),
    language: "fr",
    environment: "prod",
    tenant: ids.tenant,
    resolver,
    ...changes,
  };
}
