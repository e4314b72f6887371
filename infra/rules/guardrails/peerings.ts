import { parseArmId } from "../../azure/arm-ids";
import { textAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const peerings: Guardrail = {
  id: "peerings",
  what: "a network is peered with the hub only",
  why: "a peering between two firms joins their networks: who is in one is in the other",
  severity: "error",
  source: "Azure review checklists, landing zones: c76cb5a2 (no spoke to spoke)",
  remedy: "remove the peering; what firms share goes through the hub",
  check: eachOf(["network:VirtualNetworkPeering"], (peering, circumstances) => {
    const remote = textAt(peering, "remoteVirtualNetwork.id");
    if (remote === undefined || !remote.startsWith("/subscriptions/")) return undefined;
    const { subscriptionId = "" } = parseArmId(remote);
    const own = [circumstances.subscription, circumstances.platformSubscription];
    return own.includes(subscriptionId.toLowerCase())
      ? undefined
      : `it joins a network of the subscription ${subscriptionId}`;
  }),
};
