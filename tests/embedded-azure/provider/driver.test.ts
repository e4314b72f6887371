import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { status } from "@grpc/grpc-js";

import type { RunningProviders } from "../../../infra/embedded-azure/start";
import { startProviders, storeVariable } from "../../../infra/embedded-azure/start";
import { sdkPackage } from "../../../infra/embedded-azure/sdk/packages";
import { Store } from "../../../infra/embedded-azure/store/store";
import { Secret, unknown } from "../../../infra/embedded-azure/values/property";
import { Driver } from "../support/driver";

const groupToken = "azure-native:resources:ResourceGroup";
const accountToken = "azure-native:storage:StorageAccount";
const passwordToken = "random:index/randomPassword:RandomPassword";
const directoryToken = "azuread:index/group:Group";
const group = { resourceGroupName: "rg", location: "francecentral" };
const account = {
  ...group,
  accountName: "accountone",
  kind: "StorageV2",
  sku: { name: "Standard_LRS" },
};
const [one, two] = ["6f1d2c3b-0000-4000-8000-000000000001", "6f1d2c3b-0000-4000-8000-000000000002"];

let folder: string;
let running: RunningProviders;
const drivers: Driver[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "azure-"));
  process.env[storeVariable] = join(folder, "azure.db");
  running = await startProviders();
});

afterEach(() => {
  for (const driver of drivers.splice(0)) driver.close();
  running.stop();
  rmSync(folder, { recursive: true });
});

async function native(subscriptionId: string = one ?? ""): Promise<Driver> {
  const driver = await Driver.configured(running.ports["azure-native"], subscriptionId);
  drivers.push(driver);
  return driver;
}

describe("a provider over its wire", () => {
  test.each(["azure-native", "random", "azuread"] as const)("%s says what it is", async (name) => {
    const driver = new Driver(running.ports[name]);
    drivers.push(driver);
    const handshake = await driver.handshake();
    expect(handshake.getAcceptSecrets()).toBe(true);
    expect(handshake.getSupportsAutonamingConfiguration()).toBe(true);
    expect((await driver.info()).getVersion()).toBe(sdkPackage(name).version);
    const configured = await driver.configure({});
    expect(configured.getSupportspreview()).toBe(true);
    expect(configured.getAcceptsecrets()).toBe(true);
    expect(await driver.checkConfig({ location: "x" })).toEqual({ location: "x" });
    expect(await driver.diffConfig({ location: "x" }, { location: "y" })).toMatchObject({
      changes: 0,
      replacesList: [],
    });
  });

  test("checks, foresees, makes, reads, changes and deletes", async () => {
    const driver = await native();
    await driver.create(groupToken, group);
    const { inputs, failures } = await driver.check(accountToken, {
      ...account,
      tags: { a: new Secret("x") },
    });
    expect(failures).toEqual([]);
    const foreseen = await driver.create(accountToken, inputs, true);
    expect(foreseen).toMatchObject({
      id: "",
      outputs: { name: unknown, tags: { a: new Secret("x") } },
    });
    const { id, outputs } = await driver.create(accountToken, inputs);
    expect(id).toMatch(/\/storageAccounts\/accountone$/);
    expect(outputs).toMatchObject({ tags: { a: new Secret("x") }, provisioningState: "Succeeded" });
    expect(await driver.read(accountToken, id, inputs, outputs)).toEqual({ id, inputs, outputs });
    const news = { ...inputs, tags: { a: "y" } };
    expect(await driver.diff(accountToken, inputs, { ...news, accountName: "other" })).toEqual({
      replaces: ["accountName"],
      deleteBeforeReplace: true,
      detailed: { "tags.a": 4, accountName: 5 },
    });
    expect(await driver.update(accountToken, id, outputs, news)).toMatchObject({
      tags: { a: "y" },
    });
    await driver.delete(accountToken, id);
    expect(await driver.read(accountToken, id, inputs, outputs)).toEqual({
      id: "",
      inputs: {},
      outputs: {},
    });
    await driver.delete(accountToken, id);
  });

  test("tells failures of a check", async () => {
    const driver = await native();
    expect((await driver.check(accountToken, {})).failures).toContain(
      "missing required property 'kind'",
    );
  });

  test("rejects with Azure's words and the code of the genuine provider", async () => {
    const driver = await native();
    await expect(driver.create(accountToken, account)).rejects.toMatchObject({
      code: status.UNKNOWN,
      details: `Status=404 Code="ResourceGroupNotFound" Message="Resource group 'rg' could not be found."`,
    });
    await driver.create(groupToken, group);
    await expect(driver.create(groupToken, group)).rejects.toMatchObject({
      details: `cannot create already existing resource '/subscriptions/${one}/resourceGroups/rg'`,
    });
  });

  test("answers functions of all three packages", async () => {
    const driver = await native();
    expect(await driver.invoke("azure-native:authorization:getClientConfig", {})).toMatchObject({
      subscriptionId: one,
    });
    const directory = new Driver(running.ports.azuread);
    const random = new Driver(running.ports.random);
    drivers.push(directory, random);
    for (const other of [directory, random]) await other.configure({});
    const { outputs } = await directory.create(directoryToken, { displayName: "Staff" });
    expect(
      await directory.invoke("azuread:index/getGroup:getGroup", { displayName: "Staff" }),
    ).toMatchObject({ objectId: outputs["objectId"] });
    const password = await random.create(passwordToken, { length: 20 });
    expect(password.outputs["result"]).toEqual(expect.any(Secret));
  });

  test("instances of two subscriptions work on one store, each in its own", async () => {
    const [first, second] = [await native(one), await native(two)];
    const made = await Promise.all([
      first.create(groupToken, group),
      second.create(groupToken, group),
    ]);
    expect(made.map(({ id }) => id)).toEqual(
      [one, two].map((subscription) => `/subscriptions/${subscription}/resourceGroups/rg`),
    );
    await first.create(accountToken, account);
    await expect(second.create(accountToken, account)).rejects.toMatchObject({
      details: expect.stringContaining("StorageAccountAlreadyTaken") as string,
    });
  });

  test("goes on serving after an engine is done with it", async () => {
    const driver = await native();
    await driver.cancel();
    expect((await (await native()).create(groupToken, group)).id).not.toBe("");
  });

  test("writes down what was asked for, and what came of it", async () => {
    const driver = await native();
    await driver.create(groupToken, group, true);
    const { id } = await driver.create(groupToken, group);
    await driver.read(groupToken, id, group);
    await expect(driver.create(groupToken, group)).rejects.toThrow("already existing");
    await driver.delete(groupToken, id);
    const store = Store.open(process.env[storeVariable] ?? "");
    expect(
      store.events.all().map(({ operation, token, outcome }) => [operation, token, outcome]),
    ).toEqual([
      ["create", groupToken, "done"],
      ["read", groupToken, "done"],
      ["create", groupToken, `cannot create already existing resource '${id}'`],
      ["delete", groupToken, "done"],
    ]);
    expect(
      store.events
        .all()
        .every(({ pid, time }) => pid === process.pid && !Number.isNaN(Date.parse(time))),
    ).toBe(true);
    store.close();
  });

  test("is attached to an engine, and has neither a schema of its own nor programs to convert", async () => {
    const driver = await native();
    await driver.attach("127.0.0.1:1");
    expect(JSON.parse(await driver.schema())).toEqual({});
    expect(await driver.mappings()).toEqual([]);
  });

  test.each(["parameterize", "construct", "call"] as const)(
    "rejects %s by the protocol's own code",
    async (call) => {
      const driver = await native();
      await expect(driver.others[call]()).rejects.toMatchObject({ code: status.UNIMPLEMENTED });
    },
  );

  test("rejects being asked before it was configured", async () => {
    const driver = new Driver(running.ports["azure-native"]);
    drivers.push(driver);
    await expect(driver.create(groupToken, group)).rejects.toThrow("before it was configured");
  });

  test.each([
    ["no store", undefined, "CABINET_AZURE_STORE must name the file"],
    [
      "a store that is none",
      "broken.db",
      "cannot be used as the store of the embedded Azure: file is not a database",
    ],
  ])("rejects to work with %s, and says so to the user", async (_what, name, message) => {
    const path = name === undefined ? "" : join(folder, name);
    if (path !== "") writeFileSync(path, "no database\n".repeat(100));
    process.env[storeVariable] = path;
    running.stop();
    running = await startProviders();
    const driver = new Driver(running.ports["azure-native"]);
    drivers.push(driver);
    await driver.handshake();
    await expect(driver.configure({})).rejects.toMatchObject({
      details: expect.stringContaining(message) as string,
    });
  });
});
