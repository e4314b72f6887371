import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeRequest,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  type AnalyzeResponse,
  type AnalyzerInfo,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type { RegisteredResource } from "../../infra/resources/registered";
import { guardrailIds } from "../../infra/rules/ids";
import { readDefinition } from "../../infra/stacks/definition";
import { recordStack } from "../../infra/stacks/program";
import { end, firstLine } from "../embedded-azure/support/process";
import { add, set, without } from "../rules/support/change";

// The pack as the engine starts it: Pulumi's own run-policy-pack, asked over its own protocol.
jest.setTimeout(60_000);

const root = join(__dirname, "../..");
let pack: ChildProcess;
let client: AnalyzerClient;
let resources: readonly RegisteredResource[];

beforeAll(async () => {
  pack = spawn(
    process.execPath,
    [
      join(root, "node_modules/@pulumi/pulumi/cmd/run-policy-pack"),
      "127.0.0.1:0",
      join(root, "infra/cli/policy-pack"),
    ],
    { cwd: join(root, "infra/cli/policy-pack"), stdio: ["ignore", "pipe", "pipe"] },
  );
  client = new AnalyzerClient(`127.0.0.1:${await firstLine(pack)}`, credentials.createInsecure());
  const reading = readDefinition("prod.petit", root);
  if (!reading.ok || reading.value.kind !== "firm") throw new Error("petit is no sample");
  ({ resources } = await recordStack(reading.value.name, reading.value));
});
afterAll(async () => {
  client.close();
  await end(pack, "SIGTERM");
});

function answer<T>(call: (done: (error: ServiceError | null, value: T) => void) => void) {
  return new Promise<T>((resolve, reject) => {
    call((error, value) => (error === null ? resolve(value) : reject(error)));
  });
}

const structOf = (inputs: RegisteredResource["inputs"]) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- recorded inputs are plain JSON
  Struct.fromJavaScript(JSON.parse(JSON.stringify(inputs)) as Record<string, JavaScriptValue>);

/** What the pack says of a resource alone, as `policy: message`. */
async function saidOf(name: string, of: readonly RegisteredResource[]): Promise<readonly string[]> {
  const one = of.find((resource) => resource.name === name);
  if (one === undefined) throw new Error(`no resource is named ${name}`);
  const request = new AnalyzeRequest()
    .setType(one.type)
    .setUrn(one.urn)
    .setName(one.name)
    .setProperties(structOf(one.inputs))
    .setOptions(new AnalyzerResourceOptions());
  return messages(await answer<AnalyzeResponse>((done) => client.analyze(request, done)));
}

/** What the pack says of all together. */
async function saidOfAll(of: readonly RegisteredResource[]): Promise<readonly string[]> {
  const request = new AnalyzeStackRequest().setResourcesList(
    of.map((one) =>
      new AnalyzerResource()
        .setType(one.type)
        .setUrn(one.urn)
        .setName(one.name)
        .setParent(one.parent ?? "")
        .setProperties(structOf(one.id === undefined ? one.inputs : { ...one.inputs, id: one.id }))
        .setOptions(new AnalyzerResourceOptions())
        .setDependenciesList([...one.dependsOn]),
    ),
  );
  return messages(await answer<AnalyzeResponse>((done) => client.analyzeStack(request, done)));
}

const messages = (response: AnalyzeResponse) =>
  response.getDiagnosticsList().map((one) => `${one.getPolicyname()}: ${one.getMessage()}`);

test("Pulumi loads it: every guardrail is a policy, by its name and level", async () => {
  const info = await answer<AnalyzerInfo>((done) => client.getAnalyzerInfo(new Empty(), done));
  expect(info.getName()).toBe("cabinet");
  expect(info.getPoliciesList().map((policy) => policy.getName())).toEqual(
    expect.arrayContaining([...guardrailIds]),
  );
  expect(info.getPoliciesList()).toHaveLength(guardrailIds.length);
});

test("nothing is said of a sample firm, of its resources alone or together", async () => {
  expect(await saidOf("profiles-account", resources)).toEqual([]);
  const said = await saidOfAll(resources);
  expect(said.filter((text) => !/^(budget):/.test(text))).toEqual([]);
});

test("rejects a resource before it is made", async () => {
  const old = set("profiles-account", { minimumTlsVersion: "TLS1_0" })(resources);
  expect(await saidOf("profiles-account", old)).toEqual([
    expect.stringMatching(/^transport-encryption: .*minimumTlsVersion is "TLS1_0"; set /s),
  ]);
});

test("rejects what only all together tell", async () => {
  const known = resources.map((one) =>
    one.custom && one.id === undefined ? { ...one, id: one.urn } : one,
  );
  expect(await saidOfAll(without("activity-setting")(known))).toContainEqual(
    expect.stringMatching(/^activity-log: .*nobody keeps Administrative/s),
  );
});

test("stacks of other programs are none of its business", async () => {
  const other = add("profiles-account", "other", {
    urn: "urn:pulumi:website::site::azure-native:storage:StorageAccount::other",
  })(set("profiles-account", { minimumTlsVersion: "TLS1_0" })(resources));
  expect(await saidOf("other", other)).toEqual([]);
});
