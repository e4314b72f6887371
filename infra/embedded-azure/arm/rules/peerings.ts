import { overlaps } from "../../../azure/network";
import { keyOf } from "../../store/resources";
import type { Resource } from "../../store/resources";
import { textOf } from "../../values/json";
import { valueAt } from "../../values/property";
import type { JsonObject } from "../../values/property";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import { addressSpaceOf } from "../subnets";
import type { Effect, Rule, World } from "../world";

// https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview: Initiated as long
// as it is alone, Connected once the other half is there, Disconnected when that one goes.

const peeringType = "microsoft.network/virtualnetworks/virtualnetworkpeerings";

/** Two networks are peered only if that can work; https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering#requirements-and-constraints */
export const networksCanPeer: Rule = (world, { wish, parts, previous }) => {
  if (keyOf(parts.type) !== peeringType) return;
  const { resources } = world;
  const local = resources.get(parts.parentId ?? "");
  const remote = resources.get(remoteOf(wish.body));
  if (local === undefined || remote === undefined) return;

  const spaces = addressSpaceOf(remote.body);
  if (addressSpaceOf(local.body).some((one) => spaces.some((other) => overlaps(one, other))))
    throw new ArmError(
      400,
      "VnetAddressSpacesOverlap",
      `Cannot create or update peering ${wish.id}. Virtual networks ${local.id} and ${remote.id} cannot be peered because their address spaces overlap.`,
    );
  const other = otherHalf(world, local.id, remote.id);
  // https://github.com/hashicorp/terraform/issues/18091
  if (previous === undefined && other?.body["peeringState"] === "Disconnected")
    throw new ArmError(
      400,
      "RemotePeeringIsDisconnected",
      `Cannot create or update peering ${wish.id} because remote peering ${other.id} referencing parent virtual network ${local.id} is in Disconnected state. Update or re-create the remote peering to get it back to Initiated state. Peering gets Disconnected when remote vnet or remote peering is deleted and re-created.`,
    );
  // https://github.com/hashicorp/terraform/issues/30569
  if (wish.body["useRemoteGateways"] === true && !hasGateway(world, remote.id))
    throw new ArmError(
      400,
      "RemoteVnetHasNoGateways",
      `Peering ${wish.id} cannot have UseRemoteGateway flag set to true because remote virtual network ${remote.id} referenced by the peering does not have any gateways.`,
    );
};

/** The half that was there first is Connected now. */
export const connectsOther: Effect = (world, { wish, parts }) => {
  setOther(world, parts.parentId ?? "", remoteOf(wish.body), "Connected");
};

/** The half that stays is Disconnected. */
export function disconnectOther(world: World, { id, body }: Resource): void {
  setOther(world, partsOf(id)?.parentId ?? "", remoteOf(body), "Disconnected");
}

function setOther(world: World, local: string, remote: string, peeringState: string): void {
  const other = otherHalf(world, local, remote);
  if (other === undefined || other.body["peeringState"] === peeringState) return;
  world.resources.put(
    { ...other, body: { ...other.body, peeringState } },
    world.resources.usesOf(other.id),
  );
}

/** The peering from the remote network back to this one. */
export function otherHalf(
  { resources }: World,
  local: string,
  remote: string,
): Resource | undefined {
  return resources
    .below(`${remote}/virtualNetworkPeerings`)
    .find(({ body }) => keyOf(remoteOf(body)) === keyOf(local));
}

function remoteOf(body: JsonObject): string {
  return textOf(valueAt(body, "remoteVirtualNetwork.id"));
}

function hasGateway({ resources }: World, networkId: string): boolean {
  return resources
    .usersOf(`${networkId}/subnets/GatewaySubnet`)
    .some(({ source }) => /\/virtualNetworkGateways$/i.test(partsOf(source)?.type ?? ""));
}
