import { isPrivateNetwork, parseNetwork } from "../azure/network";
import { isRecord } from "../resources/property-values";
import type { RegisteredResource } from "../resources/registered";
import { listAt, listIn } from "./inputs";

/** A rule of a security group, as far as guardrails look at it. */
export interface SecurityRule {
  readonly name: string;
  readonly direction: unknown;
  readonly access: unknown;
  readonly protocol: unknown;
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  readonly ports: readonly string[];
}

/** Rules of a group, or the one that stands by itself. */
export function securityRules(resource: RegisteredResource): readonly SecurityRule[] {
  const written = resource.type.endsWith(":SecurityRule")
    ? [resource.inputs]
    : listAt(resource, "securityRules");
  return written.filter(isRecord).map((rule) => ({
    name: typeof rule["name"] === "string" ? rule["name"] : resource.name,
    direction: rule["direction"],
    access: rule["access"],
    protocol: rule["protocol"],
    sources: several(rule, "sourceAddressPrefix", "sourceAddressPrefixes"),
    destinations: several(rule, "destinationAddressPrefix", "destinationAddressPrefixes"),
    ports: several(rule, "destinationPortRange", "destinationPortRanges"),
  }));
}

function several(rule: Readonly<Record<string, unknown>>, one: string, many: string) {
  return [rule[one], ...listIn(rule, many)].filter((value) => typeof value === "string");
}

/** Whether an address range or service tag lets in who is not known: the Internet, or a public range. */
export function isPublicSource(source: string): boolean {
  if (source === "*" || source.toLowerCase() === "internet") return true;
  const network = parseNetwork(source.includes("/") ? source : `${source}/32`);
  return network.kind !== "problem" && !isPrivateNetwork(network);
}
