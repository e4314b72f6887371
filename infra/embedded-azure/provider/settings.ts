import type { Settings } from "../packages/provider";
import type { PropertyObject } from "../values/property";
import { revealed } from "../values/property";
import { stableGuid } from "../../azure/guid";

/** The subscription of programs that name none; a real provider would ask `az` for it. */
const fallbackSubscription = stableGuid("embedded Azure", "subscription");

/**
 * Reads a provider's configuration. The subscription comes from the configuration, else from
 * `ARM_SUBSCRIPTION_ID` as with the genuine provider.
 *
 * @param variables the same as the engine writes it for older providers: `azure-native:config:location`.
 */
export function settingsIn(
  given: PropertyObject,
  variables: ReadonlyMap<string, string>,
): Settings {
  const read = (name: string): string | undefined => {
    const value = revealed(given[name]) ?? variables.get(`azure-native:config:${name}`);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  return {
    subscriptionId:
      read("subscriptionId") ?? process.env["ARM_SUBSCRIPTION_ID"] ?? fallbackSubscription,
    location: read("location"),
  };
}
