import { Decimal, hoursPerMonth } from "../money";
import { NotPriceable } from "../reading";
import { units } from "../units";
import { type Family, metered, running, used } from "./family";

export const natGateways: Family = {
  name: "NAT gateways",
  group: "network",
  types: ["network:NatGateway"],
  usage: ["monthlyHours", "monthlyDataProcessedGb"],
  *findings(context) {
    yield running(context, "gateway", "NAT gateway", "nat-gateway/hour");
    yield used(
      context,
      "data",
      "NAT gateway, data processed",
      "nat-gateway/data",
      units.gb,
      "monthlyDataProcessedGb",
    );
  },
};

export const firewalls: Family = {
  name: "Firewalls",
  group: "network",
  types: ["network:AzureFirewall"],
  usage: ["monthlyHours", "monthlyDataProcessedGb"],
  *findings(context) {
    const { inputs } = context;
    const tier = inputs.choice("sku.tier") ?? "standard";
    const inHub = inputs.choice("sku.name") === "azfw_hub" || inputs.has("virtualHub");
    const product = inHub ? `firewall-in-hub/${tier}` : `firewall/${tier}`;
    const name = `Firewall ${tier}${inHub ? " in a hub" : ""}`;
    yield running(context, "firewall", name, `${product}/hour`);
    yield used(
      context,
      "data",
      `${name}, data processed`,
      `${product}/data`,
      units.gb,
      "monthlyDataProcessedGb",
    );
  },
};

/** Scale units in the price of a Bastion: https://azure.microsoft.com/pricing/details/azure-bastion */
const includedScaleUnits = new Decimal(2);

export const bastions: Family = {
  name: "Bastions",
  group: "network",
  types: ["network:BastionHost"],
  usage: ["monthlyHours", "monthlyOutboundDataGb"],
  *findings(context) {
    const { inputs, usage } = context;
    const sku = inputs.choice("sku.name") ?? "basic";
    if (sku === "developer") {
      yield { kind: "free", reason: "the Developer SKU of Bastion costs nothing" };
      return;
    }
    if (!["basic", "standard", "premium"].includes(sku))
      throw new NotPriceable(`no Bastion has the SKU "${sku}"`);
    yield running(context, "bastion", `Bastion ${sku}`, `bastion/${sku}/hour`);
    const scale = (inputs.amount("scaleUnits") ?? includedScaleUnits).minus(includedScaleUnits);
    if (scale.gt(0))
      yield metered(
        "scale-units",
        `Bastion ${sku}, scale units above 2`,
        `bastion/${sku}/scale-unit`,
        units.hours,
        scale.times(usage("monthlyHours") ?? hoursPerMonth),
      );
    yield used(
      context,
      "data",
      "Bastion, data sent out",
      "bastion/data",
      units.gb,
      "monthlyOutboundDataGb",
    );
  },
};
