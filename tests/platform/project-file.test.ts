import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { platformSettings } from "../../infra/platform/schema";

/** `Pulumi.yaml` tells Pulumi about the settings that `schema.ts` reads: one truth in two places. */
const root = join(__dirname, "../..");

const project = z
  .object({
    name: z.literal("cabinet"),
    config: z.record(
      z.string(),
      z.strictObject({
        type: z.enum(["string", "integer", "boolean", "array", "object"]),
        items: z.object({ type: z.string() }).optional(),
        description: z.string(),
        default: z.unknown(),
      }),
    ),
  })
  .parse(parse(readFileSync(join(root, "Pulumi.yaml"), "utf8")));

const settings = Object.entries(platformSettings.shape);

test("Pulumi.yaml declares exactly the settings there are, in the same order", () => {
  expect(Object.keys(project.config)).toEqual(settings.map(([key]) => key));
});

test.each(settings)("%s is declared as it is read", (key, schema) => {
  const declared = project.config[key];
  expect(declared?.description).toBe(schema.description);
  const absent = schema.safeParse(undefined);
  const standing = schema.safeParse(declared?.default);
  // A key that must be given is declared with an empty text, which is refused.
  const required = { success: false, declared: "" };
  expect(standing.success ? standing : { success: false, declared: declared?.default }).toEqual(
    absent.success ? absent : required,
  );
  const { type } = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
  expect(declared?.type).toBe(type);
});

test("the settings file of prod writes every setting out", () => {
  const prod = z
    .object({ config: z.record(z.string(), z.unknown()) })
    .parse(parse(readFileSync(join(root, "Pulumi.prod.yaml"), "utf8")));
  expect(Object.keys(prod.config)).toEqual(settings.map(([key]) => key));
});
