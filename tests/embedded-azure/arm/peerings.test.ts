import type { JsonObject } from "../../../infra/embedded-azure/values/property";
import { TestAzure, inGroup } from "../support/azure";

const hub = inGroup("Microsoft.Network/virtualNetworks/hub");
const firm = inGroup("Microsoft.Network/virtualNetworks/firm");
const toFirm = `${hub}/virtualNetworkPeerings/firm`;
const toHub = `${firm}/virtualNetworkPeerings/hub`;
const to = (id: string, more: JsonObject = {}): JsonObject => ({
  remoteVirtualNetwork: { id },
  ...more,
});

function networks(firmRange = "10.1.0.0/16"): TestAzure {
  const azure = TestAzure.withGroup();
  azure.create(hub, { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } });
  azure.create(firm, { addressSpace: { addressPrefixes: [firmRange] } });
  return azure;
}

function peered(): TestAzure {
  const azure = networks();
  azure.create(toFirm, to(firm));
  azure.create(toHub, to(hub));
  return azure;
}

const state = (azure: TestAzure, id: string) => azure.body(id)["peeringState"];

test("a peering is Initiated alone, and both are Connected once both are there", () => {
  const azure = networks();
  azure.create(toFirm, to(firm));
  expect(state(azure, toFirm)).toBe("Initiated");
  azure.create(toHub, to(hub));
  expect([state(azure, toFirm), state(azure, toHub)]).toEqual(["Connected", "Connected"]);
});

test.each([toHub, firm])("what stays is Disconnected when %s is deleted", (id) => {
  const azure = peered();
  azure.remove(id);
  expect(state(azure, toFirm)).toBe("Disconnected");
});

test("rejects the other half anew while this one is Disconnected; updated, it is met again", () => {
  const azure = peered();
  azure.remove(toHub);
  expect(() => azure.create(toHub, to(hub))).toThrow(
    /^Status=400 Code="RemotePeeringIsDisconnected".*in Disconnected state/,
  );
  azure.put(toFirm, to(firm));
  expect(state(azure, toFirm)).toBe("Initiated");
  azure.create(toHub, to(hub));
  expect(state(azure, toFirm)).toBe("Connected");
});

test("rejects networks that overlap", () => {
  expect(() => networks("10.0.4.0/24").create(toFirm, to(firm))).toThrow(
    /^Status=400 Code="VnetAddressSpacesOverlap"/,
  );
});

test("rejects the use of a gateway that is not there", () => {
  const azure = networks();
  const borrowing = to(hub, { useRemoteGateways: true });
  expect(() => azure.create(toHub, borrowing)).toThrow(
    /^Status=400 Code="RemoteVnetHasNoGateways"/,
  );
  const subnet = `${hub}/subnets/GatewaySubnet`;
  azure.create(subnet, { addressPrefix: "10.0.0.0/27" });
  azure.create(inGroup("Microsoft.Network/virtualNetworkGateways/vpn"), {
    ipConfigurations: [{ name: "default", subnet: { id: subnet } }],
  });
  azure.create(toHub, borrowing);
});
