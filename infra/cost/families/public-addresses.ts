import { NotPriceable } from "../reading";
import { units } from "../units";
import { type Family, running, used } from "./family";

export const publicAddresses: Family = {
  name: "Public addresses",
  group: "network",
  types: ["network:PublicIPAddress"],
  usage: ["monthlyHours", "monthlyInternetEgressGb"],
  *findings(context) {
    const { inputs, usage } = context;
    if (inputs.choice("ddosSettings.protectionMode") === "enabled")
      yield running(context, "ddos", "DDoS protection of an address", "ddos/address");
    if (inputs.choice("publicIPAddressVersion") === "ipv6")
      yield { kind: "free", reason: "public IPv6 addresses cost nothing" };
    else if (inputs.has("publicIPPrefix"))
      yield { kind: "free", reason: "the prefix it comes from is billed" };
    else {
      const sku = inputs.choice("sku.name") ?? "basic";
      const tier = inputs.choice("sku.tier") ?? "regional";
      const allocation = inputs.choice("publicIPAllocationMethod") ?? "dynamic";
      const name = `Public address, ${sku} ${allocation}${tier === "global" ? " global" : ""}`;
      yield running(context, "address", name, `public-address/${sku}/${allocation}/${tier}`);
    }
    if (usage("monthlyInternetEgressGb") !== undefined)
      yield used(
        context,
        "egress",
        "Data sent to the internet",
        "egress/microsoft-network",
        units.gb,
        "monthlyInternetEgressGb",
      );
  },
};

export const addressPrefixes: Family = {
  name: "Public address prefixes",
  group: "network",
  types: ["network:PublicIPPrefix"],
  usage: ["monthlyHours"],
  *findings(context) {
    const { inputs } = context;
    if (inputs.choice("publicIPAddressVersion") === "ipv6") {
      yield { kind: "free", reason: "public IPv6 addresses cost nothing" };
      return;
    }
    const length = inputs.count("prefixLength") ?? 28;
    if (length < 20 || length > 32) throw new NotPriceable(`no prefix has the length ${length}`);
    yield running(
      context,
      "prefix",
      `Public address prefix /${length}`,
      `public-address/prefix/${length}`,
    );
  },
};
