import { resolve } from "node:path";

import { armId, armPathOf, inputsOf, parseArmId } from "../../infra/azure/arm-paths";
import { nameIsLegal } from "../../infra/embedded-azure/arm/rules/names";
import { withinRanges } from "../../infra/embedded-azure/arm/rules/ranges";
import { rulesHavePriorities } from "../../infra/embedded-azure/arm/rules/security-rules";
import { worldIn } from "../../infra/embedded-azure/arm/world-in";
import { nativeProvider } from "../../infra/embedded-azure/packages/native/provider";
import { Store } from "../../infra/embedded-azure/store/store";
import type {
  JsonObject,
  Property,
  PropertyObject,
} from "../../infra/embedded-azure/values/property";
import { Secret, jsonObject, unknown } from "../../infra/embedded-azure/values/property";
import { isRecord } from "../../infra/resources/property-values";
import { SECRET, UNKNOWN, type RegisteredResource } from "../../infra/resources/registered";
import { sdkApiVersion } from "../../infra/resources/sdk-api-version";
import { readDefinition } from "../../infra/stacks/definition";
import { recordPlatform, recordStack } from "../../infra/stacks/program";
import { armRequest } from "../support/arm-request";
import { disagreements, type Disagreement } from "../support/arm-disagreements";
import { ArmTypes, hasArmTypes, type Breach } from "../support/arm-types";
import { firmModes, platformModes } from "../support/firm-modes";
import { mutations, type Mutation } from "../support/mutations";

// Whole stacks: without traces they are recorded several times faster.
Error.stackTraceLimit = 0;
jest.setTimeout(120_000);

const root = resolve(__dirname, "../..");
const subscriptionId = "6f1d2c3b-0000-4000-8000-000000000001";

type Values = RegisteredResource["inputs"];

const reading = readDefinition("prod", root);
if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
const { platform } = reading.value;
const firms = firmModes(platform);
const platforms = platformModes();

/** What every kind of stack registers, in every mode it has. */
async function registered(): Promise<readonly RegisteredResource[]> {
  const resources: RegisteredResource[] = [];
  for (const { value } of platforms.modes) {
    const name = { kind: "platform", environment: value.environment } as const;
    resources.push(...(await recordStack(name, { platform: value, firm: undefined })).resources);
  }
  for (const { value } of firms.modes) {
    const { firm } = value;
    const outputs = recordPlatform(value.platform);
    const owner = { environment: platform.environment, firm: firm.key };
    const names = [
      { kind: "firm", ...owner } as const,
      ...firm.sites.map(({ key }) => ({ kind: "site", ...owner, site: key }) as const),
    ];
    for (const name of names)
      resources.push(...(await recordStack(name, value, () => outputs)).resources);
  }
  return resources.filter(({ type }) => type.startsWith("azure-native:"));
}

const isOpen = (value: unknown) => value === UNKNOWN || value === SECRET;

/** What Microsoft's types say; undefined where they have none. */
function breachesOf(types: ArmTypes, token: string, inputs: Values): readonly Breach[] | undefined {
  const request = armRequest(token, inputs);
  const apiVersion = sdkApiVersion(token);
  if (request === undefined || apiVersion === undefined || !types.has(request.type, apiVersion))
    return undefined;
  return types.breaches(request.type, apiVersion, request.body, isOpen);
}

const store = Store.open(":memory:");
const provider = nativeProvider(store);

/** What the embedded Azure says: what a preview refuses or warns of, and the name. */
function refusalOf(token: string, inputs: Values): string | undefined {
  const news = propertiesOf(inputs);
  const { failures, warnings } = provider.check(
    { token, name: "x", olds: {}, news, seed: new Uint8Array(32), autonaming: { mode: "disable" } },
    { subscriptionId, location: undefined },
  );
  const path = armPathOf(token);
  const id = path === undefined ? undefined : armId(path, inputs, subscriptionId);
  return (
    failures[0]?.reason ??
    warnings[0] ??
    (id === undefined ? undefined : ruledOut(id, jsonObject(news)))
  );
}

function ruledOut(id: string, body: JsonObject): string | undefined {
  const parts = parseArmId(id);
  const wish = { id, token: "", body, secretPaths: new Set<string>() };
  const change = { wish, parts, name: parts.names.at(-1) ?? "", previous: undefined };
  try {
    for (const rule of [nameIsLegal, withinRanges, rulesHavePriorities])
      rule(worldIn(store, subscriptionId), change);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

function propertiesOf(values: Values): PropertyObject {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, propertyOf(value)]),
  );
}

function propertyOf(value: unknown): Property {
  if (value === UNKNOWN) return unknown;
  if (value === SECRET) return new Secret(unknown);
  if (Array.isArray(value)) return value.map(propertyOf);
  if (typeof value === "object" && value !== null) return propertiesOf(value as Values);
  return value as string | number | boolean;
}

/** Classes without types of their API version in the archives. */
const without = [
  "azure-native:desktopvirtualization:SessionHost",
  "azure-native:alertsmanagement:AlertProcessingRuleByName",
  // What is inside of storage is no resource of ARM: the provider puts it there itself.
  "azure-native:storage:Blob",
];

/** What is wrong in the types' eyes with what this program registers, and is right. */
const knownBreaches: readonly { readonly breach: string; readonly because: string }[] = [
  {
    breach: "azure-native:app:Job properties.template.containers[0].resources.cpu is no integer",
    because:
      "these types know whole numbers only; the API takes quarters: https://learn.microsoft.com/azure/container-apps/containers#allocations",
  },
  {
    breach: "azure-native:compute:VirtualMachine properties.hardwareProfile.vmSize is not listed",
    because: "the list of sizes is no longer kept; the API takes every size there is",
  },
  ...["virtualNetworkGateway1", "localNetworkGateway2"].map((end) => ({
    breach: `azure-native:network:VirtualNetworkGatewayConnection properties.${end}.properties is missing`,
    because:
      "the types describe the gateway itself where the API takes its id: https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings",
  })),
];

test.each([
  ["firm", firms, 200],
  ["platform", platforms, 60],
])(
  "every choice of a %s's file is made by a mode that is held against the types",
  (_what, { choices, unmet }, least) => {
    expect(unmet).toEqual([]);
    expect(choices).toBeGreaterThan(least);
  },
);

const described = hasArmTypes ? describe : describe.skip;
if (!hasArmTypes)
  console.warn("../shared/arm-types is missing: nothing is held against Microsoft's types of ARM");

described("Microsoft's types of ARM", () => {
  let types: ArmTypes;
  let resources: readonly RegisteredResource[];
  beforeAll(async () => {
    types = new ArmTypes();
    resources = await registered();
  });

  test("know every class that is registered, but for those listed", () => {
    const unknownClasses = new Set(
      resources
        .filter(({ type, inputs }) => breachesOf(types, type, inputs) === undefined)
        .map(({ type }) => type),
    );
    expect([...unknownClasses]).toEqual(without);
  });

  test("find nothing wrong with what the stacks register", () => {
    const found = resources.flatMap(({ type, inputs }) =>
      (breachesOf(types, type, inputs) ?? []).map(({ path, what }) => `${type} ${path} ${what}`),
    );
    expect([...new Set(found)]).toEqual(knownBreaches.map(({ breach }) => breach));
  });

  test("agree with the embedded Azure on faults put in one at a time", () => {
    const seen = new Set<string>();
    const met = new Set<Disagreement>();
    const unexplained: string[] = [];
    let faults = 0;
    const shapes = new Set<string>();
    for (const { type, inputs } of resources) {
      const shape = `${type} ${shapeOf(inputs)}`;
      if (shapes.has(shape)) continue;
      shapes.add(shape);
      const usual = new Set((breachesOf(types, type, inputs) ?? []).map(textOf));
      for (const mutation of mutations(inputs)) {
        const where = `${type} ${mutation.path} ${mutation.what}`;
        if (seen.has(where) || isOnlyInPath(type, mutation)) continue;
        seen.add(where);
        const breaches = breachesOf(types, type, mutation.inputs) ?? [];
        const breach = breaches.find((each) => !usual.has(textOf(each)));
        const refusal = without.includes(type) ? undefined : refusalOf(type, mutation.inputs);
        if (breach === undefined && refusal === undefined) continue;
        faults++;
        if (breach !== undefined && refusal !== undefined) continue;
        const refusedBy = breach === undefined ? "embedded" : "types";
        const row = disagreements.find(
          (each) => each.refusedBy === refusedBy && each.where.test(where),
        );
        if (row === undefined)
          unexplained.push(`${where}: ${refusal ?? (breach && textOf(breach)) ?? ""}`);
        else met.add(row);
      }
    }
    expect(unexplained).toEqual([]);
    expect(disagreements.filter((row) => !met.has(row))).toEqual([]);
    expect(faults).toBeGreaterThan(1000);
  });
});

/** What faults can be put in: they are the same in all that have the same properties. */
function shapeOf(value: unknown): string {
  if (isOpen(value)) return "open";
  if (Array.isArray(value)) return `[${value.length === 0 ? "" : shapeOf(value[0])}]`;
  if (!isRecord(value)) return typeof value;
  return `{${Object.entries(value)
    .map(([name, inner]) => `${name}:${shapeOf(inner)}`)
    .join(",")}}`;
}

function textOf({ path, what }: Breach): string {
  return `${path} ${what}`;
}

/** What stands in the address of a request, and is no part of its body, has no type in the archives. */
function isOnlyInPath(token: string, { path, what }: Mutation): boolean {
  const armPath = armPathOf(token);
  const inPath = armPath === undefined ? [] : inputsOf(armPath);
  return inPath.includes(path) && !(path === inPath.at(-1) && what === "another value");
}
