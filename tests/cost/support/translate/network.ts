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

export function bastion(fact: CaseFact): Translation {
  return {
    resources: [
      resource("network:BastionHost", {
        location: fact.region,
        sku: { name: attributesOf(fact).text("sku") ?? "Basic" },
      }),
    ],
    place: byName({ "Bastion host": "bastion", "Outbound data transfer": "data" }),
  };
}

export function natGateway(fact: CaseFact): Translation {
  return {
    resources: [
      resource("network:NatGateway", { location: fact.region, sku: { name: "Standard" } }),
    ],
    place: byName({ "NAT gateway": "gateway", "Data processed": "data" }),
  };
}

export function virtualNetworkGateway(fact: CaseFact): Translation {
  const attributes = attributesOf(fact);
  return {
    resources: [
      resource("network:VirtualNetworkGateway", {
        location: fact.region,
        gatewayType: attributes.text("type"),
        sku: { name: attributes.text("sku"), tier: attributes.text("sku") },
      }),
    ],
    place: byName({
      "VPN gateway (": "gateway",
      "VPN gateway P2S": "clients",
      "VPN gateway data": "data",
    }),
  };
}

export function expressRouteGateway(fact: CaseFact): Translation {
  return {
    resources: [
      resource("network:ExpressRouteGateway", {
        location: fact.region,
        autoScaleConfiguration: { bounds: { min: attributesOf(fact).number("scale_units") } },
      }),
    ],
    place: byName({ "ER scale units": "scale-units" }),
  };
}

export function expressRouteConnection(fact: CaseFact): Translation {
  const gateway = relatedOf(fact, "azurerm_express_route_gateway");
  return {
    resources: [
      resource("network:ExpressRouteConnection", { expressRouteGatewayName: "gateway" }),
      resource(
        "network:VirtualHub",
        { location: gateway?.text("location") ?? fact.region, sku: "Basic" },
        "hub",
      ),
    ],
    place: byName({ "ER Connections": "connection" }),
  };
}

export function zone(type: string): (fact: CaseFact) => Translation {
  return () => ({
    resources: [resource(type, { location: "global" })],
    place: byName({ "Hosted zone": "zone" }),
  });
}

export function record(type: string): (fact: CaseFact) => Translation {
  return () => ({
    resources: [resource(type, { zoneName: "zone" })],
    place: byName({ "DNS queries": "queries" }),
  });
}

export function loadBalancer(fact: CaseFact): Translation {
  return {
    resources: [
      resource("network:LoadBalancer", {
        location: fact.region,
        sku: { name: attributesOf(fact).text("sku") },
      }),
    ],
    place: byName({ "Data processed": "data" }),
  };
}

export function ddosPlan(fact: CaseFact): Translation {
  return {
    resources: [resource("network:DdosProtectionPlan", { location: fact.region })],
    place: byName({ "DDoS Protection Plan": "plan", "Overage charges": "overage" }),
  };
}

export function publicAddress(fact: CaseFact): Translation {
  const attributes = attributesOf(fact);
  return {
    resources: [
      resource("network:PublicIPAddress", {
        location: fact.region,
        sku: { name: attributes.text("sku") ?? "Basic", tier: attributes.text("sku_tier") },
        publicIPAllocationMethod: attributes.text("allocation_method"),
      }),
    ],
    place: byName({ "IP address": "address" }),
  };
}

export function addressPrefix(fact: CaseFact): Translation {
  return {
    resources: [
      resource("network:PublicIPPrefix", {
        location: fact.region,
        prefixLength: attributesOf(fact).number("prefix_length"),
      }),
    ],
    place: byName({ "IP prefix": "prefix" }),
  };
}

export function networkWatcher(fact: CaseFact): Translation {
  return {
    resources: [resource("network:NetworkWatcher", { location: fact.region })],
    place: byName({ "Network diagnostic tool": "checks" }),
  };
}

/** The loop's key says what its expressions would: whether traffic is analysed, and how often. */
export function flowLog(fact: CaseFact): Translation {
  const key = typeof fact.each === "string" ? fact.each : "";
  const interval = /interval-(\d+)/.exec(key)?.[1];
  return {
    resources: [
      resource("network:FlowLog", {
        enabled: true,
        networkWatcherName: attributesOf(fact).text("network_watcher_name"),
        flowAnalyticsConfiguration: {
          networkWatcherFlowAnalyticsConfiguration: {
            enabled: interval !== undefined,
            trafficAnalyticsInterval: interval === undefined ? undefined : Number(interval),
          },
        },
      }),
    ],
    usage: { [subject]: usageOfCase(fact.usage) },
    place: byName({ "Network logs collected": "logs", "Traffic Analytics": "traffic-analytics" }),
  };
}
