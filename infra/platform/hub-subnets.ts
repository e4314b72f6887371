import { addressAt, carve, type Network } from "../azure/network";

/** The hub's parts; all are kept free, so that a switch turned on later moves nothing. */
export interface HubSubnets {
  /** Machines that firms share nothing of but their reach, such as a licence server. */
  readonly servers: Network;
  readonly gateway: Network;
  readonly firewall: Network;
  readonly bastion: Network;
  /** Answers offices' questions about private names. */
  readonly resolverInbound: Network;
  /** Asks offices' domain controllers. */
  readonly resolverOutbound: Network;
}

/**
 * Cuts up the hub's network; a /24 is enough. Least sizes: firewall and bastion /26, VPN gateway /27 and the
 * resolver's endpoints /28, each by its page on https://learn.microsoft.com/azure. A part added later must not be
 * larger than the smallest one here, or it moves the others.
 */
export function hubSubnets(hubNetwork: Network): HubSubnets {
  return carve(hubNetwork, [
    { name: "bastion", prefix: 26 },
    { name: "firewall", prefix: 26 },
    { name: "gateway", prefix: 27 },
    { name: "servers", prefix: 27 },
    { name: "resolverInbound", prefix: 28 },
    { name: "resolverOutbound", prefix: 28 },
  ]);
}

/** Azure keeps the first four addresses of every subnet for itself. */
const firstUsable = 4;

/** Where the platform's DNS resolver answers, for ever: offices write it into their DNS servers. */
export function resolverAddress(hubNetwork: Network): string {
  return addressAt(hubSubnets(hubNetwork).resolverInbound, firstUsable);
}
