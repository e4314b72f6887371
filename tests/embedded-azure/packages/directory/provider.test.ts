import { directoryProvider } from "../../../../infra/embedded-azure/packages/directory/provider";
import type { Provider } from "../../../../infra/embedded-azure/packages/provider";
import { Store } from "../../../../infra/embedded-azure/store/store";
import { textOf } from "../../../../infra/embedded-azure/values/json";
import type { PropertyObject } from "../../../../infra/embedded-azure/values/property";
import { Secret, toJson, unknown } from "../../../../infra/embedded-azure/values/property";

const settings = { subscriptionId: "s", location: undefined };
const groupToken = "azuread:index/group:Group";
const memberToken = "azuread:index/groupMember:GroupMember";
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function directory(): Provider {
  return directoryProvider(Store.open(":memory:"));
}

function make(provider: Provider, token: string, inputs: PropertyObject) {
  return provider.create({ token, inputs, preview: false }, settings);
}

function ask(provider: Provider, name: string, given: PropertyObject): PropertyObject {
  return provider.invoke(`azuread:index/${name}:${name}`, given, settings);
}

describe("groups", () => {
  test("get an object id, keep it through changes, and are gone once deleted", () => {
    const provider = directory();
    const inputs = { displayName: "Staff", securityEnabled: true };
    const { id, outputs } = make(provider, groupToken, inputs);
    expect(outputs["objectId"]).toMatch(guid);
    expect(id).toBe(`/groups/${textOf(toJson(outputs["objectId"] ?? null))}`);
    const news = { ...inputs, description: new Secret("quiet") };
    const request = {
      token: groupToken,
      id,
      oldInputs: inputs,
      oldOutputs: outputs,
      news,
      ignoreChanges: [],
    };
    const foreseen = provider.update({ ...request, preview: true }, settings);
    expect(foreseen).toMatchObject({ objectId: outputs["objectId"], mail: unknown });
    const changed = provider.update({ ...request, preview: false }, settings);
    expect(changed).toMatchObject({
      objectId: outputs["objectId"],
      description: new Secret("quiet"),
    });
    const read = provider.read(
      { token: groupToken, id, oldInputs: news, oldOutputs: changed },
      settings,
    );
    expect(read).toEqual({ id, outputs: changed, inputs: news });
    provider.delete({ token: groupToken, id, inputs }, settings);
    expect(
      provider.read({ token: groupToken, id, oldInputs: news, oldOutputs: changed }, settings),
    ).toBeUndefined();
  });

  test("are found by name, and by several names whether they are there or not", () => {
    const provider = directory();
    const { outputs } = make(provider, groupToken, { displayName: "Staff" });
    expect(ask(provider, "getGroup", { displayName: "Staff" })).toMatchObject({
      objectId: outputs["objectId"],
    });
    expect(() => ask(provider, "getGroup", { displayName: "Guests" })).toThrow(
      'No group found with display name: "Guests"',
    );
    const names = { displayNames: ["Staff", "Guests"] };
    expect(ask(provider, "getGroups", { ...names, ignoreMissing: true })).toMatchObject({
      displayNames: ["Staff"],
      objectIds: [outputs["objectId"]],
    });
    expect(() => ask(provider, "getGroups", names)).toThrow(
      'No group found with display name: "Guests"',
    );
  });

  test("rejects asking for one by a name two have, and a second one where the first forbids it", () => {
    const provider = directory();
    make(provider, groupToken, { displayName: "Staff" });
    expect(() =>
      make(provider, groupToken, { displayName: "Staff", preventDuplicateNames: true }),
    ).toThrow('An existing "azuread_group" with name "Staff"');
    make(provider, groupToken, { displayName: "Staff" });
    expect(() => ask(provider, "getGroup", { displayName: "Staff" })).toThrow(
      "More than one group",
    );
  });

  test("have members once; rejects members of a group that is not there", () => {
    const provider = directory();
    const { outputs } = make(provider, groupToken, { displayName: "Staff" });
    const inputs = {
      groupObjectId: outputs["objectId"] ?? "",
      memberObjectId: "11111111-1111-1111-1111-111111111111",
    };
    const { id } = make(provider, memberToken, inputs);
    expect(id).toBe(
      `${textOf(toJson(outputs["objectId"] ?? null))}/member/11111111-1111-1111-1111-111111111111`,
    );
    expect(() => make(provider, memberToken, inputs)).toThrow("already exists");
    expect(() => make(provider, memberToken, { ...inputs, groupObjectId: "x" })).toThrow(
      'Group with object ID "x" was not found',
    );
    const { changes } = provider.diff(
      {
        token: memberToken,
        id,
        oldInputs: inputs,
        oldOutputs: {},
        news: { ...inputs, memberObjectId: "y" },
        ignoreChanges: [],
      },
      settings,
    );
    expect(changes.get("memberObjectId")?.replaces).toBe(true);
  });
});

describe("what every tenant has", () => {
  test("Microsoft's own applications, each under one object id", () => {
    const avd = { clientId: "9cdead84-a844-4324-93f2-b2e6bb768d07" };
    const { objectId } = ask(directory(), "getServicePrincipal", avd);
    expect(objectId).toMatch(guid);
    expect(ask(directory(), "getServicePrincipal", avd)).toMatchObject({ ...avd, objectId });
  });

  test("a user at every address", () => {
    const one = ask(directory(), "getUser", { userPrincipalName: "claire@cabinet.example" });
    expect(one["objectId"]).toMatch(guid);
    expect(
      ask(directory(), "getUsers", {
        userPrincipalNames: ["claire@cabinet.example", "x@y.example"],
      }),
    ).toMatchObject({
      objectIds: [one["objectId"], expect.stringMatching(guid) as string],
    });
    expect(() => ask(directory(), "getUser", { userPrincipalName: "claire" })).toThrow(
      "was not found",
    );
  });

  test("a caller", () => {
    expect(ask(directory(), "getClientConfig", {})).toMatchObject({
      tenantId: expect.stringMatching(guid) as string,
      objectId: expect.stringMatching(guid) as string,
    });
  });

  test.each(["getApplication", "getNothing"])("rejects %s", (name) => {
    expect(() => ask(directory(), name, { displayName: "x" })).toThrow(/not found|does not answer/);
  });
});
