import { one } from "../money";
import type { ProgramResource } from "../program";
import { units } from "../units";
import { type Family, metered } from "./family";

const patches = ["maintenance:ConfigurationAssignment"];
const configurations = ["guestconfiguration:GuestConfigurationHCRPAssignment"];

/**
 * Update Manager is free for machines in Azure, and paid by the month for servers that Arc brings in:
 * https://learn.microsoft.com/azure/update-manager/update-manager-faq#pricing
 */
export const patchedMachines: Family = {
  name: "Update Manager",
  group: "other",
  types: patches,
  usage: [],
  *findings({ program, resource }) {
    if (!isOfArc(resource)) {
      yield { kind: "free", reason: "machines in Azure are patched at no charge" };
      return;
    }
    if (!isFirst(resource, program.ofTypes(patches).filter(isOfArc), patchedOf)) {
      yield { kind: "free", reason: "a server is paid once, however many schedules it has" };
      return;
    }
    yield metered("server", "Update Manager, Arc server", "arc/update-manager", units.servers, one);
  },
};

/**
 * Machine configuration of a server that Arc brings in is paid by the month, once a server:
 * https://azure.microsoft.com/pricing/details/azure-arc/core-control-plane
 */
export const configuredMachines: Family = {
  name: "Machine configuration",
  group: "other",
  types: configurations,
  usage: [],
  *findings({ program, resource }) {
    if (!isFirst(resource, program.ofTypes(configurations), configuredOf)) {
      yield { kind: "free", reason: "a server is paid once, however many configurations it has" };
      return;
    }
    yield metered(
      "server",
      "Machine configuration, Arc server",
      "arc/machine-configuration",
      units.servers,
      one,
    );
  },
};

function isOfArc({ inputs }: ProgramResource): boolean {
  return (
    inputs.choice("providerName") === "microsoft.hybridcompute" ||
    inputs.text("resourceId")?.toLowerCase().includes("/microsoft.hybridcompute/") === true
  );
}

function patchedOf({ inputs }: ProgramResource): string {
  return [inputs.text("resourceGroupName"), inputs.text("resourceName")].join("/").toLowerCase();
}

function configuredOf({ inputs }: ProgramResource): string {
  return [inputs.text("resourceGroupName"), inputs.text("machineName")].join("/").toLowerCase();
}

/** Whether this is the first of those that are about the same server. */
function isFirst(
  resource: ProgramResource,
  all: readonly ProgramResource[],
  serverOf: (resource: ProgramResource) => string,
): boolean {
  return all.find((other) => serverOf(other) === serverOf(resource)) === resource;
}
