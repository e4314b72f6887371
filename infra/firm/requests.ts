import { compareDates, formatDate, type CalendarDate, type Today } from "../document/calendar-date";
import type { Firm } from "./firm";

/** What somebody may be in a firm, by the word that its supervisor writes. */
export const requestRoles = [
  "lecture",
  "ecriture",
  "supervision",
  "support",
  "client",
  "salarie",
  "intervenant",
] as const;
export type RequestRole = (typeof requestRoles)[number];

/** Somebody's access, asked for by name: a joiner has no end, a leaver has one, a mover is both. */
export interface AccessRequest {
  /** Sign-in name; of a guest, the address that was invited. */
  readonly who: string;
  readonly role: RequestRole;
  /** Whether it is an account of another organisation, a guest in the tenant. */
  readonly guest: boolean;
  /** First day; undefined: at once. */
  readonly from: CalendarDate | undefined;
  /** Day on which the access is gone. */
  readonly until: CalendarDate | undefined;
  /** Who asked for it. */
  readonly by: string;
}

/** Where a request stands; the words are for people. */
export interface RequestStatus {
  readonly state: "assigned" | "waits" | "revoked" | "refused";
  readonly fr: string;
  readonly en: string;
}

type Circumstances = Pick<Firm, "stage" | "identity" | "sessions">;

/** What a request comes to on a day. An undated deployment knows no day: who has a first one waits, nobody goes. */
export function requestStatus(
  request: AccessRequest,
  firm: Circumstances,
  today: Today,
): RequestStatus {
  const refusal = refusalOf(request, firm);
  if (refusal !== undefined)
    return { state: "refused", fr: `refusé : ${refusal.fr}`, en: `refused: ${refusal.en}` };
  const { from, until } = request;
  if (firm.stage === "leaving")
    return { state: "revoked", fr: "révoqué : le cabinet part", en: "revoked: the firm leaves" };
  if (until !== undefined && today.kind === "dated" && compareDates(today.date, until) >= 0)
    return {
      state: "revoked",
      fr: `révoqué le ${formatDate(until)} : fermer la session encore ouverte`,
      en: `revoked on ${formatDate(until)}: log off a session that is still open`,
    };
  if (firm.stage !== "live")
    return {
      state: "waits",
      fr: "demandé : attend stage live",
      en: "asked for: waits for stage live",
    };
  if (from === undefined)
    return until === undefined || today.kind === "dated" ? assigned : stays(until);
  if (today.kind === "undated")
    return {
      state: "waits",
      fr: "demandé : attend cabinet:today",
      en: "asked for: waits for cabinet:today",
    };
  return compareDates(today.date, from) >= 0
    ? assigned
    : {
        state: "waits",
        fr: `demandé : attend le ${formatDate(from)}`,
        en: `asked for: waits for ${formatDate(from)}`,
      };
}

/** Without a day nobody is put out, and that has to be seen: the access is open beyond its end. */
function stays(until: CalendarDate): RequestStatus {
  const end = formatDate(until);
  return {
    state: "assigned",
    fr: `affecté : sa fin, le ${end}, attend cabinet:today`,
    en: `assigned: its end, ${end}, waits for cabinet:today`,
  };
}

const assigned: RequestStatus = { state: "assigned", fr: "affecté", en: "assigned" };

export function isExternal(role: RequestRole): boolean {
  return role === "client" || role === "salarie" || role === "intervenant";
}

/**
 * Azure Virtual Desktop takes guests on hosts that are joined to Entra alone, with single sign-on:
 * they get no Kerberos ticket of a domain. https://techcommunity.microsoft.com/blog/windows-itpro-blog/windows-365-and-azure-virtual-desktop-support-external-identities-now-generally-/4468103
 */
function refusalOf({ role, guest }: AccessRequest, { identity, sessions }: Circumstances) {
  if (isExternal(role) && sessions.applications.length === 0)
    return {
      fr: "le cabinet ne publie aucune application (sessions.applications), et les externes n'ont pas de bureau",
      en: "the firm publishes no application (sessions.applications), and externals have no desktop",
    };
  if (!guest) return undefined;
  if (!isExternal(role))
    return {
      fr: "un invité ne reçoit ni bureau ni console ; lui créer un compte du cabinet",
      en: "a guest gets neither desktop nor console; make an account of the firm's for them",
    };
  if (sessions.broker.kind === "citrix")
    return {
      fr: "Citrix connaît les personnes par leur domaine, qui ne connaît pas d'invité",
      en: "Citrix knows people by their domain, which knows no guest",
    };
  if (identity.mode !== "entra")
    return {
      fr: `identity.mode ${identity.mode} : un invité n'a pas de ticket Kerberos du domaine, ses partages ne s'ouvriraient pas`,
      en: `identity.mode ${identity.mode}: a guest has no Kerberos ticket of the domain, and shares would not open`,
    };
  return undefined;
}
