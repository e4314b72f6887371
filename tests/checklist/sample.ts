import { resolve } from "node:path";
import type { Firm } from "../../infra/firm/firm";
import type { Platform } from "../../infra/platform/platform";
import type { RegisteredResource } from "../../infra/resources/registered";
import { textAt } from "../../infra/rules/inputs";
import { readDefinition } from "../../infra/stacks/definition";
import { recordStack } from "../../infra/stacks/program";

// What Pulumi takes a stack trace for, jest would map to its source each time.
Error.stackTraceLimit = 0;

const root = resolve(__dirname, "../..");

export const sampleKeys = ["petit", "dupont", "moreau", "rousseau"] as const;

export interface Sample {
  readonly firm: Firm;
  readonly platform: Platform;
  readonly all: readonly RegisteredResource[];
  readonly hosts: readonly RegisteredResource[];
}

/** A sample firm as it is once it is live. */
export async function sample(key: string, settings: Partial<Platform> = {}): Promise<Sample> {
  const reading = readDefinition(`prod.${key}`, root);
  if (!reading.ok || reading.value.kind !== "firm") throw new Error(`${key} is no sample`);
  const { name } = reading.value;
  const firm: Firm = { ...reading.value.firm, stage: "live" };
  const platform = { ...reading.value.platform, ...settings };
  const { resources } = await recordStack(name, { platform, firm });
  const hosts = resources.filter((one) => /^hosts-.*-vm$/.test(one.name));
  return { firm, platform, all: resources, hosts };
}

/** The platform of the samples. */
export async function samplePlatform(
  settings: Partial<Platform> = {},
): Promise<readonly RegisteredResource[]> {
  const reading = readDefinition("prod", root);
  if (!reading.ok || reading.value.kind !== "platform") throw new Error("there is no platform");
  const { name } = reading.value;
  const platform = { ...reading.value.platform, ...settings };
  return (await recordStack(name, { platform, firm: undefined })).resources;
}

export const texts = (resources: readonly RegisteredResource[], path: string) =>
  resources.map((one) => textAt(one, path));
export const distinct = <T>(values: readonly T[]) => [...new Set(values)];
