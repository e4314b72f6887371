import type { Network } from "../../azure/network";
import { parseNetwork } from "../../azure/network";
import { keyOf } from "../store/resources";
import type { Resources } from "../store/resources";
import { textOf } from "../values/json";
import type { JsonObject } from "../values/property";
import { isArray, isJsonObject } from "../values/property";
import { partsOf } from "./existence";

const subnetType = "Microsoft.Network/virtualNetworks/subnets";

/** A subnet, whether a resource of its own or written down in its network. */
export interface Subnet {
  readonly name: string;
  readonly networks: readonly Network[];
}

/** Every subnet of a virtual network as it is now. */
export function subnetsOf(
  resources: Resources,
  networkId: string,
  networkBody: JsonObject,
): readonly Subnet[] {
  const own = resources
    .below(`${networkId}/subnets`)
    .filter(({ type }) => keyOf(type) === keyOf(subnetType))
    .map(({ name, body }) => ({ name, networks: networksOf(body) }));
  const names = new Set(own.map(({ name }) => keyOf(name)));
  return [...own, ...inlineSubnets(networkBody).filter(({ name }) => !names.has(keyOf(name)))];
}

/** The subnets written down in a virtual network's body. */
export function inlineSubnets(networkBody: JsonObject): readonly Subnet[] {
  const inline = networkBody["subnets"];
  return (isArray(inline) ? inline : [])
    .filter(isJsonObject)
    .map((subnet) => ({ name: textOf(subnet["name"]), networks: networksOf(subnet) }));
}

/** The address ranges of a subnet given by its id; none when it is not there. */
export function networksOfSubnet(resources: Resources, subnetId: string): readonly Network[] {
  const subnet = resources.get(subnetId);
  if (subnet !== undefined) return networksOf(subnet.body);
  const parts = partsOf(subnetId);
  const network = parts?.parentId === undefined ? undefined : resources.get(parts.parentId);
  if (network === undefined) return [];
  const name = keyOf(parts?.names.at(-1) ?? "");
  return inlineSubnets(network.body).find((inline) => keyOf(inline.name) === name)?.networks ?? [];
}

/** The IPv4 ranges of a subnet's body. */
export function networksOf(subnet: JsonObject): readonly Network[] {
  return prefixesIn(subnet["addressPrefix"], subnet["addressPrefixes"]);
}

/** The IPv4 ranges of a virtual network's body. */
export function addressSpaceOf(network: JsonObject): readonly Network[] {
  const space = network["addressSpace"];
  return isJsonObject(space) ? prefixesIn(undefined, space["addressPrefixes"]) : [];
}

/** IPv6 ranges, and text that is no range at all, are left to the rules. */
function prefixesIn(one: unknown, several: unknown): readonly Network[] {
  const texts = [one, ...(Array.isArray(several) ? several : [])];
  return texts.flatMap((text) => {
    const network = typeof text === "string" ? parseNetwork(text) : undefined;
    return network?.kind === "network" ? [network] : [];
  });
}
