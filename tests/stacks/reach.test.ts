import { join } from "node:path";
import type { Platform } from "../../infra/platform/platform";
import type { RegisteredResource } from "../../infra/resources/registered";
import { readDefinition } from "../../infra/stacks/definition";
import { hostedFirms, hubOf } from "../support/estates";
import { askedIn, directoryOf, resolves } from "../support/reach/names";
import { letsIn, letsOut, reach, wayBetween } from "../support/reach/reach";
import { worldOf, type Estate, type Place, type World } from "../support/reach/world";
import { add, set } from "../rules/support/change";

// Whole stacks: without traces they are recorded several times faster.
Error.stackTraceLimit = 0;
jest.setTimeout(120_000);

const howMany = 8;
const reading = readDefinition("prod", join(__dirname, "../.."));
if (!reading.ok) throw new Error("the platform cannot be read");
const { platform } = reading.value;

async function estatesOf(settings: Partial<Platform>): Promise<readonly Estate[]> {
  const each = { ...platform, ...settings };
  const firms = await hostedFirms(howMany, each);
  return [
    { owner: "hub", resources: await hubOf(each) },
    ...firms.map(({ firm, resources }) => ({ owner: firm.key, resources })),
  ];
}

/** Places of two firms, whichever they are. */
function* pairs({ places }: World): Generator<readonly [Place, Place]> {
  const owned = places.filter(({ owner }) => owner !== "hub");
  for (const from of owned) for (const to of owned) if (from.owner !== to.owner) yield [from, to];
}

const told = (
  world: World,
  tell: (world: World, from: Place, to: Place) => string | undefined,
  which: (from: Place, to: Place) => boolean = () => true,
) =>
  [...pairs(world)]
    .filter(([from, to]) => which(from, to))
    .flatMap(([from, to]) => {
      const why = tell(world, from, to);
      return why === undefined ? [] : [`${from.name} to ${to.name}: ${why}`];
    });

const isSubnet = ({ kind }: Place) => kind === "subnet";

/** Who learns private addresses of another firm, and in whose network he asks. */
function strangers(world: World): readonly (readonly [Place, string])[] {
  const directory = directoryOf(world);
  return world.places
    .filter(({ owner }) => owner !== "hub")
    .flatMap((from) => {
      const learnt = directory.names
        .filter(({ owner }) => owner !== from.owner)
        .flatMap((name) => resolves(world, directory, from, name) ?? []);
      return learnt.map((text) => [from, text] as const);
    });
}

const known = new Map<string, readonly Estate[]>();
const platforms = {
  plain: {},
  gateway: { vpnGateway: "VpnGw1AZ" },
  everything: { vpnGateway: "VpnGw1AZ", firewall: "Premium", bastion: "Standard" },
} as const satisfies Record<string, Partial<Platform>>;

beforeAll(async () => {
  for (const [word, settings] of Object.entries(platforms))
    known.set(word, await estatesOf(settings));
});

function estates(word: keyof typeof platforms): readonly Estate[] {
  const found = known.get(word);
  if (found === undefined) throw new Error(`${word} is not recorded`);
  return found;
}

describe.each(["plain", "gateway", "everything"] as const)("with a hub of %s", (word) => {
  let world: World;
  beforeAll(() => {
    world = worldOf(estates(word));
  });

  test("the places are hosts, endpoints, file servers, controllers and offices of every firm", () => {
    const kinds = new Set(
      world.places.map(({ name }) => name.replace(/^\S+ |[\d./]+$/g, "").trim()),
    );
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        "network-sessions",
        "network-endpoints",
        "network-files",
        "network-servers",
        ...(word === "plain" ? [] : ["office"]),
      ]),
    );
    expect([...pairs(world)].length).toBeGreaterThan(howMany * howMany * 4);
  });

  test("A13: no machine of a firm reaches anything of another", () => {
    expect(told(world, reach)).toEqual([]);
  });

  test("A13: each of three walls stands alone: routes, what subnets let out, what they let in", () => {
    expect(told(world, wayBetween, (from, to) => isSubnet(from) && isSubnet(to))).toEqual([]);
    expect(told(world, letsOut, isSubnet)).toEqual([]);
    expect(told(world, letsIn, (_, to) => isSubnet(to))).toEqual([]);
  });

  test("A13: hosts that ask Azure for names learn no other firm's, and all their own", () => {
    const [hub] = world.nets.filter(({ owner }) => owner === "hub");
    const byHub = strangers(world).filter(
      ([from]) => !askedIn(world, from).includes(hub?.id ?? ""),
    );
    expect(byHub.map(([, text]) => text)).toEqual([]);
    const directory = directoryOf(world);
    for (const from of world.places.filter(({ name }) => name.endsWith("network-sessions")))
      for (const name of directory.names.filter(({ owner }) => owner === from.owner))
        expect(resolves(world, directory, from, name)).toBeDefined();
  });

  test("only the hub asks the servers of offices for names", () => {
    expect([...directoryOf(world).forwarded]).toEqual([
      expect.stringMatching(/\/virtualnetworks\/vnet-prod-hub$/),
    ]);
  });
});

test("whose names a domain or the hub's firewall answers, learns addresses that lead nowhere", () => {
  const asking = (word: keyof typeof platforms) => {
    const world = worldOf(estates(word));
    return new Set(strangers(world).map(([{ owner }]) => owner));
  };
  const firms = estates("plain").flatMap(({ owner }) => (owner === "hub" ? [] : [owner]));
  expect(asking("plain").size).toBeLessThan(firms.length);
  expect(asking("everything").size).toBe(firms.length);
});

type Change = (resources: readonly RegisteredResource[]) => readonly RegisteredResource[];

/** The world with holes: changes of one firm's resources. */
function withHoles(
  word: keyof typeof platforms,
  holes: readonly (readonly [owner: string, change: Change])[],
): World {
  return worldOf(
    estates(word).map(({ owner, resources }) => ({
      owner,
      resources: holes
        .filter(([who]) => who === owner)
        .reduce((list, [, change]) => change(list), resources),
    })),
  );
}

const everywhere = {
  priority: 100,
  access: "Allow",
  protocol: "*",
  sourceAddressPrefix: "*",
  sourcePortRange: "*",
  destinationAddressPrefix: "*",
  destinationPortRange: "*",
};
const opened = (direction: "Inbound" | "Outbound") => ({
  securityRules: [{ name: "test", direction, ...everywhere }],
});

describe("rejects a hole", () => {
  // One firm whose hosts ask Azure itself for names, and another.
  let one: string;
  let two: string;
  beforeAll(() => {
    const firms = worldOf(estates("plain")).nets.filter(({ owner }) => owner !== "hub");
    const asking = firms.find(({ dnsServers }) => dnsServers.length === 0)?.owner;
    const other = firms.find(({ owner }) => owner !== asking)?.owner;
    if (asking === undefined || other === undefined) throw new Error("there are no two such firms");
    [one, two] = [asking, other];
  });
  const netOf = (owner: string) =>
    worldOf(estates("plain")).nets.find((net) => net.owner === owner)?.id ?? "";
  const peered = (from: string, to: string): Change =>
    add("hub-to-hub", "shortcut", {
      id: `${netOf(from)}/virtualNetworkPeerings/shortcut`,
      inputs: { allowVirtualNetworkAccess: true, remoteVirtualNetwork: { id: netOf(to) } },
    });

  test("of a peering between two firms, and of rules at both ends", () => {
    const shortcut = [
      [one, peered(one, two)],
      [two, peered(two, one)],
    ] as const;
    const world = withHoles("plain", shortcut);
    expect(told(world, wayBetween).length).toBeGreaterThan(0);
    // The rules still hold.
    expect(told(world, reach)).toEqual([]);
    const open = withHoles("plain", [
      ...shortcut,
      [one, set("network-sessions-rules", opened("Outbound"))],
      [two, set("network-endpoints-rules", opened("Inbound"))],
    ]);
    expect(told(open, reach)).toContain(
      `${one} network-sessions to ${two} network-endpoints: ${one} network-sessions reaches ${two} network-endpoints: over a peering; test at ${one} network-sessions; test at ${two} network-endpoints`,
    );
  });

  test.each([
    ["a subnet that lets everything out", "network-sessions-rules", opened("Outbound"), letsOut],
    ["a subnet that lets everybody in", "network-endpoints-rules", opened("Inbound"), letsIn],
    ["a subnet without rules", "network-sessions", { networkSecurityGroup: undefined }, letsOut],
  ] as const)("of %s", (_, name, changes, wall) => {
    const world = withHoles("plain", [[one, set(name, changes)]]);
    expect(told(world, wall).length).toBeGreaterThan(0);
  });

  test("of the gateway: a route that leads from one firm to another over it", () => {
    const route = {
      addressPrefix: "10.64.0.0/12",
      nextHopType: "VirtualNetworkGateway",
      name: "x",
    };
    const world = withHoles("everything", [
      [one, set("network-egress-routes", { routes: [route] })],
    ]);
    expect(told(world, wayBetween, (from, to) => isSubnet(from) && isSubnet(to))[0]).toContain(
      "by a route to the hub's gateway",
    );
  });

  test("of the firewall: a rule between firms", () => {
    const rule = {
      ruleType: "NetworkRule",
      sourceAddresses: ["10.64.0.0/12"],
      destinationAddresses: ["10.64.0.0/12"],
    };
    const world = withHoles("everything", [
      ["hub", set("firewall-rules", { ruleCollections: [{ rules: [rule] }] })],
    ]);
    expect(told(world, wayBetween, (from, to) => isSubnet(from) && isSubnet(to))[0]).toContain(
      "by a route to the hub's firewall",
    );
  });

  test("of tunnels that hand on routes, from office to office", () => {
    const world = withHoles("gateway", [
      [one, set("link-tunnel", { enableBgp: true })],
      [two, set("link-tunnel", { enableBgp: true })],
    ]);
    expect(told(world, reach)).toHaveLength(2);
  });

  test.each([
    ["a rule that allows every private name", "names-others", { "action.actionType": "Allow" }],
    ["a rule that was switched off", "names-others", { dnsSecurityRuleState: "Disabled" }],
    [
      "a list without a zone",
      "names-others-list",
      { domains: ["privatelink.vaultcore.azure.net."] },
    ],
    ["a network that no policy holds", "names-link", { "virtualNetwork.id": "/elsewhere" }],
  ])("of names: %s", (_, name, changes) => {
    const world = withHoles("plain", [[one, set(name, changes)]]);
    expect(strangers(world).some(([{ owner }]) => owner === one)).toBe(true);
  });

  test("of names: a firm that asks the servers of all offices", () => {
    const world = withHoles("gateway", [
      ["hub", add("resolver-hub", "x", { inputs: { virtualNetwork: { id: netOf(one) } } })],
    ]);
    expect(directoryOf(world).forwarded.size).toBe(2);
  });
});
