import { z } from "zod";
import type { RegisteredResource } from "./registered";
import { parseDocument, registeredOf, resourceState } from "./resource-state";

const digest = z.object({
  steps: z.array(z.object({ op: z.string(), newState: resourceState.nullish() })).nullish(),
});

/** What a program registers, from the parsed output of `pulumi preview --json --show-sames`. */
export function resourcesOfPreview(document: unknown): readonly RegisteredResource[] {
  const { steps } = parseDocument(digest, document, "pulumi preview --json --show-sames");
  return registeredOf(
    // A replacement is two or three steps of one URN; only those that leave the resource have a new state.
    (steps ?? []).flatMap(({ op, newState }) =>
      op.startsWith("read") || newState === null || newState === undefined ? [] : [newState],
    ),
  );
}
