import type { RegisteredResource } from "../../resources/registered";
import { listAt, listIn, valueAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const publicAddress: Guardrail = {
  id: "public-address",
  what: "no machine has a public address",
  why: "people come in through the broker's gateway, which asks for a second factor; a public address goes past it",
  severity: "error",
  source: "Azure review checklists, landing zones: 3c5a808d (no public addresses on machines)",
  remedy: "remove the public address; what a host sends out goes through the NAT gateway",
  check: eachOf(["network:NetworkInterface", "compute:VirtualMachine"], (resource) =>
    configurationsOf(resource)
      .filter(
        (configuration) =>
          valueAt(configuration, "publicIPAddress") !== undefined ||
          valueAt(configuration, "publicIPAddressConfiguration") !== undefined,
      )
      .map((configuration) => `${String(valueAt(configuration, "name"))} has a public address`),
  ),
};

/** A machine can bring its interfaces with it, instead of naming them. */
function configurationsOf(resource: RegisteredResource): readonly unknown[] {
  return [
    ...listAt(resource, "ipConfigurations"),
    ...listAt(resource, "networkProfile.networkInterfaceConfigurations").flatMap((one) =>
      listIn(one, "ipConfigurations"),
    ),
  ];
}
