import { z } from "zod";
import { firmSchema } from "./schema";
import { requestsSchema } from "./schema-requests";

/**
 * JSON Schema of a firm file, by which editors complete and check while one writes. It sees less than the program:
 * what depends on other files, and the finer rules inside texts, only the program checks.
 */
export function firmJsonSchema(): z.core.JSONSchema.BaseSchema {
  return editorSchema(firmSchema);
}

/** The same of a firm's request file. */
export function peopleJsonSchema(): z.core.JSONSchema.BaseSchema {
  return editorSchema(requestsSchema);
}

function editorSchema(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema, zodSchema }) => {
      // zod leaves out the examples of values that are transformed; ours are as one writes them.
      const { allowed, examples } = z.globalRegistry.get(zodSchema) ?? {};
      if (Array.isArray(examples)) jsonSchema.examples = examples;
      delete jsonSchema["allowed"];
      delete jsonSchema["refused"];
      delete jsonSchema["confidential"];
      // The name under which the YAML language server shows a text of our own instead of the bare pattern.
      if (jsonSchema.pattern !== undefined && typeof allowed === "string")
        jsonSchema["patternErrorMessage"] = `allowed: ${allowed}`;
    },
  });
}

/** The file `firm.schema.json`. */
export function printFirmJsonSchema(): string {
  return `${JSON.stringify(firmJsonSchema(), undefined, 2)}\n`;
}

/** The file `people.schema.json`. */
export function printPeopleJsonSchema(): string {
  return `${JSON.stringify(peopleJsonSchema(), undefined, 2)}\n`;
}
