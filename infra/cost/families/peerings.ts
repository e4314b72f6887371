import type { Context, Family } from "./family";
import { used } from "./family";
import { units } from "../units";

const own = { types: ["network:VirtualNetwork"], by: ["virtualNetworkName"] } as const;
const remote = { types: ["network:VirtualNetwork"], by: ["remoteVirtualNetwork.id"] } as const;

/** Both sides of a peering pay what they send and what they receive. */
export const peerings: Family = {
  name: "Network peerings",
  group: "network",
  types: ["network:VirtualNetworkPeering"],
  owner: own,
  usage: ["monthlyIngressDataTransferGb", "monthlyEgressDataTransferGb"],
  *findings(context) {
    const scope = scopeOf(context);
    const name = scope === "global" ? "Peering with another region" : "Peering";
    yield used(
      context,
      "in",
      `${name}, data received`,
      `peering/${scope}/in`,
      units.gb,
      "monthlyIngressDataTransferGb",
    );
    yield used(
      context,
      "out",
      `${name}, data sent`,
      `peering/${scope}/out`,
      units.gb,
      "monthlyEgressDataTransferGb",
    );
  },
};

function scopeOf({ program, resource }: Context): "same-region" | "global" {
  const here = program.regionOf(resource, own);
  const network = program.related(resource, remote);
  const there = network === undefined ? undefined : program.regionOf(network);
  return here === undefined || there === undefined || here === there ? "same-region" : "global";
}
