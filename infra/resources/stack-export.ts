import { z } from "zod";
import type { RegisteredResource } from "./registered";
import { parseDocument, registeredOf, resourceState } from "./resource-state";

const checkpoint = z.object({
  deployment: z.object({ resources: z.array(resourceState).nullish() }),
});

/**
 * What a stack holds, from the parsed output of `pulumi stack export`. Inputs hold what the providers
 * add to them too, such as `azureApiVersion`.
 */
export function resourcesOfExport(document: unknown): readonly RegisteredResource[] {
  const { deployment } = parseDocument(checkpoint, document, "pulumi stack export");
  return registeredOf(deployment.resources ?? []);
}
