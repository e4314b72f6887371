import type { Network } from "../../../azure/network";
import { contains, overlaps, parseNetwork } from "../../../azure/network";
import { keyOf } from "../../store/resources";
import type { Json, JsonObject } from "../../values/property";
import { isArray, isJsonObject } from "../../values/property";
import { ArmError } from "../error";
import type { Subnet } from "../subnets";
import { addressSpaceOf, inlineSubnets, networksOf, subnetsOf } from "../subnets";
import type { Rule } from "../world";

/** A subnet lies in its virtual network and overlaps no other; a network keeps room for its subnets. */
export const subnetsFit: Rule = ({ resources }, { wish, parts, name }) => {
  switch (keyOf(parts.type)) {
    case "microsoft.network/virtualnetworks": {
      refuseMalformed(prefixesOf(wish.body["addressSpace"]));
      const space = addressSpaceOf(wish.body);
      const others = subnetsOf(resources, wish.id, wish.body);
      for (const subnet of [...others, ...inlineSubnets(wish.body)]) {
        refuseOutside(subnet, space, name);
        refuseOverlap(subnet, others, name);
      }
      return;
    }
    case "microsoft.network/virtualnetworks/subnets": {
      refuseMalformed([
        wish.body["addressPrefix"] ?? "",
        ...(isArray<Json>(wish.body["addressPrefixes"]) ? wish.body["addressPrefixes"] : []),
      ]);
      const network = resources.get(parts.parentId ?? "");
      if (network === undefined) return;
      const subnet = { name, networks: networksOf(wish.body) };
      refuseOutside(subnet, addressSpaceOf(network.body), network.name);
      refuseOverlap(subnet, subnetsOf(resources, network.id, network.body), network.name);
      return;
    }
    default:
  }
};

function refuseOutside(subnet: Subnet, space: readonly Network[], networkName: string): void {
  if (subnet.networks.every((inner) => space.some((outer) => contains(outer, inner)))) return;
  throw new ArmError(
    400,
    "NetcfgSubnetRangeOutsideVnet",
    `Subnet '${subnet.name}' is not valid because its IP address range ${textOf(subnet.networks)} is outside the IP address range ${textOf(space)} of virtual network '${networkName}'.`,
  );
}

function refuseOverlap(subnet: Subnet, others: readonly Subnet[], networkName: string): void {
  for (const other of others)
    if (
      keyOf(other.name) !== keyOf(subnet.name) &&
      subnet.networks.some((a) => other.networks.some((b) => overlaps(a, b)))
    )
      throw new ArmError(
        400,
        "NetcfgSubnetRangesOverlap",
        `Subnet '${subnet.name}' is not valid because its IP address range ${textOf(subnet.networks)} overlaps with that of an existing subnet '${other.name}' in virtual network '${networkName}'.`,
      );
}

function refuseMalformed(prefixes: readonly Json[]): void {
  for (const text of prefixes) {
    if (typeof text !== "string" || text === "" || text.includes(":")) continue;
    const network = parseNetwork(text);
    if (network.kind === "problem")
      throw new ArmError(
        400,
        "InvalidCIDRNotation",
        `The address prefix ${text} is not a valid CIDR notation: ${network.reason}.`,
      );
  }
}

function prefixesOf(space: Json | undefined): readonly Json[] {
  const prefixes = isJsonObject(space)
    ? (space satisfies JsonObject)["addressPrefixes"]
    : undefined;
  return isArray<Json>(prefixes) ? prefixes : [];
}

function textOf(networks: readonly Network[]): string {
  return networks.map(({ text }) => text).join(", ");
}
