import type { Fault } from "../document/fault";
import { faultAt, type SourceDocument } from "../document/source-document";
import { find } from "../document/judge";
import { alternatives } from "../document/wording";
import { machineRoles, profileRoles, type MachineRole } from "../slim-server/machine-role";
import type { WrittenSite } from "./read-sites";

/** Machines that a file describes, and that the office's profile does not have. */
export function unusedMachines(
  document: SourceDocument,
  site: string,
  { profile, arc }: WrittenSite,
): readonly Fault[] {
  const known: readonly MachineRole[] = profileRoles[profile];
  const unused = machineRoles.filter((role) => !known.includes(role));
  const paths = [
    ...unused.map((role) => ["sites", site, "machines", role]),
    ...(arc === "agentless" ? [] : unused.map((role) => ["sites", site, "arc", "machines", role])),
  ];
  return paths
    .filter((path) => find(document.root, path) !== undefined)
    .map((path) =>
      faultAt(document, path, {
        allowed: `machines of the profile ${profile}: ${alternatives(known)}`,
        remedy: "remove it, or write the other profile",
      }),
    );
}
