import type { Fault } from "../document/fault";
import { faultAt, type SourceDocument } from "../document/source-document";
import { archivePresets } from "./archive-presets";
import type { Firm } from "./firm";
import { sizeSessionHosts } from "./sizing";

/** What is allowed in a firm file and may still not be what was meant. */
export function firmWarnings(document: SourceDocument, firm: Firm): readonly Fault[] {
  return [
    ...archiveWarnings(document, firm),
    ...lockWarnings(document, firm),
    ...hostWarnings(document, firm),
    ...profileWarnings(document, firm),
    ...citrixWarnings(document, firm),
  ];
}

/** Longer than any hosting contract, and than this kind of storage has existed. */
const longYears = 20;

function archiveWarnings(document: SourceDocument, { data }: Firm): readonly Fault[] {
  return data.archive
    .filter((preset) => archivePresets[preset].years > longYears)
    .map((preset) =>
      faultAt(document, ["data", "archive"], {
        met: `"${preset}"`,
        allowed: `this duty of ${archivePresets[preset].years} years, which outlasts every hosting contract; unchangeable storage is no certified archive either`,
        remedy:
          "hand the payslips over to a certified payslip vault, and keep them here only until then",
      }),
    );
}

function lockWarnings(document: SourceDocument, { backup }: Firm): readonly Fault[] {
  if (backup.immutability === "enabled") return [];
  return [
    faultAt(document, ["backup", "immutability"], {
      allowed: `a vault locked for ever: nobody can undo it, and when the firm leaves, Azure keeps vault and copies, and bills them, until the last has had its ${backup.vaultMonths} months; nobody can erase them before, whatever the firm is entitled to`,
      remedy:
        "lock only when the firm asks in writing, and with vaultMonths: 3 or fewer; else write immutability: enabled",
    }),
  ];
}

function hostWarnings(document: SourceDocument, { people, sessions }: Firm): readonly Fault[] {
  const plan = sizeSessionHosts(people, sessions);
  const seats = plan.count * plan.maxSessions;
  if (seats >= plan.people) return [];
  return [
    faultAt(document, ["sessions", "hosts", "count"], {
      allowed: `this number, with which ${seats} of ${plan.people} people can work at once`,
      remedy: `write count: ${Math.ceil(plan.people / plan.maxSessions)}, or hosts: auto`,
    }),
  ];
}

/** https://msrc.microsoft.com/update-guide/vulnerability/CVE-2021-34527 */
function profileWarnings(document: SourceDocument, { sites }: Firm): readonly Fault[] {
  return sites
    .filter(({ profile }) => profile === "slimSingle")
    .map(({ key }) =>
      faultAt(document, ["sites", key, "profile"], {
        allowed:
          "this profile, which runs the print spooler on a domain controller: by a flaw of the spooler, such as PrintNightmare, whoever may print can take the whole domain",
        remedy:
          "write profile: slimSplit; where there is one server only, keep printer drivers to administrators and patch at once",
      }),
    );
}

/** https://learn.microsoft.com/azure/virtual-desktop/remote-app-streaming/per-user-access-pricing */
function citrixWarnings(
  document: SourceDocument,
  { sessions: { broker }, tenancy }: Firm,
): readonly Fault[] {
  if (broker.kind === "avd" || tenancy === "firm") return [];
  return [
    faultAt(document, ["sessions", "broker"], {
      allowed:
        "this broker, whose users Azure's per-user access pricing does not cover: in the provider's tenant nothing here gives them the right to Windows",
      remedy:
        "have the licence reseller confirm in writing which licences of these users count with a hosting provider; else write broker: avd",
    }),
  ];
}
