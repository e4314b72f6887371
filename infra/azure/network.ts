/** Not exported, so that no other module can make a network by hand. */
const parsed: unique symbol = Symbol("parsed");

/** An IPv4 network whose host bits are zero; only {@link parseNetwork} and {@link carve} make one. */
export interface Network {
  readonly kind: "network";
  /** Canonical text, e.g. `10.64.8.0/23`. */
  readonly text: string;
  /** First and last address as unsigned 32-bit numbers. */
  readonly first: number;
  readonly last: number;
  /** Length of the network part, 0 to 32 bits. */
  readonly prefix: number;
  /** Number of addresses, network and broadcast address included. */
  readonly size: number;
  readonly [parsed]: true;
}

export interface NetworkProblem {
  readonly kind: "problem";
  /** What is wrong and what would be right, without a full stop. */
  readonly reason: string;
}

/** An IPv4 address. */
export interface Address {
  readonly kind: "address";
  readonly text: string;
  /** Unsigned 32-bit number. */
  readonly value: number;
}

/** Reads a network in CIDR form; the reason of a problem says what to write instead. */
export function parseNetwork(text: string): Network | NetworkProblem {
  const [, addressText, prefixText] = /^([^/]*)\/(\d+)$/.exec(text) ?? [];
  if (addressText === undefined || prefixText === undefined)
    return problem(`"${text}" is not an IPv4 network, write it like 10.64.8.0/23`);
  const address = parseAddress(addressText);
  if (address.kind === "problem") return address;
  const prefix = Number(prefixText);
  if (prefix > 32 || String(prefix) !== prefixText)
    return problem(`"/${prefixText}" in "${text}" is not a prefix length, use 0 to 32`);
  const size = 2 ** (32 - prefix);
  const network = makeNetwork(address.value - (address.value % size), prefix);
  return network.text === text
    ? network
    : problem(`"${text}" has bits set beyond its prefix, the network is ${network.text}`);
}

/** Reads a dotted-quad address; leading zeros are refused because some readers take them for octal. */
export function parseAddress(text: string): Address | NetworkProblem {
  const octets = text.split(".");
  const legal = octets.length === 4 && octets.every((octet) => /^(0|[1-9]\d{0,2})$/.test(octet));
  if (!legal || octets.some((octet) => Number(octet) > 255))
    return problem(`"${text}" is not an IPv4 address, write four numbers from 0 to 255`);
  return {
    kind: "address",
    text,
    value: octets.reduce((value, octet) => value * 256 + Number(octet), 0),
  };
}

/** The text of an address given as an unsigned 32-bit number. */
export function formatAddress(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}

/** Whether two networks share an address. */
export function overlaps(a: Network, b: Network): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** Whether every address of the inner network lies in the outer one; a network contains itself. */
export function contains(outer: Network, inner: Network): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether an address lies in a network. */
export function addressIn(network: Network, address: Address): boolean {
  return network.first <= address.value && address.value <= network.last;
}

/**
 * The address so many places after a network's first, in dotted form.
 *
 * @throws RangeError when it is not in the network: a mistake of the caller.
 */
export function addressAt(network: Network, place: number): string {
  if (!Number.isInteger(place) || place < 0 || place >= network.size)
    throw new RangeError(`${network.text} has no address at place ${place}`);
  return dotted(network.first + place);
}

/** Whether a network lies wholly in one of the private ranges of RFC 1918, section 3. */
export function isPrivateNetwork(network: Network): boolean {
  return privateRanges.some((range) => contains(range, network));
}

/**
 * Cuts named parts out of a network, the largest first and equals by name, so that nothing is wasted and the order
 * of the plan does not matter.
 *
 * @throws Error when the parts do not fit, a name comes twice, or a prefix is not a whole number up to 32.
 */
export function carve<const Name extends string>(
  network: Network,
  plan: readonly { readonly name: Name; readonly prefix: number }[],
): Record<Name, Network> {
  const parts = plan.toSorted((a, b) => a.prefix - b.prefix || (a.name < b.name ? -1 : 1));
  const carved = new Map<Name, Network>();
  let next = network.first;
  for (const { name, prefix } of parts) {
    if (!Number.isInteger(prefix) || prefix < 0 || prefix > 32)
      throw new Error(`part "${name}" of ${network.text}: prefix ${prefix} is not in 0 to 32`);
    if (carved.has(name)) throw new Error(`part "${name}" of ${network.text} is planned twice`);
    const part = makeNetwork(next, prefix);
    if (!contains(network, part))
      throw new Error(
        `part "${name}" (/${prefix}) does not fit into ${network.text}, ${network.last + 1 - next} of ${network.size} addresses are left; plan smaller parts or a larger network`,
      );
    carved.set(name, part);
    next = part.last + 1;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every name of the plan was set above
  return Object.fromEntries(carved) as Record<Name, Network>;
}

function makeNetwork(first: number, prefix: number): Network {
  const size = 2 ** (32 - prefix);
  const network: Network = {
    kind: "network",
    text: `${dotted(first)}/${prefix}`,
    first,
    last: first + size - 1,
    prefix,
    size,
    [parsed]: true,
  };
  return Object.freeze(network);
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}

function problem(reason: string): NetworkProblem {
  return { kind: "problem", reason };
}

const privateRanges = [
  makeNetwork(0x0a_00_00_00, 8),
  makeNetwork(0xac_10_00_00, 12),
  makeNetwork(0xc0_a8_00_00, 16),
];
