import { addressIn, parseAddress } from "../../azure/network";
import { keyOf } from "../store/resources";
import type { Resources } from "../store/resources";
import { digest } from "./digest";
import { ArmError } from "./error";
import { networksOfSubnet } from "./subnets";

/**
 * Addresses Azure keeps at the start and at the end of each subnet:
 * https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq#are-there-any-restrictions-on-using-ip-addresses-within-these-subnets
 */
const keptFirst = 4;
const keptLast = 1;

/** An address in a subnet, and the claim that makes it one resource's own. */
export interface PrivateAddress {
  readonly text: string;
  readonly claim: string;
}

/**
 * A free address of a subnet: the same for the same holder as long as it is free, so that no result
 * depends on who came first.
 *
 * @param holder id of the network interface.
 * @param use tells the holder's addresses apart.
 * @throws {ArmError} when every address of the subnet is taken.
 */
export function freeAddress(
  resources: Resources,
  subnetId: string,
  holder: string,
  use: string,
): PrivateAddress | undefined {
  for (const network of networksOfSubnet(resources, subnetId)) {
    const usable = network.size - keptFirst - keptLast;
    const start = digest(`${keyOf(holder)} ${keyOf(use)}`);
    for (let step = 0; step < usable; step++) {
      const text = addressText(network.first + keptFirst + ((start + step) % usable));
      const claim = claimOf(text, subnetId);
      if (resources.holdersOf(claim).every((other) => keyOf(other) === keyOf(holder)))
        return { text, claim };
    }
    throw new ArmError(
      400,
      "SubnetIsFull",
      `Subnet ${subnetId} with address prefix ${network.text} does not have enough capacity for 1 IP addresses.`,
    );
  }
  return undefined;
}

/**
 * The address a program asks for.
 *
 * @throws {ArmError} when it is not one the subnet has to give.
 */
export function askedAddress(resources: Resources, subnetId: string, text: string): PrivateAddress {
  const address = parseAddress(text);
  const networks = networksOfSubnet(resources, subnetId);
  const fits =
    address.kind === "address" && networks.some((network) => addressIn(network, address));
  if (!fits && networks.length > 0)
    throw new ArmError(
      400,
      "PrivateIPAddressNotInSubnet",
      `Private static IP address ${text} does not belong to the range of subnet prefix ${networks.map((network) => network.text).join(", ")}.`,
    );
  return { text, claim: claimOf(text, subnetId) };
}

function claimOf(text: string, subnetId: string): string {
  return `private address ${text} ${keyOf(subnetId)}`;
}

function addressText(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}
