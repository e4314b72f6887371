import { z } from "zod";
import { dscDocument } from "../../../infra/kit/module/dsc-document";
import { sampleSite } from "../../support/sample-firms";

/**
 * What https://aka.ms/dsc/schemas/v3/bundled/config/document.json asks of a document, as far as ours goes:
 * https://learn.microsoft.com/powershell/dsc/reference/schemas/config/document
 */
const document = z.strictObject({
  $schema: z.literal("https://aka.ms/dsc/schemas/v3/bundled/config/document.json"),
  metadata: z.record(z.string(), z.json()),
  resources: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        type: z.string().regex(/^\w+(\.\w+){0,3}\/\w+$/),
        directives: z.strictObject({
          requireAdapter: z.enum([
            "Microsoft.Adapter/WindowsPowerShell",
            "Microsoft.Adapter/PowerShell",
          ]),
        }),
        properties: z.record(z.string(), z.json()),
      }),
    )
    .min(1)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length),
});

test.each(sampleSite("dupont").site.machines)("document of $name", (machine) => {
  const parsed = document.parse(JSON.parse(JSON.stringify(dscDocument(machine))));
  expect(parsed.resources).toEqual([
    {
      name: "slim server",
      type: "CabinetSlimServer/SlimServer",
      directives: { requireAdapter: "Microsoft.Adapter/WindowsPowerShell" },
      properties: { Machine: machine.name, Correct: "false" },
    },
  ]);
});
