import { listAt, valueAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const publicAddress: Guardrail = {
  id: "public-address",
  what: "no machine has a public address",
  why: "people come in through the broker's gateway, which asks for a second factor; a public address goes past it",
  severity: "error",
  source: "Azure review checklists, landing zones: 3c5a808d (no public IPs on machines)",
  remedy: "remove publicIPAddress; what a host sends out goes through the NAT gateway",
  check: eachOf(["network:NetworkInterface"], (networkInterface) =>
    listAt(networkInterface, "ipConfigurations")
      .filter((configuration) => valueAt(configuration, "publicIPAddress") !== undefined)
      .map((configuration) => `${String(valueAt(configuration, "name"))} has a public address`),
  ),
};
