import type { Fault } from "../document/fault";
import { faultAt, refuse, type Reading, type SourceDocument } from "../document/source-document";
import { profileRoles } from "../slim-server/machine-role";
import type { WrittenSite } from "./read-sites";
import type { Supervision } from "./site";

/** The key `arc` of an office: what is onboarded can read its configuration, and what is written has an effect. */
export function readSupervision(
  document: SourceDocument,
  site: string,
  { arc, profile }: WrittenSite,
): Reading<Supervision> {
  if (arc === "agentless") return { ok: true, value: { kind: "agentless" } };
  const { machines, administrators, correction, readableUntil } = arc;
  const onboarded = profileRoles[profile].flatMap((role) => {
    const id = machines[role];
    return id === undefined ? [] : [{ role, id }];
  });
  const faults: Fault[] = [];
  const fault = (key: string, allowed: string, remedy: string) =>
    faults.push(faultAt(document, ["sites", site, "arc", key], { allowed, remedy }));
  if (onboarded.length > 0 && readableUntil === undefined)
    fault(
      "readableUntil",
      "a day with arc.machines, because no link to their configuration lasts for ever",
      "add readableUntil: and a day at most three years from now",
    );
  if (onboarded.length === 0 && readableUntil !== undefined)
    fault(
      "readableUntil",
      "no such key without arc.machines, because nothing would read the link",
      "remove it, or write the ids of the machines",
    );
  if (correction === "correct" && profile === "slimSingle")
    fault(
      "correction",
      "report with the profile slimSingle, because a domain controller is never changed unattended",
      "remove it, or write profile: slimSplit",
    );
  return faults.length === 0
    ? {
        ok: true,
        value: { kind: "arc", machines: onboarded, administrators, correction, readableUntil },
      }
    : refuse(faults);
}
