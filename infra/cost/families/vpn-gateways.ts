import type { Finding } from "../model";
import { Decimal, one, zero } from "../money";
import { NotPriceable } from "../reading";
import { units } from "../units";
import { type Context, type Family, metered, running, used } from "./family";

/** Point-to-site and site-to-site tunnels in the price of a gateway: https://azure.microsoft.com/pricing/details/vpn-gateway */
const includedClients = new Decimal(128);
const includedSites = 10;

const toGateway = {
  types: ["network:VirtualNetworkGateway"],
  by: ["virtualNetworkGateway1.id"],
} as const;

export const virtualNetworkGateways: Family = {
  name: "VPN and ExpressRoute gateways",
  group: "network",
  types: ["network:VirtualNetworkGateway"],
  usage: ["monthlyHours", "p2sConnection", "monthlyDataTransferGb"],
  *findings(context) {
    const { inputs } = context;
    const sku = inputs.text("sku.name");
    if (sku === undefined) throw new NotPriceable("sku.name is missing");
    const type = inputs.choice("gatewayType") ?? "vpn";
    if (type === "expressroute") {
      yield running(
        context,
        "gateway",
        `ExpressRoute gateway ${sku}`,
        meterOf("express-route", sku),
      );
      return;
    }
    if (type !== "vpn")
      throw new NotPriceable(`no price of a gateway of the type "${type}" is known`);
    yield running(context, "gateway", `VPN gateway ${sku}`, meterOf("vpn", sku));
    yield used(
      context,
      "clients",
      "VPN gateway, point-to-site tunnels above 128",
      "vpn/p2s-tunnel",
      units.tunnels,
      "p2sConnection",
      { above: includedClients },
    );
    yield used(
      context,
      "data",
      "VPN gateway, data sent to other networks",
      "vpn/data",
      units.gb,
      "monthlyDataTransferGb",
    );
  },
};

function meterOf(kind: string, sku: string): string {
  return `${kind}/gateway/${sku.toLowerCase()}`;
}

export const gatewayConnections: Family = {
  name: "Gateway connections",
  group: "network",
  types: ["network:VirtualNetworkGatewayConnection"],
  owner: toGateway,
  usage: ["s2sTunnel"],
  *findings(context) {
    const type = context.inputs.choice("connectionType") ?? "ipsec";
    if (type === "ipsec") yield sites(context);
    else if (type === "vnet2vnet")
      yield { kind: "free", reason: "the data it carries is billed with the gateways" };
    else if (type === "expressroute")
      yield { kind: "free", reason: "the circuit and the gateway are billed" };
    else throw new NotPriceable(`no price of a connection of the type "${type}" is known`);
  },
};

/** The first ten site-to-site connections of a gateway are included; which ones they are does not matter. */
function sites(context: Context): Finding {
  const name = "VPN gateway, site-to-site tunnels above 10";
  const meter = "vpn/s2s-tunnel";
  const said = context.usage("s2sTunnel");
  if (said !== undefined)
    return {
      ...metered(
        "tunnels",
        name,
        meter,
        units.tunnels,
        said.minus(includedSites).clampedTo(0, Infinity),
      ),
      usageBased: true,
    };
  const quantity = rank(context) < includedSites ? zero : one;
  return metered("tunnels", name, meter, units.tunnels, quantity);
}

function rank({ program, resource }: Context): number {
  const gateway = program.related(resource, toGateway);
  return program
    .ofTypes(["network:VirtualNetworkGatewayConnection"])
    .filter(
      (other) =>
        (other.inputs.reference("connectionType") ?? "ipsec").toLowerCase() === "ipsec" &&
        program.related(other, toGateway) === gateway,
    )
    .indexOf(resource);
}
