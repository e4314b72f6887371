import { z } from "zod";
import type { RegisteredResource } from "./registered";
import { parseDocument, registeredOf, resourceState } from "./resource-state";

const digest = z.object({
  // Steps that only remove something have no new state; the steps of a replacement share one URN.
  steps: z.array(z.object({ newState: resourceState.nullish() })).nullish(),
});

/**
 * What a program registers, from the parsed output of `pulumi preview --json --show-sames`. Inputs
 * hold what the providers add to them too, such as `azureApiVersion`.
 */
export function resourcesOfPreview(document: unknown): readonly RegisteredResource[] {
  const { steps } = parseDocument(digest, document, "pulumi preview --json --show-sames");
  return registeredOf((steps ?? []).flatMap(({ newState }) => newState ?? []));
}
