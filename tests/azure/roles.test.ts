import { parseArmId } from "../../infra/azure/arm-paths";
import { builtInRoles, roleDefinitionId } from "../../infra/azure/roles";
import { graphAppRoles, wellKnownApps } from "../../infra/azure/well-known-apps";

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const roles = Object.entries(builtInRoles);

test("every role has a GUID and a name of its own", () => {
  expect(roles.filter(([, { id }]) => !guid.test(id))).toEqual([]);
  expect(new Set(roles.map(([, { id }]) => id)).size).toBe(roles.length);
  expect(new Set(roles.map(([, { name }]) => name)).size).toBe(roles.length);
});

test("a role is called here as Azure calls it, in camel case", () => {
  const wrong = roles.filter(
    ([key, { name }]) => key.toLowerCase() !== name.replaceAll(" ", "").toLowerCase(),
  );
  expect(wrong).toEqual([]);
});

test("a role definition's id is that of a resource of the subscription", () => {
  const id = roleDefinitionId("6f1d2c3b-0000-4000-8000-000000000001", "desktopVirtualizationUser");
  expect(parseArmId(id)).toEqual({
    subscriptionId: "6f1d2c3b-0000-4000-8000-000000000001",
    type: "Microsoft.Authorization/roleDefinitions",
    names: ["1d18fff3-a72a-46b5-b4a9-0b38a3cd7e63"],
    parentId: "/subscriptions/6f1d2c3b-0000-4000-8000-000000000001",
  });
});

test("applications and permissions of Graph are GUIDs, none of them twice or a role's", () => {
  const ids = [
    ...Object.values(wellKnownApps),
    ...Object.values(graphAppRoles).map(({ id }) => id),
    ...roles.map(([, { id }]) => id),
  ];
  expect(ids.filter((id) => !guid.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});
