import { contains, overlaps, type Network } from "../../../infra/azure/network";
import { isAddress, networkOf, type Net, type Place, type Rule, type World } from "./world";

/**
 * Why packets of any kind may get from one place to another, or undefined where nothing brings them there: a way, a
 * rule that lets them out, and one that lets them in. Whatever is not certain counts as open.
 */
export function reach(world: World, from: Place, to: Place): string | undefined {
  const way = wayBetween(world, from, to);
  const out = letsOut(world, from, to);
  const into = letsIn(world, from, to);
  return way === undefined || out === undefined || into === undefined
    ? undefined
    : `${from.name} reaches ${to.name}: ${way}; ${out}; ${into}`;
}

/** The way that Azure's routes lead, whatever security rules say. */
export function wayBetween(world: World, from: Place, to: Place): string | undefined {
  if (from.kind === "office") return wayFromOffice(world, from, to);
  if (to.kind === "subnet" && from.network === to.network) return "in one network";
  if (to.kind === "subnet" && peered(world, from.network, to.network)) return "over a peering";
  const [hub] = world.nets.filter(({ owner }) => owner === "hub");
  if (hub === undefined) return undefined;
  const behind = to.kind === "office" || peered(world, hub.id, to.network);
  const gateway = from.learnsOffices && usesGateway(world, from.network, hub);
  if (to.kind === "office" && gateway) return "by the hub's gateway";
  for (const { prefix, next } of from.routes) {
    if (!overlaps(prefix, to.range) || !behind) continue;
    if (next === "VirtualNetworkGateway" && usesGateway(world, to.network, hub))
      return "by a route to the hub's gateway";
    if (next === "VirtualAppliance" && firewallPasses(world, from, to, hub))
      return "by a route to the hub's firewall";
  }
  return undefined;
}

/** Tunnels lead to networks that use the gateway, and to each other where routes are handed on. */
function wayFromOffice(world: World, from: Place, to: Place): string | undefined {
  const [hub] = world.nets.filter(({ owner }) => owner === "hub");
  if (hub === undefined) return undefined;
  if (to.kind === "office") return from.bgp && to.bgp ? "from tunnel to tunnel" : undefined;
  return usesGateway(world, to.network, hub) ? "by the hub's gateway" : undefined;
}

function peered(world: World, one: string, other: string): boolean {
  return (
    world.peerings.some(({ from, to, access }) => access && from === one && to === other) &&
    world.peerings.some(({ from, to, access }) => access && from === other && to === one)
  );
}

function usesGateway(world: World, network: string, hub: Net): boolean {
  return (
    world.peerings.some(
      ({ from, to, usesGateway: uses }) => uses && from === network && to === hub.id,
    ) &&
    world.peerings.some(
      ({ from, to, lendsGateway }) => lendsGateway && from === hub.id && to === network,
    )
  );
}

/** The firewall hands on to a network only what that network's end of the peering takes. */
function firewallPasses(world: World, from: Place, to: Place, hub: Net): boolean {
  const taken =
    to.kind === "office" ||
    world.peerings.some(
      (peering) => peering.forwarded && peering.from === to.network && peering.to === hub.id,
    );
  const tag: readonly Network[] = [];
  return (
    taken &&
    world.firewallRules.some(
      (rule) => touches(rule.from, from.range, tag) && touches(rule.to, to.range, tag),
    )
  );
}

/** The rule at the sender's subnet that lets a packet out. */
export function letsOut(world: World, from: Place, to: Place): string | undefined {
  return passes(world, from, "Outbound", from.range, to.range);
}

/** The rule at the receiver's subnet that lets a packet in. */
export function letsIn(world: World, from: Place, to: Place): string | undefined {
  return passes(world, to, "Inbound", from.range, to.range);
}

function passes(
  world: World,
  at: Place,
  direction: Rule["direction"],
  from: Network,
  to: Network,
): string | undefined {
  if (at.rules === undefined) return `nothing filters at ${at.name}`;
  const tag = virtualNetworkTag(world, at);
  for (const rule of at.rules.filter((one) => one.direction === direction)) {
    if (rule.allows && touches(rule.from, from, tag) && touches(rule.to, to, tag))
      return `${rule.name} at ${at.name}`;
    if (!rule.allows && rule.everyPort && covers(rule.from, from) && covers(rule.to, to))
      return undefined;
  }
  return `no rule denies it at ${at.name}`;
}

/**
 * What `VirtualNetwork` means there: the network, its peers, offices behind a gateway, and what routes of the subnet
 * name. https://learn.microsoft.com/azure/virtual-network/service-tags-overview
 */
function virtualNetworkTag(world: World, { network, routes }: Place): readonly Network[] {
  const peers = world.peerings.filter(({ from, access }) => access && from === network);
  const near = new Set([network, ...peers.map(({ to }) => to)]);
  const offices = peers.some(({ usesGateway: uses }) => uses)
    ? world.places.filter(({ kind }) => kind === "office").map(({ range }) => range)
    : [];
  return [
    ...world.nets.filter(({ id }) => near.has(id)).flatMap(({ prefixes }) => prefixes),
    ...offices,
    ...routes.map(({ prefix }) => prefix),
  ];
}

/** Whether a rule may speak of something in a range. Azure's own services are in nobody's network. */
function touches(texts: readonly string[], range: Network, tag: readonly Network[]): boolean {
  return texts.some((text) => {
    if (text === "*" || text === "Any") return true;
    if (text === "VirtualNetwork") return tag.some((network) => overlaps(network, range));
    return isAddress(text) && overlaps(networkOf(text), range);
  });
}

function covers(texts: readonly string[], range: Network): boolean {
  return texts.some(
    (text) => text === "*" || (isAddress(text) && contains(networkOf(text), range)),
  );
}
