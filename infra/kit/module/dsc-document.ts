import type { SiteMachine } from "../../firm/site";
import { moduleName } from "./configuration-package";

/** As DSC names it; documents of version 3 are told by it. */
export const dscSchema = "https://aka.ms/dsc/schemas/v3/bundled/config/document.json";

/**
 * The same comparison for `dsc config test`, where Azure is not asked. DSC 3.2 and later: adapters before had resources
 * nested in them. https://learn.microsoft.com/powershell/dsc/reference/resources/microsoft/adapter/windowspowershell
 */
export function dscDocument(machine: SiteMachine): object {
  return {
    $schema: dscSchema,
    metadata: { cabinet: { machine: machine.name, role: machine.role } },
    resources: [
      {
        name: "slim server",
        type: `${moduleName}/SlimServer`,
        directives: { requireAdapter: "Microsoft.Adapter/WindowsPowerShell" },
        properties: { Machine: machine.name, Correct: "false" },
      },
    ],
  };
}
