import { z } from "zod";
import { toPlainRecord } from "./property-values";
import type { RegisteredResource } from "./registered";

/** A resource as the engine's JSON documents hold it (`sdk/go/common/apitype`, ResourceV3). */
export const resourceState = z.object({
  urn: z.string(),
  type: z.string(),
  custom: z.boolean(),
  id: z.string().optional(),
  parent: z.string().optional(),
  inputs: z.record(z.string(), z.unknown()).optional(),
  dependencies: z.array(z.string()).nullish(),
  protect: z.boolean().optional(),
  ignoreChanges: z.array(z.string()).nullish(),
  /** Only read, not managed: a stack reference, for example. */
  external: z.boolean().optional(),
  /** Replaced already and waiting for its deletion. */
  delete: z.boolean().optional(),
});

export type ResourceState = z.infer<typeof resourceState>;

/**
 * The list of registered resources, in order of their URNs. Left out is what is only read or going
 * away, and the default providers, which the engine makes for itself.
 */
export function registeredOf(states: readonly ResourceState[]): readonly RegisteredResource[] {
  const byUrn = new Map(
    states
      .filter((state) => state.external !== true && state.delete !== true)
      .filter(({ urn }) => !/pulumi:providers:[\w-]+::default(_|$)/.test(urn))
      .map((state) => [state.urn, registered(state)]),
  );
  return [...byUrn.values()].toSorted((a, b) => (a.urn < b.urn ? -1 : 1));
}

/** Reads a document of the engine. @throws Error when it is none; says which command makes one. */
export function parseDocument<T>(schema: z.ZodType<T>, document: unknown, command: string): T {
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  throw new Error(`this is not the output of \`${command}\`:\n${z.prettifyError(result.error)}`);
}

function registered(state: ResourceState): RegisteredResource {
  return {
    urn: state.urn,
    type: state.type,
    name: state.urn.slice(state.urn.lastIndexOf("::") + 2),
    custom: state.custom,
    parent: state.parent,
    inputs: toPlainRecord(state.inputs ?? {}),
    dependsOn: (state.dependencies ?? []).toSorted(),
    protect: state.protect ?? false,
    ignoreChanges: state.ignoreChanges ?? [],
    id: state.id === "" ? undefined : state.id,
  };
}
