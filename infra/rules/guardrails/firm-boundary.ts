import { parseArmId } from "../../azure/arm-ids";
import { together, type Guardrail } from "../model";

/** What a firm's stack makes at the hub, because a connection has two ends. */
const atTheHub = [
  "azure-native:network:VirtualNetworkPeering",
  "azure-native:privatedns:VirtualNetworkLink",
  "azure-native:dnsresolver:PrivateResolverVirtualNetworkLink",
  "azure-native:dnsresolver:ForwardingRule",
  "azure-native:network:LocalNetworkGateway",
  "azure-native:network:VirtualNetworkGatewayConnection",
];

export const firmBoundary: Guardrail = {
  id: "firm-boundary",
  what: "a stack makes things in its own subscription only; at the hub, its end of connections",
  why: "what firms share, one firm's mistake or theft reaches in the other",
  severity: "error",
  source: "row A07 (two firms share no account, key, vault, subnet or group)",
  remedy: "place it with the firm's provider",
  check: together((resources, { subscription, platformSubscription }) =>
    resources.flatMap((resource) => {
      if (!resource.custom || resource.id?.startsWith("/subscriptions/") !== true) return [];
      const { subscriptionId = "" } = parseArmId(resource.id);
      const place = subscriptionId.toLowerCase();
      if (place === subscription) return [];
      if (place === platformSubscription && atTheHub.includes(resource.type)) return [];
      return [{ resource, met: `it is in the subscription ${subscriptionId}` }];
    }),
  ),
};
