import { exportDocument } from "../engine/state";
import type { Platform } from "../platform/platform";
import type { RegisteredResource } from "../resources/registered";
import { resourcesOfExport } from "../resources/stack-export";
import { deployedState } from "./deployed-state";
import type { NamedStack } from "./inputs";

/** What a stack's state holds; undefined when nothing is deployed under its name. @throws Failure */
export async function deployedResources(
  stack: NamedStack,
  platform: Platform,
  embedded: boolean,
): Promise<readonly RegisteredResource[] | undefined> {
  const deployment = await deployedState(stack, platform, embedded);
  return deployment === undefined ? undefined : resourcesOfExport(exportDocument(deployment));
}
