import type * as pulumi from "@pulumi/pulumi";
import { recordProgram } from "../../infra/resources/record";
import type { RegisteredResource } from "../../infra/resources/registered";
import { ids } from "./builders";

/** What a program registers besides its stack, in order of the URNs. */
export async function registered(
  build: () => pulumi.Inputs | void,
): Promise<readonly RegisteredResource[]> {
  const { resources } = await recordProgram(
    "test",
    () => {
      build();
      return {};
    },
    { subscriptionId: ids.firmSubscription },
  );
  return resources.filter(({ type }) => type !== "pulumi:pulumi:Stack");
}

/** How many resources of each type, without the packages' names: `network:Subnet`. */
export function counted(resources: readonly RegisteredResource[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of resources) {
    const short = type.replace(/^azure-native:/, "");
    counts[short] = (counts[short] ?? 0) + 1;
  }
  return counts;
}

/** Inputs of the one resource with this logical name. @throws Error when there is none, or more than one. */
export function inputsOf(resources: readonly RegisteredResource[], name: string) {
  return named(resources, name).inputs;
}

/** The one resource with this logical name. @throws Error when there is none, or more than one. */
export function named(resources: readonly RegisteredResource[], name: string): RegisteredResource {
  const found = resources.filter((resource) => resource.name === name);
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  const names = resources.map((resource) => resource.name).join(", ");
  throw new Error(`${found.length} resources are named "${name}"; there are ${names}`);
}
