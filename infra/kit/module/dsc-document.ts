import { createHash } from "node:crypto";
import { expectedServer } from "../../firm/expected-servers";
import type { Site, SiteMachine } from "../../firm/site";
import { jsonFile, type KitFile } from "../kit-file";
import { listFile, moduleName } from "./configuration-package";
import { expectedDocument } from "./expected-document";

/** As DSC names it; documents of version 3 are told by it. */
export const dscSchema = "https://aka.ms/dsc/schemas/v3/bundled/config/document.json";

/**
 * The same comparison for `dsc config test`, where Azure is not asked. DSC 3.2 and later: adapters before had resources
 * nested in them. https://learn.microsoft.com/powershell/dsc/reference/resources/microsoft/adapter/windowspowershell
 *
 * It names the list that the machine is compared with by its hash, so that one hash, the document's own, says which list
 * a report answers.
 */
export function dscDocument(site: Site, machine: SiteMachine): KitFile {
  const list = listFile(expectedDocument(machine.name, expectedServer(site, machine)));
  return jsonFile(`${machine.name}.dsc.json`, {
    $schema: dscSchema,
    metadata: {
      cabinet: { machine: machine.name, role: machine.role, list: sha256(list) },
    },
    resources: [
      {
        name: "slim server",
        type: `${moduleName}/SlimServer`,
        directives: { requireAdapter: "Microsoft.Adapter/WindowsPowerShell" },
        properties: { Machine: machine.name, Correct: "false" },
      },
    ],
  });
}

/** SHA-256 of a machine's document of today, in lower case, as a report names it. */
export function documentHash(site: Site, machine: SiteMachine): string {
  return sha256(dscDocument(site, machine));
}

function sha256({ bytes }: KitFile): string {
  return createHash("sha256").update(bytes).digest("hex");
}
