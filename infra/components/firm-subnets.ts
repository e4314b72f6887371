import { carve, type Network } from "../azure/network";

/** The firm's parts of its network. */
export interface FirmSubnets {
  /** Session hosts. */
  readonly sessions: Network;
  /** Private endpoints of what hosts use. */
  readonly endpoints: Network;
  /** A file server, where the firm has one. */
  readonly files: Network;
  /** Servers that the firm brings along, such as its domain controllers. */
  readonly servers: Network;
  /** The container that rehearses restores, where the firm has one. */
  readonly rehearsal: Network;
}

/**
 * Half of the network for hosts; of the other half 32 addresses for endpoints, 16 for a file server, 16 for servers
 * that the firm brings along; the last quarter begins with 32 for the container that rehearses restores. What is there
 * stays where it is: new parts go into that quarter.
 */
export function firmSubnets(addressSpace: Network): FirmSubnets {
  const { prefix } = addressSpace;
  const { last } = carve(addressSpace, [
    { name: "half", prefix: prefix + 1 },
    { name: "first", prefix: prefix + 2 },
    { name: "last", prefix: prefix + 2 },
  ]);
  return {
    ...carve(addressSpace, [
      { name: "sessions", prefix: prefix + 1 },
      { name: "endpoints", prefix: 27 },
      { name: "files", prefix: 28 },
      { name: "servers", prefix: 28 },
    ]),
    ...carve(last, [{ name: "rehearsal", prefix: 27 }]),
  };
}
