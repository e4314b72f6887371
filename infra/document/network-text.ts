import {
  isPrivateNetwork,
  parseAddress,
  parseNetwork,
  type Address,
  type Network,
} from "../azure/network";
import { problem, textOf, value, type Meaning } from "./text-type";

/** Private IPv4 networks, `largest` and `smallest` as prefix lengths. */
export function privateNetwork({
  what,
  largest,
  smallest,
  example,
}: {
  what: string;
  largest: number;
  smallest: number;
  example: string;
}) {
  return textOf({
    allowed: `${what}: a private IPv4 network from /${largest} to /${smallest}`,
    example,
    pattern: "^(10|172|192)(\\.\\d{1,3}){3}/\\d{1,2}$",
    read: (text): Meaning<Network> => {
      const network = parseNetwork(text);
      if (network.kind === "problem") return problem(network.reason);
      if (!isPrivateNetwork(network))
        return problem("write a network in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16");
      if (network.prefix < largest || network.prefix > smallest)
        return problem(`write a prefix from /${largest} to /${smallest}`);
      return value(network);
    },
  });
}

/** A private IPv4 address of one machine. */
export function privateAddress({ what, example }: { what: string; example: string }) {
  return textOf({
    allowed: `${what}: a private IPv4 address`,
    example,
    pattern: "^(10|172|192)(\\.\\d{1,3}){3}$",
    read: readPrivateAddress,
  });
}

/** A text as a private IPv4 address, or what to write instead. */
export function readPrivateAddress(text: string): Meaning<Address> {
  const address = parseAddress(text);
  if (address.kind === "problem") return problem(address.reason);
  const own = parseNetwork(`${address.text}/32`);
  return own.kind === "network" && isPrivateNetwork(own)
    ? value(address)
    : problem("write an address in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16");
}
