import { z } from "zod";
import { toPlainRecord } from "../resources/property-values";
import { resourcesOfPreview } from "../resources/preview-json";
import type { RegisteredResource } from "../resources/registered";
import { resourcesOfExport } from "../resources/stack-export";

const listed = z.object({
  type: z.string().min(1),
  name: z.string().min(1),
  inputs: z.record(z.string(), z.unknown()).optional(),
  urn: z.string().optional(),
  id: z.string().optional(),
  parent: z.string().optional(),
  dependsOn: z.array(z.string()).optional(),
  custom: z.boolean().optional(),
});

const list = z.array(listed);

/**
 * Resources of any Azure program from one parsed JSON document: `pulumi preview --json`, `pulumi
 * stack export`, or a plain list of `{type, name, inputs}`.
 * @throws Error that says what the document should be, where it differs and what to do
 */
export function readResources(document: unknown): readonly RegisteredResource[] {
  if (Array.isArray(document)) return resourcesOfList(document);
  if (typeof document === "object" && document !== null) {
    if ("steps" in document) return resourcesOfPreview(document);
    if ("deployment" in document) return resourcesOfExport(document);
  }
  throw new Error(
    "these are no resources: expected the output of `pulumi preview --json`, of `pulumi stack " +
      "export`, or a list of {type, name, inputs}",
  );
}

function resourcesOfList(document: readonly unknown[]): readonly RegisteredResource[] {
  const result = list.safeParse(document);
  if (!result.success)
    throw new Error(
      `this is no list of resources {type, name, inputs}:\n${z.prettifyError(result.error)}`,
    );
  const urns = new Set<string>();
  return result.data.map(({ type, name, inputs, urn, id, parent, dependsOn, custom }) => {
    const own = urn ?? `urn:pulumi:list::resources::${type}::${name}`;
    if (urns.has(own))
      throw new Error(`two resources of the type ${type} are named ${name}: rename one of them`);
    urns.add(own);
    return {
      urn: own,
      type,
      name,
      custom: custom ?? true,
      parent,
      id,
      inputs: toPlainRecord(inputs ?? {}),
      dependsOn: dependsOn ?? [],
      protect: false,
      ignoreChanges: [],
    };
  });
}
