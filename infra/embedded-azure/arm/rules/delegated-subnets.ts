import { keyOf } from "../../store/resources";
import { textOf } from "../../values/json";
import type { Json } from "../../values/property";
import { isArray, isJsonObject, valueAt } from "../../values/property";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import { networksOfSubnet } from "../subnets";
import { usesIn } from "../uses";
import type { Resources } from "../../store/resources";
import type { Rule } from "../world";

/** A service that stands only in subnets that were handed over to it, by the property that names the subnet. */
interface DelegatedSubnet {
  readonly type: string;
  readonly property: RegExp;
  readonly service: string;
  /** Longest prefix, which is the smallest subnet. */
  readonly longestPrefix: number;
  readonly source: string;
}

const delegated: readonly DelegatedSubnet[] = [
  {
    type: "Microsoft.App/managedEnvironments",
    property: /infrastructureSubnetId$/i,
    service: "Microsoft.App/environments",
    // With workload profiles; others are not made any more.
    longestPrefix: 27,
    source: "https://learn.microsoft.com/azure/container-apps/networking#subnet",
  },
];

// What Azure refuses is documented; the codes it refuses it with are not, and stand here for them.

/** A service gets a subnet that is delegated to it, large enough, and used by nobody else. */
export const delegatedSubnetsFit: Rule = ({ resources }, { wish, parts }) => {
  const row = delegated.find(({ type }) => keyOf(type) === keyOf(parts.type));
  if (row === undefined) return;
  for (const { property, target } of usesIn(wish.body)) {
    if (!row.property.test(property)) continue;
    if (!isDelegated(resources, target, row.service))
      throw new ArmError(
        400,
        "ManagedEnvironmentSubnetDelegationError",
        `The subnet ${target} must be delegated to the service '${row.service}'.`,
      );
    const small = networksOfSubnet(resources, target).find(
      ({ prefix }) => prefix > row.longestPrefix,
    );
    if (small !== undefined)
      throw new ArmError(
        400,
        "ManagedEnvironmentInvalidNetworkConfiguration",
        `The subnet ${small.text} of ${wish.id} is too small: it must be /${row.longestPrefix} or larger.`,
      );
    const other = resources
      .usersOf(target)
      .find(
        ({ source, property: place }) =>
          keyOf(source) !== keyOf(wish.id) &&
          row.property.test(place) &&
          keyOf(partsOf(source)?.type ?? "") === keyOf(row.type),
      );
    if (other !== undefined)
      throw new ArmError(
        409,
        "ManagedEnvironmentSubnetInUse",
        `The subnet ${target} is in use by ${other.source}, and is one environment's alone.`,
      );
  }
};

/** Interfaces and endpoints stand in no subnet that was handed over. */
export const delegatedSubnetsAreKept: Rule = ({ resources }, { wish, parts }) => {
  if (!/^microsoft\.network\/(networkinterfaces|privateendpoints)$/i.test(parts.type)) return;
  for (const { target } of usesIn(wish.body)) {
    const subnet = resources.get(target);
    if (subnet === undefined || !/\/virtualNetworks\/subnets$/i.test(subnet.type)) continue;
    const [service] = servicesOf(resources, target);
    if (service !== undefined)
      throw new ArmError(
        400,
        "SubnetWithDelegationsCannotBeUsed",
        `Subnet ${target} is delegated to ${service} and cannot hold ${wish.id}.`,
      );
  }
};

function isDelegated(resources: Resources, subnetId: string, service: string): boolean {
  return servicesOf(resources, subnetId).some((one) => keyOf(one) === keyOf(service));
}

function servicesOf(resources: Resources, subnetId: string): readonly string[] {
  const list = valueAt(resources.get(subnetId)?.body, "delegations");
  return (isArray<Json>(list) ? list : [])
    .filter(isJsonObject)
    .map((each) => textOf(each["serviceName"]));
}
