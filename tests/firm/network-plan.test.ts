import * as fc from "fast-check";
import { overlaps, parseNetwork, type Network } from "../../infra/azure/network";
import { formatFault } from "../../infra/document/fault";
import { networkFaults, type Claim } from "../../infra/firm/network-plan";

function network(text: string): Network {
  const parsed = parseNetwork(text);
  if (parsed.kind === "problem") throw new Error(parsed.reason);
  return parsed;
}

const plan = { hubNetwork: network("10.60.0.0/22"), firmNetworks: network("10.64.0.0/12") };

function firm(key: string, text: string): Claim {
  return {
    kind: "firm",
    network: network(text),
    owner: `firm ${key}`,
    place: { file: `infra/firms/${key}.yaml`, line: 3, column: 10 },
    path: "network",
  };
}

function site(key: string, text: string): Claim {
  return {
    kind: "site",
    network: network(text),
    owner: `site office of firm ${key}`,
    place: { file: `infra/firms/${key}.yaml`, line: 6, column: 18 },
    path: "sites.office.lan",
  };
}

function faultsOf(...claims: readonly Claim[]): readonly string[] {
  return networkFaults(claims, claims, plan).map(formatFault);
}

test("networks side by side in the plan, offices apart from it", () => {
  const claims = [
    firm("a", "10.64.8.0/23"),
    firm("b", "10.64.10.0/24"),
    site("a", "192.168.1.0/24"),
  ];
  expect(faultsOf(...claims)).toEqual([]);
});

test.each<[string, readonly Claim[], readonly string[]]>([
  [
    "a network outside of the plan",
    [firm("a", "10.80.0.0/23")],
    [
      "infra/firms/a.yaml:3:10: network: met 10.80.0.0/23; allowed: a network inside 10.64.0.0/12, the platform's plan for firms; write network: 10.64.0.0/23, which is free",
    ],
  ],
  [
    "a network of the hub",
    [firm("a", "10.60.0.0/24")],
    [
      "infra/firms/a.yaml:3:10: network: met 10.60.0.0/24; allowed: a network inside 10.64.0.0/12, the platform's plan for firms; write network: 10.64.0.0/24, which is free",
    ],
  ],
  [
    "two firms in one place, each told of the other",
    [firm("a", "10.64.0.0/22"), firm("b", "10.64.2.0/24")],
    [
      "infra/firms/a.yaml:3:10: network: met 10.64.0.0/22; allowed: a network that overlaps no other, this one overlaps 10.64.2.0/24 of firm b (infra/firms/b.yaml:3:10); write network: 10.64.4.0/22, which is free",
      "infra/firms/b.yaml:3:10: network: met 10.64.2.0/24; allowed: a network that overlaps no other, this one overlaps 10.64.0.0/22 of firm a (infra/firms/a.yaml:3:10); write network: 10.64.4.0/24, which is free",
    ],
  ],
  [
    "an office in the hub",
    [site("a", "10.60.0.0/16")],
    [
      "infra/firms/a.yaml:6:18: sites.office.lan: met 10.60.0.0/16; allowed: a network outside of 10.60.0.0/22, which the platform uses; renumber the office, or ask the provider to change the platform's plan",
    ],
  ],
  [
    "an office in the plan for firms, even where no firm is",
    [site("a", "10.79.0.0/24")],
    [
      "infra/firms/a.yaml:6:18: sites.office.lan: met 10.79.0.0/24; allowed: a network outside of 10.64.0.0/12, which the platform uses; renumber the office, or ask the provider to change the platform's plan",
    ],
  ],
  [
    "two offices in one place",
    [site("a", "192.168.1.0/24"), site("b", "192.168.0.0/16")],
    [
      "infra/firms/a.yaml:6:18: sites.office.lan: met 192.168.1.0/24; allowed: a network that overlaps no other, this one overlaps 192.168.0.0/16 of site office of firm b (infra/firms/b.yaml:6:18); renumber one of the two offices",
      "infra/firms/b.yaml:6:18: sites.office.lan: met 192.168.0.0/16; allowed: a network that overlaps no other, this one overlaps 192.168.1.0/24 of site office of firm a (infra/firms/a.yaml:6:18); renumber one of the two offices",
    ],
  ],
])("rejects %s", (_, claims, faults) => {
  expect(faultsOf(...claims)).toEqual(faults);
});

test("a full plan is said to be full", () => {
  const small = { ...plan, firmNetworks: network("10.64.0.0/20") };
  const claims = [firm("a", "10.64.0.0/20"), firm("b", "10.64.0.0/20")];
  expect(networkFaults(claims, claims, small)[0]?.remedy).toBe(
    "ask the provider for a larger plan, no /20 is free in 10.64.0.0/20",
  );
});

/** Few enough addresses that overlaps are common. */
const slice = fc
  .record({ prefix: fc.integer({ min: 20, max: 24 }), index: fc.nat({ max: 255 }) })
  .map(({ prefix, index }) => {
    const third = (index >> (24 - prefix)) << (24 - prefix);
    return `10.64.${third}.0/${prefix}`;
  });

const claims = fc
  .array(slice, { maxLength: 12 })
  .map((texts) => texts.map((text, index) => firm(`f${index}`, text)));

test("exactly those who overlap somebody are told, each of one that it overlaps", () => {
  fc.assert(
    fc.property(claims, (all) => {
      const faults = networkFaults(all, all, plan);
      const told = new Map(faults.map((fault) => [fault.file, fault]));
      expect(told.size).toBe(faults.length);
      for (const claim of all) {
        const partners = all.filter(
          (other) => other !== claim && overlaps(other.network, claim.network),
        );
        const named = partners.filter(({ owner, network: { text } }) =>
          told.get(claim.place.file)?.allowed.includes(`overlaps ${text} of ${owner} (`),
        );
        expect([told.has(claim.place.file), named.length > 0]).toEqual(
          partners.length > 0 ? [true, true] : [false, false],
        );
      }
    }),
  );
});

test("a network that is called free is free, legal and in the plan", () => {
  fc.assert(
    fc.property(claims, (all) => {
      for (const { remedy } of networkFaults(all, all, plan)) {
        const [, free = ""] = /^write network: (\S+), which is free$/.exec(remedy) ?? [];
        const suggestion = firm("new", free);
        expect(networkFaults([suggestion], [...all, suggestion], plan)).toEqual([]);
      }
    }),
  );
});
