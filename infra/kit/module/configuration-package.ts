import { createHash } from "node:crypto";
import { zipSync } from "fflate";
import { expectedServer } from "../../firm/expected-servers";
import type { Firm } from "../../firm/firm";
import type { Site, SiteMachine } from "../../firm/site";
import { assignmentType } from "../../slim-server/assignment-type";
import { isDomainController } from "../../slim-server/machine-role";
import { readOwn, windowsTextFile, jsonFile, textFile, type KitFile } from "../kit-file";
import { expectedDocument, type ExpectedDocument } from "./expected-document";
import { writeMof } from "./mof";

export const moduleName = "CabinetSlimServer";
export const moduleVersion = "1.0.0";

/** What Azure's machine configuration fetches and runs on a machine. */
export interface ConfigurationPackage {
  /** Of the assignment, of the configuration in the MOF file and, with `.zip`, of the file: Azure wants one name. */
  readonly name: string;
  readonly version: string;
  readonly bytes: Uint8Array;
  /** Of the bytes, 64 hexadecimal digits in upper case, as `Get-FileHash` prints it. */
  readonly sha256: string;
}

/** Azure's limit of what a package holds, in bytes: https://learn.microsoft.com/azure/governance/machine-configuration/how-to/develop-custom-package/2-create-package */
export const largestPackage = 100 * 1024 * 1024;

/**
 * Name of a machine's configuration, of letters, digits and _ alone, for PowerShell takes it as a name of its own:
 * `SlimServer_dupont_meylan_controller`.
 */
export function configurationName(
  firm: Pick<Firm, "key">,
  site: Pick<Site, "key">,
  machine: Pick<SiteMachine, "role">,
): string {
  return ["SlimServer", firm.key, site.key, machine.role]
    .map((part) => part.replaceAll("-", "_"))
    .join("_");
}

/** The same bytes for the same firm and machine, on every day and every machine. */
export function configurationPackage(
  firm: Pick<Firm, "key">,
  site: Site,
  machine: SiteMachine,
): ConfigurationPackage {
  const name = configurationName(firm, site, machine);
  const files = [
    textFile(`${name}.mof`, configurationMof(name, machine, mayCorrect(site, machine))),
    jsonFile(`${name}.metaconfig.json`, { Type: packageType(machine), Version: moduleVersion }),
    ...moduleFiles(expectedDocument(machine.name, expectedServer(site, machine))),
  ];
  const bytes = zipFiles(files);
  return {
    name,
    version: moduleVersion,
    bytes,
    sha256: createHash("sha256").update(bytes).digest("hex").toUpperCase(),
  };
}

/** The module as Windows finds it below a folder of `PSModulePath`, with what one machine should be. */
export function moduleFiles(expected: ExpectedDocument, folder = "Modules"): readonly KitFile[] {
  const inside = (name: string) => `${folder}/${moduleName}/${name}`;
  return [
    ...["psd1", "psm1"].map((ending) => {
      const name = `${moduleName}.${ending}`;
      return windowsTextFile(inside(name), readOwn(`module/${name}`));
    }),
    { ...listFile(expected), path: inside("expected.json") },
  ];
}

/** What one machine should be, as the module reads it. */
export function listFile(expected: ExpectedDocument): KitFile {
  return jsonFile("expected.json", expected);
}

/** Whether Azure may remove features: where the firm file says so, and never from a machine with a directory. */
export function mayCorrect(
  { supervision }: Pick<Site, "supervision">,
  { role }: Pick<SiteMachine, "role">,
): boolean {
  return (
    supervision.kind === "arc" && supervision.correction === "correct" && !isDomainController(role)
  );
}

/**
 * What the agent may do with a package: what is only ever looked at cannot be set by another assignment either.
 * https://learn.microsoft.com/azure/governance/machine-configuration/how-to/develop-custom-package/2-create-package
 */
function packageType({ role }: Pick<SiteMachine, "role">): "Audit" | "AuditAndSet" {
  return assignmentType(role, "report") === "Audit" ? "Audit" : "AuditAndSet";
}

/** A configuration of one resource, as `Configuration` of PSDesiredStateConfiguration compiles it. */
function configurationMof(name: string, machine: SiteMachine, correct: boolean): string {
  return writeMof([
    {
      className: "SlimServer",
      alias: "SlimServer1ref",
      properties: {
        ResourceID: "[SlimServer]Machine",
        Machine: machine.name,
        Correct: String(correct),
        ModuleName: moduleName,
        ModuleVersion: moduleVersion,
        ConfigurationName: name,
      },
    },
    {
      className: "OMI_ConfigurationDocument",
      properties: {
        Version: "2.0.0",
        MinimumCompatibleVersion: "1.0.0",
        CompatibleVersionAdditionalProperties: ["Omi_BaseResource:ConfigurationName"],
        Name: name,
      },
    },
  ]);
}

/** First moment a zip file can name; a later one would make other bytes every day. */
const noTime = new Date(1980, 0, 1);

/** Stored, not compressed: the bytes then depend on the files alone, and not on who compresses. */
function zipFiles(files: readonly KitFile[]): Uint8Array {
  const byPath = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return zipSync(Object.fromEntries(byPath.map(({ path, bytes }) => [path, bytes])), {
    level: 0,
    mtime: noTime,
  });
}
