import { mayDropAliases } from "../../infra/engine/alias-guard";

function stateOf(...types: string[]) {
  return {
    resources: types.map((type, index) => ({ urn: `urn:${index}`, type, custom: true })),
    pendingOperations: [],
    rest: {},
  };
}

test("aliases can go where every type is one of today's SDK", () => {
  const state = stateOf(
    "pulumi:pulumi:Stack",
    "azure-native:network:Subnet",
    "azure-native:desktopvirtualization:HostPool",
    "azure-native:desktopvirtualization:MSIXPackage",
    "azure-native:network:PublicIPAddress",
    "random:index/randomPassword:RandomPassword",
  );
  expect(mayDropAliases(state)).toBe(true);
});

test("a new stack needs no aliases", () => {
  expect(mayDropAliases(undefined)).toBe(true);
});

test.each(["azure-native:network/v20230901:Subnet", "azure-native:insights:DiagnosticSetting"])(
  "aliases stay for a state that holds %s",
  (type) => {
    expect(mayDropAliases(stateOf("azure-native:network:Subnet", type))).toBe(false);
  },
);
