import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { ServiceError } from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";

import { decode } from "../../../infra/embedded-azure/provider/codec";
import type { RunningProviders } from "../../../infra/embedded-azure/start";
import { faultsVariable, startProviders, storeVariable } from "../../../infra/embedded-azure/start";
import { Store } from "../../../infra/embedded-azure/store/store";
import { Driver } from "../support/driver";
import { startProcess } from "../support/process";

const subscription = "6f1d2c3b-0000-4000-8000-000000000001";
const groupToken = "azure-native:resources:ResourceGroup";
const networkToken = "azure-native:network:VirtualNetwork";
const group = { resourceGroupName: "rg", location: "francecentral" };
const network = {
  ...group,
  virtualNetworkName: "net",
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
};

let folder: string;
let running: RunningProviders | undefined;
let driver: Driver | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "faults-"));
  process.env[storeVariable] = join(folder, "azure.db");
});

afterEach(() => {
  stop();
  delete process.env[faultsVariable];
  rmSync(folder, { recursive: true });
});

function stop(): void {
  driver?.close();
  running?.stop();
  running = undefined;
}

/** Starts the providers with a plan; a second time on the same store. */
function withPlan(...rules: readonly object[]): Promise<Driver> {
  return withSeededPlan(1, ...rules);
}

async function withSeededPlan(seed: number, ...rules: readonly object[]): Promise<Driver> {
  stop();
  writePlan(rules, seed);
  running = await startProviders();
  driver = await Driver.configured(running.ports["azure-native"], subscription);
  return driver;
}

function writePlan(rules: readonly object[], seed = 1): void {
  const file = join(folder, "faults.json");
  writeFileSync(file, JSON.stringify({ seed, retryBudgetSeconds: 0.2, rules }));
  process.env[faultsVariable] = file;
}

function events() {
  const store = Store.open(join(folder, "azure.db"));
  try {
    return store.events.all().map(({ operation, outcome }) => `${operation} ${outcome}`);
  } finally {
    store.close();
  }
}

async function failureOf(work: Promise<unknown>): Promise<ServiceError> {
  try {
    await work;
  } catch (error) {
    return error as ServiceError;
  }
  throw new Error("it did not fail");
}

test("throttling is waited out in the provider, and told among the events", async () => {
  const azure = await withPlan({ fault: "throttled", times: 3, retryAfterSeconds: 0.01 });
  expect((await azure.create(groupToken, group)).id).toMatch(/rg$/);
  const throttled = expect.stringMatching(/^create tried again: Status=429 Code="TooManyRequests"/);
  expect(events()).toEqual([throttled, throttled, throttled, "create done"]);
});

test("rejects past the budget of tries, with nothing made", async () => {
  const azure = await withPlan({ fault: "throttled", times: 3, retryAfterSeconds: 0.15 });
  await expect(azure.create(groupToken, group)).rejects.toMatchObject({
    details: expect.stringContaining("Status=429"),
  });
  // It has met two of the three; the last is waited out.
  expect((await azure.create(groupToken, group)).id).toMatch(/rg$/);
});

test("what is unavailable is tried again as well", async () => {
  const azure = await withPlan({
    fault: "unavailable",
    status: 502,
    times: 1,
    retryAfterSeconds: 0,
  });
  await azure.create(groupToken, group);
  expect(events()[0]).toMatch(/Status=502/);
});

test("rejects in conflict as often as planned for each resource, and for no other type", async () => {
  const azure = await withPlan({ fault: "conflict", type: "network", on: ["update"], times: 2 });
  await azure.create(groupToken, group);
  const { id, outputs } = await azure.create(networkToken, network);
  const update = () => azure.update(networkToken, id, outputs, network);
  for (const _ of [1, 2])
    await expect(update()).rejects.toMatchObject({
      details: expect.stringContaining('Status=409 Code="AnotherOperationInProgress"'),
    });
  await update();
});

test("what chance decides is decided the same way in every run, and otherwise by another seed", async () => {
  let runs = 0;
  const outcomes = async (seed: number): Promise<readonly boolean[]> => {
    // Counts are kept in the store: the same again needs another one.
    process.env[storeVariable] = join(folder, `run-${runs++}.db`);
    const rule = { fault: "conflict", on: ["invoke"], chance: 0.5, times: 99 };
    const azure = await withSeededPlan(seed, rule);
    const failed: boolean[] = [];
    for (let attempt = 0; attempt < 16; attempt++)
      failed.push(
        await azure.invoke("azure-native:authorization:getClientConfig", {}).then(
          () => false,
          () => true,
        ),
      );
    return failed;
  };
  const first = await outcomes(1);
  expect(new Set(first).size).toBe(2);
  expect(await outcomes(1)).toEqual(first);
  expect(await outcomes(2)).not.toEqual(first);
});

test("what is made by half stays: the engine is told its state and why", async () => {
  const azure = await withPlan({ fault: "halfMade", type: "network:VirtualNetwork" });
  await azure.create(groupToken, group);
  const failure = await failureOf(azure.create(networkToken, network));
  const [packed] = failure.metadata.get("grpc-status-details-bin");
  const [detail] = Status.deserializeBinary(Buffer.from(packed ?? "")).getDetailsList();
  expect(detail?.getTypeName()).toBe("pulumirpc.ErrorResourceInitFailed");
  const failed = ErrorResourceInitFailed.deserializeBinary(
    detail?.getValue_asU8() ?? new Uint8Array(),
  );
  expect(failed.getId()).toMatch(/virtualNetworks\/net$/);
  expect(decode(failed.getInputs())).toEqual(network);
  expect(decode(failed.getProperties())).toMatchObject({ provisioningState: "Failed" });
  expect(failed.getReasonsList()).toEqual([expect.stringContaining("partially created")]);
  // It is there, and updating it brings it up.
  const read = await azure.read(networkToken, failed.getId(), network, {});
  expect(read.outputs).toMatchObject({ provisioningState: "Failed" });
  expect(await azure.update(networkToken, read.id, read.outputs, network)).toMatchObject({
    provisioningState: "Succeeded",
  });
});

test("reads lag behind creating, changing and deleting", async () => {
  const long = 3600;
  const azure = await withPlan({ fault: "lag", type: "network", seconds: long });
  await azure.create(groupToken, group);
  const { id, outputs } = await azure.create(networkToken, network);
  expect((await azure.read(networkToken, id, network, outputs)).id).toBe("");
  const changed = { ...network, tags: { a: "x" } };
  await azure.update(networkToken, id, outputs, changed);
  expect((await azure.read(networkToken, id, network, outputs)).inputs).toEqual(network);
  await azure.delete(networkToken, id);
  expect((await azure.read(networkToken, id, changed, outputs)).id).toBe(id);
  // Only reads lag: it is gone, and can be made again.
  await azure.create(networkToken, network);
});

test("rejects what still waits when the engine winds down", async () => {
  const azure = await withPlan({ fault: "latency", on: ["create"], seconds: 3600 });
  const made = failureOf(azure.create(groupToken, group));
  // The wait has begun when a later call has been answered.
  await azure.read(groupToken, `/subscriptions/${subscription}/resourceGroups/rg`);
  await azure.cancel();
  expect((await made).details).toContain("winding down");
});

test("a preview meets no fault", async () => {
  const azure = await withPlan(
    { fault: "conflict", times: 9 },
    { fault: "death", moment: "after" },
  );
  expect((await azure.create(groupToken, group, true)).id).toBe("");
});

test.each([
  ["before", expect.stringMatching(/resourceGroups\/rg$/)],
  ["after", expect.stringContaining("cannot create already existing resource")],
] as const)("the process dies %s the work, once", async (moment, then) => {
  writePlan([{ fault: "death", on: ["create"], moment }]);
  const { child, port } = await startProcess("azure-native", join(folder, "azure.db"));
  const dying = await Driver.configured(port, subscription);
  const gone = once(child, "exit");
  await failureOf(dying.create(groupToken, group));
  expect((await gone)[1]).toBe("SIGKILL");
  dying.close();
  running = await startProviders();
  driver = await Driver.configured(running.ports["azure-native"], subscription);
  const again = driver.create(groupToken, group).then(
    ({ id }) => id,
    (error: ServiceError) => error.details,
  );
  expect(await again).toEqual(then);
});

test("rejects a plan that cannot be read when the engine configures", async () => {
  process.env[faultsVariable] = join(folder, "none.yaml");
  running = await startProviders();
  await expect(
    Driver.configured(running.ports["azure-native"], subscription),
  ).rejects.toMatchObject({ details: expect.stringContaining("plan of faults cannot be read") });
});
