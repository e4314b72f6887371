import fc from "fast-check";

import { textOf } from "../../../infra/embedded-azure/values/json";
import type { Json } from "../../../infra/embedded-azure/values/property";
import { isArray, isJsonObject } from "../../../infra/embedded-azure/values/property";
import { addressIn, parseAddress, parseNetwork } from "../../../infra/azure/network";
import { TestAzure, inGroup } from "../support/azure";

const net = inGroup("Microsoft.Network/virtualNetworks/net");

function withSubnet(prefix: string): TestAzure {
  const azure = TestAzure.withGroup();
  azure.create(net, { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } });
  azure.create(`${net}/subnets/hosts`, { addressPrefix: prefix });
  return azure;
}

function addNic(azure: TestAzure, name: string, asked?: string): string {
  const { body } = azure.create(inGroup(`Microsoft.Network/networkInterfaces/${name}`), {
    ipConfigurations: [
      {
        name: "ip",
        subnet: { id: `${net}/subnets/hosts` },
        ...(asked !== undefined && {
          privateIPAllocationMethod: "Static",
          privateIPAddress: asked,
        }),
      },
    ],
  });
  return addressOf(body["ipConfigurations"]);
}

function addressOf(configurations: Json | undefined): string {
  const [first] = isArray<Json>(configurations) ? configurations : [];
  return isJsonObject(first) ? textOf(first["privateIPAddress"]) : "";
}

describe("addresses of network interfaces", () => {
  test("are the subnet's own, all different, the same whoever comes first", () => {
    const subnet = parseNetwork("10.0.1.0/24");
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(names, (given) => {
        const azure = withSubnet("10.0.1.0/24");
        const addresses = given.map((name) => addNic(azure, name));
        expect(new Set(addresses).size).toBe(given.length);
        for (const text of addresses) {
          const address = parseAddress(text);
          expect(
            subnet.kind === "network" && address.kind === "address" && addressIn(subnet, address),
          ).toBe(true);
          const last = Number(text.split(".").at(-1));
          expect(last >= 4 && last <= 254).toBe(true);
        }
        const alone = withSubnet("10.0.1.0/24");
        const [first = ""] = given;
        expect(addNic(alone, first)).toBe(addresses[0]);
      }),
      { numRuns: 30 },
    );
  });

  test("rejects one more than the subnet has", () => {
    const azure = withSubnet("10.0.1.0/29");
    const addresses = ["a", "b", "c"].map((name) => addNic(azure, name));
    expect(addresses.toSorted()).toEqual(["10.0.1.4", "10.0.1.5", "10.0.1.6"]);
    expect(() => addNic(azure, "d")).toThrow(/Code="SubnetIsFull"/);
    azure.remove(inGroup("Microsoft.Network/networkInterfaces/b"));
    expect(addNic(azure, "d")).toBe(addresses[1]);
  });

  test("a change keeps the address", () => {
    const azure = withSubnet("10.0.1.0/24");
    const before = addNic(azure, "a");
    const id = inGroup("Microsoft.Network/networkInterfaces/a");
    const configurations = [{ name: "ip", subnet: { id: `${net}/subnets/hosts` } }];
    const { body } = azure.put(id, { ipConfigurations: configurations, tags: { a: "b" } });
    expect(addressOf(body["ipConfigurations"])).toBe(before);
  });

  test("rejects an address outside the subnet, and one that is taken", () => {
    const azure = withSubnet("10.0.1.0/24");
    expect(addNic(azure, "a", "10.0.1.77")).toBe("10.0.1.77");
    expect(() => addNic(azure, "b", "10.0.2.77")).toThrow("PrivateIPAddressNotInSubnet");
    expect(() => addNic(azure, "b", "10.0.1.77")).toThrow(
      /PrivateIPAddressInUse.*10\.0\.1\.77.*networkInterfaces\/a/,
    );
  });
});

test("public addresses are all different and of the range for tests", () => {
  const azure = TestAzure.withGroup();
  const addresses = Array.from({ length: 400 }, (_, index) =>
    textOf(
      azure.create(inGroup(`Microsoft.Network/publicIPAddresses/pip${index}`), {}).body[
        "ipAddress"
      ],
    ),
  );
  expect(new Set(addresses).size).toBe(400);
  expect(addresses.every((address) => /^198\.1[89]\./.test(address))).toBe(true);
});

describe("subnets", () => {
  const subnet = (name: string): string => `${net}/subnets/${name}`;

  test.each([
    ["outside its network", "10.1.0.0/24", "NetcfgSubnetRangeOutsideVnet"],
    ["that overlaps another", "10.0.1.128/25", "NetcfgSubnetRangesOverlap"],
    ["that is no network", "10.0.9.1/24", "InvalidCIDRNotation"],
  ])("rejects a subnet %s", (_what, prefix, code) => {
    const azure = withSubnet("10.0.1.0/24");
    expect(() => azure.create(subnet("other"), { addressPrefix: prefix })).toThrow(code);
  });

  test("rejects a network that no longer holds its subnets", () => {
    const azure = withSubnet("10.0.1.0/24");
    expect(() => azure.put(net, { addressSpace: { addressPrefixes: ["10.1.0.0/16"] } })).toThrow(
      "NetcfgSubnetRangeOutsideVnet",
    );
  });

  test("rejects inline subnets that overlap one of its own", () => {
    const azure = withSubnet("10.0.1.0/24");
    expect(() =>
      azure.put(net, {
        addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
        subnets: [{ name: "inline", addressPrefix: "10.0.0.0/23" }],
      }),
    ).toThrow("NetcfgSubnetRangesOverlap");
  });

  test("a subnet may grow into free space", () => {
    const azure = withSubnet("10.0.0.0/24");
    expect(azure.put(subnet("hosts"), { addressPrefix: "10.0.0.0/23" }).revision).toBe(2);
  });
});
