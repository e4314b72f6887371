import type * as pulumi from "@pulumi/pulumi";
import type { Access } from "../components/access";
import type { NameOwner } from "../azure/names";
import { SignInMembership } from "../components/sign-in-membership";
import { Technicians } from "../components/technicians";
import type { TimedMember } from "../components/timed-members";
import type { Live, PlatformOutputs } from "./platform-outputs";
import type { PlacedGroup } from "./resource-groups";
import { People } from "../components/people";
import { compareDates, formatDate, type Today } from "../document/calendar-date";
import type { Firm } from "../firm/firm";
import { requestStatus } from "../firm/requests";

/** Who may repair hosts for a time, and which rules of sign-in count for whom. */
export function firmSignIn(
  firm: Firm,
  today: Today,
  owner: NameOwner & { readonly firm: string },
  groups: Readonly<Record<"hosts" | "desktops", PlacedGroup>>,
  hub: Live<PlatformOutputs>,
  { groupIds }: Access,
  opts: pulumi.ComponentResourceOptions,
): void {
  const { devices } = firm.access;
  const technicians = presentTechnicians(firm, today);
  new SignInMembership(
    "signin",
    {
      groupIds,
      signInGroupIds: {
        people: hub.signInPeople,
        managedDevices: hub.signInManagedDevices,
        reportedDevices: hub.signInReportedDevices,
      },
      devices:
        firm.sessions.devices === "any" ? "any" : devices === "refuse" ? "managed" : "report",
    },
    opts,
  );
  if (technicians.length > 0)
    new Technicians(
      "technicians",
      {
        owner,
        technicians,
        hostsGroupId: groups.hosts.id,
        desktopsGroupId: groups.desktops.id,
      },
      opts,
    );
}

/** The provider's technicians whose time is not over: Entra has ended those, and takes no end in the past. */
export function presentTechnicians({ access }: Firm, today: Today): readonly TimedMember[] {
  return access.technicians
    .filter(({ until }) => today.kind === "undated" || compareDates(today.date, until) < 0)
    .map((one) => ({ ...one, from: formatDate(one.from), until: formatDate(one.until) }));
}

/** Memberships that the request file comes to on this day, and where each request stands. */
export function firmPeople(
  firm: Firm,
  today: Today,
  { groupIds }: Access,
  opts: pulumi.ComponentResourceOptions,
): pulumi.Inputs {
  if (firm.requests.length === 0) return {};
  const judged = firm.requests.map((request) => ({
    request,
    status: requestStatus(request, firm, today),
  }));
  const members = judged.flatMap(({ request, status }) =>
    status.state === "assigned" ? [request] : [],
  );
  new People("people", { members, groupIds }, opts);
  return {
    requests: judged.map(({ request: { who, role, by }, status: { fr, en } }) => ({
      who,
      role,
      by,
      status: fr,
      statusInEnglish: en,
    })),
  };
}
