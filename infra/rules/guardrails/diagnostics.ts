import { breachesOf, inputAt, isIdOf, isInside, ofType, textAt } from "../inputs";
import { together, type Guardrail } from "../model";

/** What writes a record of who did what, if it is told where to. */
const audited = [
  "desktopvirtualization:HostPool",
  "desktopvirtualization:ApplicationGroup",
  "desktopvirtualization:Workspace",
  "keyvault:Vault",
  "recoveryservices:Vault",
  "network:AzureFirewall",
  "network:BastionHost",
  "network:VirtualNetworkGateway",
];

export const diagnostics: Guardrail = {
  id: "diagnostics",
  what: "every pool, application group, workspace, vault and account writes its records into the log workspace",
  why: "after a break-in, the first question is who did what and since when; what was not recorded cannot be answered",
  severity: "error",
  source:
    "learn.microsoft.com/azure/virtual-desktop/diagnostics-log-analytics; Azure review checklists, AVD: a0916a76, key vault: 6d37a33b",
  remedy: "give it a DiagnosticSetting to the stack's workspace",
  check: together((resources, { kind }) => {
    const settings = ofType(resources, "monitor:DiagnosticSetting").filter(
      (setting) => inputAt(setting, "workspaceId") !== undefined,
    );
    return [
      ...breachesOf(ofType(resources, ...audited), (resource) =>
        settings.some((setting) => isIdOf(inputAt(setting, "resourceUri"), resource))
          ? []
          : ["its records go nowhere"],
      ),
      // An account's records are those of its services. What an office's holds are packages, and no firm's files.
      ...breachesOf(ofType(resources, "storage:StorageAccount"), ({ id = "" }) =>
        kind === "site" || settings.some((setting) => isInside(textAt(setting, "resourceUri"), id))
          ? []
          : ["the records of its files go nowhere"],
      ),
    ];
  }),
};
