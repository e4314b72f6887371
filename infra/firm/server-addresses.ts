import type { Address, Network } from "../azure/network";
import { formatAddress } from "../azure/network";
import type { AddressRange } from "./site";

/**
 * The part of a firm's network for servers is a /28 of the second half, behind a /27 for private endpoints and a /28
 * for the file server (`firmSubnets` cuts it so). Azure keeps the first four addresses of a subnet and the last one.
 */
const firstServer = 48 + 4;
const lastServer = 48 + 14;

/** Addresses that servers of the firm's own may have. */
export function serverAddresses({ first, size }: Network): AddressRange {
  return {
    from: addressOf(first + size / 2 + firstServer),
    until: addressOf(first + size / 2 + lastServer),
  };
}

export function addressOf(value: number): Address {
  return { kind: "address", text: formatAddress(value), value };
}

export function inRange({ from, until }: AddressRange, { value }: Address): boolean {
  return from.value <= value && value <= until.value;
}
