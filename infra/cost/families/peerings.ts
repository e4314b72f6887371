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
  usage: ["monthlyIngressDataTransferGb", "monthlyEgressDataTransferGb", "monthlyDataTransferGb"],
  *findings(context) {
    const { usage } = context;
    const scope = scopeOf(context);
    const name = scope === "global" ? "Peering with another region" : "Peering";
    const directions = [
      ["in", "data received", "monthlyIngressDataTransferGb"],
      ["out", "data sent", "monthlyEgressDataTransferGb"],
    ] as const;
    for (const [slot, words, key] of directions) {
      // One number may stand for both directions.
      const both = usage(key) === undefined && usage("monthlyDataTransferGb") !== undefined;
      yield used(
        context,
        slot,
        `${name}, ${words}`,
        `peering/${scope}/${slot}`,
        units.gb,
        both ? "monthlyDataTransferGb" : key,
      );
    }
  },
};

function scopeOf({ program, resource }: Context): "same-region" | "global" {
  const here = program.regionOf(resource, own);
  const network = program.related(resource, remote);
  const there = network === undefined ? undefined : program.regionOf(network);
  return here === undefined || there === undefined || here === there ? "same-region" : "global";
}
