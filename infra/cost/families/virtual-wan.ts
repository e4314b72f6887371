import { hoursPerMonth, one } from "../money";
import type { Relation } from "../program";
import { units } from "../units";
import { type Family, metered, running, used } from "./family";

const inHub: Relation = { types: ["network:VirtualHub"], by: ["virtualHub.id"] };

export const virtualHubs: Family = {
  name: "Virtual hubs",
  group: "network",
  types: ["network:VirtualHub"],
  usage: ["monthlyHours", "monthlyDataProcessedGb"],
  *findings(context) {
    const sku = context.inputs.choice("sku") ?? "standard";
    if (sku === "basic") {
      yield { kind: "free", reason: "a basic hub costs nothing; its gateways do" };
      return;
    }
    yield running(context, "hub", "Virtual hub", "virtual-wan/hub");
    yield used(
      context,
      "data",
      "Virtual hub, data processed",
      "virtual-wan/hub/data",
      units.gb,
      "monthlyDataProcessedGb",
    );
  },
};

export const expressRouteGateways: Family = {
  name: "ExpressRoute gateways of hubs",
  group: "network",
  types: ["network:ExpressRouteGateway"],
  owner: inHub,
  usage: [],
  *findings({ inputs }) {
    const scale = inputs.amount("autoScaleConfiguration.bounds.min") ?? one;
    const name = "ExpressRoute gateway, scale units of 2 Gbps";
    yield metered("scale-units", name, "express-route/scale-unit", units.scaleUnits, scale);
  },
};

export const expressRouteConnections: Family = {
  name: "ExpressRoute connections of hubs",
  group: "network",
  types: ["network:ExpressRouteConnection"],
  usage: ["monthlyHours"],
  owner: { types: ["network:ExpressRouteGateway"], by: ["expressRouteGatewayName"] },
  *findings(context) {
    yield running(context, "connection", "ExpressRoute connection", "express-route/connection");
  },
};

export const hubVpnGateways: Family = {
  name: "Site-to-site gateways of hubs",
  group: "network",
  types: ["network:VpnGateway"],
  owner: inHub,
  usage: [],
  *findings({ inputs }) {
    const scale = inputs.amount("vpnGatewayScaleUnit") ?? one;
    const name = "Site-to-site gateway, scale units of 500 Mbps";
    yield metered("scale-units", name, "virtual-wan/s2s-scale-unit", units.scaleUnits, scale);
    const connections = inputs.size("connections");
    if (connections > 0)
      yield metered(
        "connections",
        "Site-to-site connections",
        "virtual-wan/s2s-connection",
        units.hours,
        hoursPerMonth.times(connections),
      );
  },
};

export const hubVpnConnections: Family = {
  name: "Site-to-site connections of hubs",
  group: "network",
  types: ["network:VpnConnection"],
  usage: ["monthlyHours"],
  owner: { types: ["network:VpnGateway"], by: ["gatewayName"] },
  *findings(context) {
    yield running(context, "connection", "Site-to-site connection", "virtual-wan/s2s-connection");
  },
};

export const pointToSiteGateways: Family = {
  name: "Point-to-site gateways of hubs",
  group: "network",
  types: ["network:P2sVpnGateway"],
  owner: inHub,
  usage: ["monthlyP2sConnectionsHours"],
  *findings(context) {
    const scale = context.inputs.amount("vpnGatewayScaleUnit") ?? one;
    const name = "Point-to-site gateway, scale units of 500 Mbps";
    yield metered("scale-units", name, "virtual-wan/p2s-scale-unit", units.scaleUnits, scale);
    yield used(
      context,
      "connections",
      "Point-to-site connections",
      "virtual-wan/p2s-connection",
      units.hours,
      "monthlyP2sConnectionsHours",
    );
  },
};
