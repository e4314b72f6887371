import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

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
import type { Platform } from "../../infra/platform/platform";
import { isRecord } from "../../infra/resources/property-values";
import { SECRET, UNKNOWN, type RegisteredResource } from "../../infra/resources/registered";
import { sdkApiVersion } from "../../infra/resources/sdk-api-version";
import { readDefinition } from "../../infra/stacks/definition";
import { recordPlatform, recordStack } from "../../infra/stacks/program";
import { armRequest } from "../support/arm-request";
import { ArmTypes, hasArmTypes, type Breach } from "../support/arm-types";
import { firmModes, platformModes, readMode } from "../support/firm-modes";
import { officeWithAll } from "../support/offices";
import { mutations, type Mutation } from "../support/mutations";

// Whole stacks: without traces they are recorded several times faster.
Error.stackTraceLimit = 0;
jest.setTimeout(120_000);

const root = resolve(__dirname, "../..");
const subscriptionId = "6f1d2c3b-0000-4000-8000-000000000001";

type Values = RegisteredResource["inputs"];

const reading = readDefinition("prod", root);
if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
const platform: Platform = {
  ...reading.value.platform,
  allowedRegions: ["francecentral", "francesouth"],
};
const modes = firmModes.map((mode) => readMode(mode, platform));

/** What every kind of stack registers, in every mode it has. */
async function registered(): Promise<readonly RegisteredResource[]> {
  const resources: RegisteredResource[] = [];
  for (const each of platformModes(platform)) {
    const name = { kind: "platform", environment: each.environment } as const;
    const recording = await recordStack(name, { platform: each, firm: undefined });
    resources.push(...recording.resources);
  }
  const outputs = recordPlatform(platform);
  for (const { firm } of modes) {
    const owner = { environment: platform.environment, firm: firm.key };
    const names = [
      { kind: "firm", ...owner } as const,
      ...firm.sites.map(({ key }) => ({ kind: "site", ...owner, site: key }) as const),
    ];
    for (const name of names)
      resources.push(...(await recordStack(name, { platform, firm }, () => outputs)).resources);
  }
  resources.push(...(await registeredByOffices()));
  return resources.filter(({ type }) => type.startsWith("azure-native:"));
}

/** One office with everything it can have in Azure. */
async function registeredByOffices(): Promise<readonly RegisteredResource[]> {
  const definition = readDefinition("prod.dupont.meylan", root);
  if (!definition.ok || definition.value.kind !== "site") throw new Error("dupont has an office");
  const { name, firm, site } = definition.value;
  const { resources } = await recordStack(name, {
    platform: { ...platform, vpnGateway: "VpnGw1AZ" },
    firm: { ...firm, sites: [officeWithAll(firm, site)] },
  });
  return resources;
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

/** Where Microsoft's types and the embedded Azure do not agree, and why. */
interface Disagreement {
  readonly refusedBy: "types" | "embedded";
  /** In `token path what`. */
  readonly where: RegExp;
  readonly because: string;
}

const disagreements: readonly Disagreement[] = [
  {
    refusedBy: "types",
    where: / location left out$/,
    because: "the provider fills in the location of the resource group before ARM sees it",
  },
  {
    refusedBy: "types",
    where: /\[\]\.name left out$|networkInterfaces\[\]\.id left out$|subnet\.id left out$/,
    because:
      "the translation of the SDK's shape to ARM's tells parts with `properties` by their name or id",
  },
  {
    refusedBy: "types",
    where: /GuestConfigurationHCRPAssignment properties left out$/,
    because:
      "without properties the translation does not know the name for one that stands beside them",
  },
  {
    refusedBy: "types",
    where: /:(Protect\w+|ResourceGuardProxy) properties left out$/,
    because: "the translation adds empty properties; the SDK lets them be left out",
  },
  {
    refusedBy: "embedded",
    where: /NetworkSecurityGroup securityRules\[\]\.priority far too (small|large)$/,
    because: "the types have no range of priorities; Azure's documentation does",
  },
  {
    refusedBy: "types",
    where: /ScalingPlan schedules\[\]\.daysOfWeek\[\] another value$/,
    because: "the SDK has plain text where the API lists the days",
  },
  {
    refusedBy: "types",
    where: /DataCollectionRule .*streams\[\] another value$/,
    because: "streams of one's own are allowed beside those listed",
  },
  {
    refusedBy: "types",
    where: /Vault properties\.tenantId another value$/,
    because: "the SDK knows no form of a text; there is no rule for this one",
  },
  {
    refusedBy: "embedded",
    where: /:(Key|Secret) properties left out$/,
    because: "the translation adds empty properties, in which the types miss nothing",
  },
  {
    refusedBy: "embedded",
    where: /GuestConfigurationHCRPAssignment name (left out|another type)$/,
    because: "the SDK demands a name in the body, which the API takes from the address too",
  },
  {
    refusedBy: "embedded",
    where: /Workspace features\.\* unknown beside it$/,
    because: "the API takes further features; the SDK has no place for them",
  },
  {
    refusedBy: "embedded",
    where: /(:\w+ \w*[nN]ame) another value$/,
    because: "the published types have no form of this name; Azure's naming rules do",
  },
  {
    refusedBy: "types",
    where: /ActionGroup enabled left out$/,
    because: "the SDK fills in its default, true",
  },
  {
    refusedBy: "types",
    where: /ScheduledQueryRule criteria\.allOf\[\]\.operator another value$/,
    because: "the SDK lists the operators of another API, so the embedded Azure takes any",
  },
  {
    refusedBy: "embedded",
    where: /userAssignedIdentities\[\] another type$/,
    because: "ARM has the ids as keys, and a key is always text",
  },
  {
    refusedBy: "embedded",
    where: /Job template\.containers\[\]\.resources\.cpu another type$/,
    because: "these types know whole numbers only, and refuse the right value too",
  },
  {
    refusedBy: "embedded",
    where: /VirtualMachine hardwareProfile\.vmSize another type$/,
    because: "sizes are no longer listed: the types refuse every size of today, whatever its type",
  },
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

/** Choices that are one text among others in a resource, and no mode. */
const sameResources = ["region", "sessions.previous.hosts.size"];

/** Every choice of the firm file's schema, `sessions.broker=avd`, outside of lists and of maps by name. */
function* choices(schema: unknown, path = ""): Generator<string> {
  if (!isRecord(schema)) return;
  const { enum: values, properties } = schema;
  if (Array.isArray(values)) for (const value of values) yield `${path}=${String(value)}`;
  if (isRecord(properties))
    for (const [name, inner] of Object.entries(properties))
      yield* choices(inner, path === "" ? name : `${path}.${name}`);
}

function chosen(written: unknown, path: string, schema: unknown): unknown {
  const [name = "", ...rest] = path.split(".");
  const inner = isRecord(written) ? written[name] : undefined;
  const properties = isRecord(schema) ? schema["properties"] : undefined;
  const part = isRecord(properties) ? properties[name] : undefined;
  if (rest.length > 0) return chosen(inner, rest.join("."), part);
  return inner ?? (isRecord(part) ? part["default"] : undefined);
}

test("every choice of the firm file is made by a mode that is held against the types", () => {
  const file = join(root, "infra/firm/firm.schema.json");
  const schema: unknown = JSON.parse(readFileSync(file, "utf8"));
  const missing = [...choices(schema)].filter((choice) => {
    const [path = "", value] = choice.split("=");
    return (
      !sameResources.includes(path) &&
      !modes.some(({ written }) => String(chosen(written, path, schema)) === value)
    );
  });
  expect(missing).toEqual([]);
});

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
