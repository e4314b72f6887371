import * as fc from "fast-check";
import {
  addressAt,
  addressIn,
  carve,
  contains,
  isPrivateNetwork,
  type Network,
  overlaps,
  parseAddress,
  parseNetwork,
} from "../../infra/azure/network";

const network = (text: string): Network => {
  const parsed = parseNetwork(text);
  if (parsed.kind === "problem") throw new Error(parsed.reason);
  return parsed;
};
const problemOf = (text: string): string => {
  const parsed = parseNetwork(text);
  if (parsed.kind === "network") throw new Error(`"${text}" was accepted`);
  return parsed.reason;
};
const address = (text: string) => {
  const parsed = parseAddress(text);
  if (parsed.kind === "problem") throw new Error(parsed.reason);
  return parsed;
};

const dotted = (value: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
const anyAddress = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const anyNetwork = fc
  .tuple(anyAddress, fc.integer({ min: 0, max: 32 }))
  .map(([value, prefix]) => network(`${dotted(value - (value % 2 ** (32 - prefix)))}/${prefix}`));
const sizeOf = (plan: readonly { prefix: number }[]): number =>
  plan.reduce((sum, { prefix }) => sum + 2 ** (32 - prefix), 0);
const addressesOf = ({ first, size }: Network): number[] =>
  Array.from({ length: size }, (_, index) => first + index);

/** Networks so close together that overlap and containment are common. */
const closeNetwork = fc
  .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 24, max: 32 }))
  .map(([value, prefix]) => network(`10.0.0.${value - (value % 2 ** (32 - prefix))}/${prefix}`));

describe("parseNetwork", () => {
  test("reads first, last, prefix and size", () => {
    expect(parseNetwork("10.64.8.0/23")).toMatchObject({
      kind: "network",
      text: "10.64.8.0/23",
      first: 10 * 2 ** 24 + 64 * 2 ** 16 + 8 * 2 ** 8,
      last: 10 * 2 ** 24 + 64 * 2 ** 16 + 9 * 2 ** 8 + 255,
      prefix: 23,
      size: 512,
    });
    expect(parseNetwork("0.0.0.0/0")).toMatchObject({ first: 0, last: 2 ** 32 - 1, size: 2 ** 32 });
    expect(parseNetwork("255.255.255.255/32")).toMatchObject({ first: 2 ** 32 - 1, size: 1 });
  });

  test("gives back the text it was given", () => {
    fc.assert(fc.property(anyNetwork, ({ text }) => expect(network(text).text).toBe(text)));
  });

  test("rejects host bits and tells the network that holds the address", () => {
    fc.assert(
      fc.property(anyAddress, fc.integer({ min: 0, max: 31 }), (value, prefix) => {
        fc.pre(value % 2 ** (32 - prefix) !== 0);
        const reason = problemOf(`${dotted(value)}/${prefix}`);
        const told = / the network is (\S+)$/.exec(reason)?.[1] ?? "";
        expect(addressIn(network(told), address(dotted(value)))).toBe(true);
        expect(network(told).prefix).toBe(prefix);
      }),
    );
  });

  test.each([
    ["", "is not an IPv4 network"],
    ["10.0.0.0", "is not an IPv4 network"],
    ["10.0.0.0/", "is not an IPv4 network"],
    ["10.0.0.0/-1", "is not an IPv4 network"],
    ["10.0.0.0/8 ", "is not an IPv4 network"],
    ["10.0.0.0/8/8", "is not an IPv4 network"],
    ["fd00::/8", "is not an IPv4 address"],
    ["10.0.0/24", "is not an IPv4 address"],
    ["10.0.0.256/32", "is not an IPv4 address"],
    ["10.0.0.08/32", "is not an IPv4 address"],
    [" 10.0.0.0/8", "is not an IPv4 address"],
    ["10.0.0.0/33", "use 0 to 32"],
    ["10.0.0.0/08", "use 0 to 32"],
    ["10.0.0.0/99999999999999999999", "use 0 to 32"],
  ])("rejects %j", (text, reason) => {
    expect(problemOf(text)).toContain(reason);
  });
});

describe("relations", () => {
  const close = fc.tuple(closeNetwork, closeNetwork);

  test("overlap and containment are those of the sets of addresses", () => {
    fc.assert(
      fc.property(close, ([a, b]) => {
        const inB = new Set(addressesOf(b));
        const shared = addressesOf(a).filter((value) => inB.has(value));
        expect(overlaps(a, b)).toBe(shared.length > 0);
        expect(contains(b, a)).toBe(shared.length === a.size);
      }),
    );
  });

  test("two networks overlap only when one contains the other", () => {
    fc.assert(
      fc.property(anyNetwork, anyNetwork, (a, b) => {
        expect(overlaps(a, b)).toBe(contains(a, b) || contains(b, a));
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
    );
  });

  test("an address lies in the network of its own prefix and in no neighbour", () => {
    const firm = network("10.64.8.0/23");
    expect(addressIn(firm, address("10.64.8.0"))).toBe(true);
    expect(addressIn(firm, address("10.64.9.255"))).toBe(true);
    expect(addressIn(firm, address("10.64.7.255"))).toBe(false);
    expect(addressIn(firm, address("10.64.10.0"))).toBe(false);
  });

  test.each([
    ["10.0.0.0/8", true],
    ["10.255.255.255/32", true],
    ["172.16.0.0/12", true],
    ["172.31.255.0/24", true],
    ["172.32.0.0/16", false],
    ["172.0.0.0/8", false],
    ["192.168.10.0/24", true],
    ["192.169.0.0/16", false],
    ["8.0.0.0/7", false],
    ["0.0.0.0/0", false],
    ["100.64.0.0/10", false],
  ])("%s is private: %s", (text, expected) => {
    expect(isPrivateNetwork(network(text))).toBe(expected);
  });
});

describe("carve", () => {
  test("cuts the largest part first, equals by name", () => {
    const parts = carve(network("10.64.8.0/23"), [
      { name: "privateEndpoints", prefix: 27 },
      { name: "hosts", prefix: 24 },
      { name: "desktops", prefix: 27 },
    ]);
    expect(
      Object.fromEntries(Object.entries(parts).map(([name, { text }]) => [name, text])),
    ).toEqual({
      hosts: "10.64.8.0/24",
      desktops: "10.64.9.0/27",
      privateEndpoints: "10.64.9.32/27",
    });
  });

  const plans = fc.record({
    whole: closeNetwork,
    plan: fc.uniqueArray(
      fc.record({ name: fc.string(), prefix: fc.integer({ min: 24, max: 32 }) }),
      { selector: ({ name }) => name, maxLength: 6 },
    ),
  });

  test("rejects every plan larger than the network", () => {
    fc.assert(
      fc.property(plans, ({ whole, plan }) => {
        fc.pre(sizeOf(plan) > whole.size);
        expect(() => carve(whole, plan)).toThrow("does not fit into");
      }),
    );
  });

  test("fits whatever has room, without overlap, in the network, whatever the order", () => {
    fc.assert(
      fc.property(plans, ({ whole, plan }) => {
        fc.pre(sizeOf(plan) <= whole.size);
        const parts = carve(whole, plan);
        const cut = Object.values(parts);
        expect(Object.keys(parts).toSorted()).toEqual(plan.map(({ name }) => name).toSorted());
        expect(
          cut.every((part) => contains(whole, part) && network(part.text).first === part.first),
        ).toBe(true);
        expect(cut.some((a) => cut.some((b) => a !== b && overlaps(a, b)))).toBe(false);
        expect(carve(whole, plan.toReversed())).toEqual(parts);
        for (const { name, prefix } of plan) expect(parts[name]?.prefix).toBe(prefix);
      }),
    );
  });

  test.each([
    [
      "more than there is",
      [{ name: "hosts", prefix: 22 }],
      'part "hosts" (/22) does not fit into 10.64.8.0/23',
    ],
    [
      "a name twice",
      [
        { name: "a", prefix: 24 },
        { name: "a", prefix: 25 },
      ],
      'part "a" of 10.64.8.0/23 is planned twice',
    ],
    ["a prefix beyond 32", [{ name: "a", prefix: 33 }], "prefix 33 is not in 0 to 32"],
    ["a broken prefix", [{ name: "a", prefix: 24.5 }], "prefix 24.5 is not in 0 to 32"],
  ])("rejects %s", (_, plan, message) => {
    expect(() => carve(network("10.64.8.0/23"), plan)).toThrow(message);
  });
});

describe("addressAt", () => {
  test("counts from the network's first address", () => {
    expect(addressAt(network("10.60.0.192/28"), 4)).toBe("10.60.0.196");
    expect(addressAt(network("10.60.0.0/22"), 1023)).toBe("10.60.3.255");
  });

  test.each([-1, 16, 1.5])("rejects place %d of a /28", (place) => {
    expect(() => addressAt(network("10.60.0.192/28"), place)).toThrow("10.60.0.192/28");
  });
});
