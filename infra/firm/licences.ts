import type { CalendarDate } from "../document/calendar-date";
import type { Firm } from "./firm";

/** Licences, and services of vendors, that are paid by the user and month, and not to Azure. */
export const licenceNames = [
  "microsoft365",
  "windowsServerCal",
  "citrix",
  "thinprint",
  "quadra",
  "acd",
  "sage",
  "agiris",
  "quadraConnect",
  "quadraBox",
  "suiviCaisse",
  "devisFact",
] as const;
export type LicenceName = (typeof licenceNames)[number];

/** What a contract or a list says a licence costs. */
export interface LicencePrice {
  /** Cents of one user and month, before tax. */
  readonly price: number;
  /** Day on which the source said so. */
  readonly asOf: CalendarDate;
  readonly source: string;
}

export type LicencePrices = Readonly<Partial<Record<LicenceName, LicencePrice | undefined>>>;

export interface NeededLicence {
  readonly name: LicenceName;
  readonly users: number;
}

/** The licences a firm needs for what its file says, priced or not. */
export function neededLicences({
  people: { staff, externals },
  suite,
  sessions,
  sites,
  services,
}: Omit<Firm, "licences" | "tenancy">): readonly NeededLicence[] {
  const needed: NeededLicence[] = [
    // In the firm's own tenant it brings the right to Windows on hosts of several sessions, which therefore need no
    // remote desktop licences; in the provider's that right is bought from Azure, and this one is for Office:
    // https://learn.microsoft.com/azure/virtual-desktop/licensing
    { name: "microsoft365", users: staff },
  ];
  // A Windows server in Azure has the right of access in its price; one in an office has not.
  if (sites.length > 0) needed.push({ name: "windowsServerCal", users: staff });
  if (suite !== "other") needed.push({ name: suite, users: staff });
  if (sessions.broker.kind === "citrix") needed.push({ name: "citrix", users: staff + externals });
  if (sessions.printing.kind === "thinprint") needed.push({ name: "thinprint", users: staff });
  if (services.quadraConnect !== undefined)
    needed.push({ name: "quadraConnect", users: externals });
  for (const name of services.web) needed.push({ name, users: staff });
  return needed;
}
