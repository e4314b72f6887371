import * as fc from "fast-check";
import { parseNetwork, type Network } from "../../infra/azure/network";
import { openDocument } from "../../infra/document/source-document";
import { networkFaults } from "../../infra/firm/network-plan";
import { readClaims } from "../../infra/firm/read-firm";
import { readNeighbours } from "../../infra/registry/neighbours";

function network(text: string): Network {
  const parsed = parseNetwork(text);
  if (parsed.kind === "problem") throw new Error(parsed.reason);
  return parsed;
}

const plan = { hubNetwork: network("10.60.0.0/22"), firmNetworks: network("10.64.0.0/12") };

/** A network of few possible ones, so that overlaps are common. */
const slice = fc
  .record({ prefix: fc.integer({ min: 20, max: 24 }), index: fc.nat({ max: 63 }) })
  .map(({ prefix, index }) => `10.64.${(index >> (24 - prefix)) << (24 - prefix)}.0/${prefix}`);

const office = fc.nat({ max: 9 }).map((index) => `192.168.${index}.0/24`);

/** The ways a person may write the same thing. */
const file = fc
  .record({
    network: slice,
    lan: office,
    quote: fc.constantFrom("", "'", '"'),
    end: fc.constantFrom("\n", "\r\n", " # ours\n"),
    remark: fc.oneof(slice, office),
    form: fc.constantFrom("block", "flow", "escaped", "without office", "broken"),
  })
  .map(({ network: net, lan, quote, end, remark, form }) => {
    const top = `# beside ${remark}\nnetwork: ${quote}${net}${quote}${end}`;
    switch (form) {
      case "flow":
        return `{ sites: { a: { lan: ${quote}${lan}${quote} } }, network: ${net} }\n`;
      case "escaped":
        return top.replace(/^network: .*$/m, `network: "${net.replace("10.", "\\x310.")}"`);
      case "without office":
        return top;
      case "broken":
        return `${top}stage: [\n`;
      case "block":
        return `${top}sites:\n  a:\n    lan: ${lan}\n`;
    }
  });

test("looking at a firm's neighbours finds what reading them all finds", () => {
  fc.assert(
    fc.property(fc.array(file, { minLength: 1, maxLength: 8 }), (texts) => {
      const all = texts.map((text, index) => ({
        key: `firm${index}`,
        bytes: new TextEncoder().encode(text),
      }));
      const claimsOf = ({ key, bytes }: (typeof all)[number]) => {
        const document = openDocument(`infra/firms/${key}.yaml`, bytes);
        return document.ok ? readClaims(key, document.value).claims : [];
      };
      for (const firm of all) {
        const own = claimsOf(firm);
        const others = all.filter(({ key }) => key !== firm.key);
        const neighbours = readNeighbours(
          others.map(({ key, bytes }) => [key, bytes] as const),
          own.map((claim) => claim.network),
        );
        const near = networkFaults(own, [...own, ...neighbours.claims], plan);
        const far = networkFaults(own, [...own, ...others.flatMap(claimsOf)], plan);
        expect(near.map(({ path }) => path)).toEqual(far.map(({ path }) => path));
      }
    }),
    { numRuns: 300 },
  );
});

function broken(text: string) {
  return [["petit", new TextEncoder().encode(text)] as const];
}

test("a neighbour that cannot be read stands in the way only where it names an address of ours", () => {
  const own = [network("10.64.8.0/23")];
  expect(readNeighbours(broken("network: [10.64.9.1"), own)).toMatchObject({
    obstacles: ["petit"],
    warnings: [],
  });
  expect(readNeighbours(broken("network: [10.64.10.1"), own)).toMatchObject({
    obstacles: [],
    warnings: [{ file: "infra/firms/petit.yaml" }],
  });
});
