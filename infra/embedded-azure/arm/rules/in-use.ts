import { ArmError } from "../error";
import { partsOf } from "../existence";
import type { World } from "../world";

/** Azure's codes for deleting something in use; https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors */
const codes: readonly (readonly [type: RegExp, code: string])[] = [
  [/\/virtualNetworks\/subnets$/i, "InUseSubnetCannotBeDeleted"],
  [/\/networkSecurityGroups$/i, "InUseNetworkSecurityGroupCannotBeDeleted"],
  [/\/routeTables$/i, "InUseRouteTableCannotBeDeleted"],
  [/\/publicIPAddresses$/i, "PublicIPAddressCannotBeDeleted"],
  [/\/natGateways$/i, "InUseNatGatewayCannotBeDeleted"],
  [/\/networkInterfaces$/i, "NicInUse"],
  [/\/disks$/i, "OperationNotAllowed"],
];

/** Azure's refusal to delete what others still use. */
export function inUse({ resources }: World, target: string, sources: readonly string[]): ArmError {
  const id = resources.get(target)?.id ?? target;
  const type = partsOf(id)?.type ?? "";
  const code = codes.find(([pattern]) => pattern.test(type))?.[1] ?? "ResourceInUse";
  const shown = sources.slice(0, 5).join(", ");
  const more = sources.length > 5 ? ` and ${sources.length - 5} more` : "";
  return new ArmError(
    code === "ResourceInUse" ? 409 : 400,
    code,
    `${id} is in use by ${shown}${more} and cannot be deleted. Delete or detach what uses it first.`,
  );
}
