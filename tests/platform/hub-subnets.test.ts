import * as fc from "fast-check";
import { contains, overlaps } from "../../infra/azure/network";
import { hubSubnets } from "../../infra/platform/hub-subnets";
import { network } from "../support/builders";

test("the sample hub is cut up like this", () => {
  const parts = Object.entries(hubSubnets(network("10.60.0.0/22")));
  expect(Object.fromEntries(parts.map(([name, { text }]) => [name, text]))).toEqual({
    bastion: "10.60.0.0/26",
    firewall: "10.60.0.64/26",
    gateway: "10.60.0.128/27",
    servers: "10.60.0.160/27",
    resolverInbound: "10.60.0.192/28",
    resolverOutbound: "10.60.0.208/28",
  });
});

test("every hub a platform may name holds all parts, and none overlaps another", () => {
  fc.assert(
    fc.property(fc.integer({ min: 16, max: 24 }), (prefix) => {
      const hub = network(`10.60.0.0/${prefix}`);
      const parts = Object.values(hubSubnets(hub));
      expect(parts.every((part) => contains(hub, part))).toBe(true);
      const clashes = parts.filter((a, i) => parts.slice(i + 1).some((b) => overlaps(a, b)));
      expect(clashes).toEqual([]);
    }),
  );
});
