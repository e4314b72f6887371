import { Decimal, divide } from "../cost/money";
import type { ExtraLine } from "../cost/usage";
import { parseUnit } from "../cost/units";
import { formatDate } from "../document/calendar-date";
import type { Firm } from "../firm/firm";
import { type LicenceName, neededLicences } from "../firm/licences";

/**
 * Licences a firm needs beside Azure, at the prices of its own file or the platform's; those without a price are lines
 * that say so.
 */
export function licenceLines(firm: Firm): readonly ExtraLine[] {
  const { licences } = firm;
  const needed = neededLicences(firm).map(({ name, users }): ExtraLine => {
    const price = licences[name];
    const meter = licenceMeter(name);
    return {
      ...byUser(texts[name], users),
      price:
        price === undefined
          ? { kind: "meter", meter }
          : {
              kind: "own",
              meter,
              amount: divide(new Decimal(price.price), new Decimal(100)),
              currency: "EUR",
              asOf: formatDate(price.asOf),
              source: price.source,
            },
    };
  });
  return [...needed, ...accessLines(firm)];
}

/**
 * What Azure takes for the right to Windows, of those whose own licences do not give it: externals, and in the
 * provider's tenant everybody. It does not sell it for hosts that Citrix brings people to.
 * https://learn.microsoft.com/azure/virtual-desktop/remote-app-streaming/per-user-access-pricing
 */
function accessLines({ people, sessions, tenancy }: Firm): readonly ExtraLine[] {
  if (sessions.broker.kind === "citrix") return [];
  const staff = tenancy === "provider" ? people.staff : 0;
  return [
    ...access("Access of staff to desktops", staff, "desktop"),
    ...access("Access of external users", people.externals, "applications"),
  ];
}

function access(
  name: string,
  users: number,
  tier: "desktop" | "applications",
): readonly ExtraLine[] {
  if (users === 0) return [];
  return [{ ...byUser(name, users), price: { kind: "meter", meter: `avd-access/${tier}` } }];
}

/** Under which a prices file names a licence. */
export function licenceMeter(name: LicenceName): string {
  return `licence/${name.toLowerCase()}`;
}

const texts: Readonly<Record<LicenceName, string>> = {
  microsoft365: "Microsoft 365 with Windows",
  windowsServerCal: "Access licences of the offices' Windows servers",
  citrix: "Citrix subscription",
  thinprint: "ThinPrint subscription",
  quadra: "Production software, quadra",
  acd: "Production software, acd",
  sage: "Production software, sage",
  agiris: "Production software, agiris",
  quadraConnect: "Vendor's service, Quadra Connect",
  quadraBox: "Vendor's service, Quadra Box",
  suiviCaisse: "Vendor's service, Suivi Caisse",
  devisFact: "Vendor's service, Devis/Fact",
};

function byUser(name: string, users: number): Omit<ExtraLine, "price"> {
  return {
    name,
    group: "licences",
    quantity: new Decimal(users),
    unit: parseUnit("1 user/month"),
  };
}
