import { z } from "zod";

/**
 * What DSC asks of a configuration document: keys as DSC 3.2 reads them, which refuses all others (structs
 * Configuration, Resource, ResourceDirective of lib/dsc-lib/src/configure/config_doc.rs), patterns and the list of
 * `$schema` as its JSON schemas of version 3 have them (schemas/v3, files config/document.json,
 * config/document.resource.json, definitions/resourceType.json, definitions/instanceName.json). Read in
 * https://github.com/PowerShell/DSC at 861df432, of 2026-08-22.
 */
const versions = ["v3", "v3.0", "v3.0.0", "v3.0.1", "v3.0.2", "v3.1", "v3.1.0"];
const forms = [
  "config/document.json",
  "bundled/config/document.json",
  "bundled/config/document.vscode.json",
];
const hosts = [
  "https://aka.ms/dsc/schemas",
  "https://raw.githubusercontent.com/PowerShell/DSC/main/schemas",
];
const schemas = hosts.flatMap((host) =>
  versions.flatMap((version) => forms.map((form) => `${host}/${version}/${form}`)),
);

const anything = z.record(z.string(), z.json());
const typeName = z.string().regex(/^\w+(\.\w+){0,3}\/\w+$/);
const securityContext = z.enum(["current", "elevated", "restricted"]);
const metadata = z.looseObject({
  "Microsoft.DSC": z.strictObject({ securityContext: securityContext.optional() }).optional(),
});

const resource = z.strictObject({
  type: typeName,
  name: z
    .string()
    .min(1)
    .regex(/^[a-zA-Z0-9 ]+$/),
  condition: z.string().optional(),
  requireVersion: z.string().optional(),
  directives: z
    .strictObject({
      requireAdapter: typeName.optional(),
      securityContext: securityContext.optional(),
    })
    .optional(),
  executionInformation: anything.optional(),
  dependsOn: z
    .array(
      z.string().regex(/^\[resourceId\(\s*'\w+(\.\w+){0,2}\/\w+'\s*,\s*'[a-zA-Z0-9 ]+'\s*\)\]$/),
    )
    .optional(),
  copy: anything.optional(),
  properties: anything.optional(),
  resources: z.array(anything).optional(),
  metadata: metadata.optional(),
});

export const dscConfiguration = z.strictObject({
  $schema: z.string().refine((text) => schemas.includes(text)),
  contentVersion: z.string().optional(),
  directives: anything.optional(),
  executionInformation: anything.optional(),
  functions: z.array(anything).optional(),
  metadata: metadata.optional(),
  outputs: anything.optional(),
  parameters: anything.optional(),
  resources: z
    .array(resource)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length),
  variables: anything.optional(),
});
