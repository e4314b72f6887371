import { Decimal, divide } from "../cost/money";
import type { ExtraLine } from "../cost/usage";
import { parseUnit } from "../cost/units";
import { formatDate } from "../document/calendar-date";
import type { Firm } from "../firm/firm";
import { type LicenceName, neededLicences } from "../firm/licences";

/**
 * Licences a firm needs beside Azure, at the prices of its own file or the platform's; those without a price are lines
 * that say so. People from outside pay by the month for what they may start, by Azure's own price.
 */
export function licenceLines(firm: Firm): readonly ExtraLine[] {
  const { licences, people } = firm;
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
  if (people.externals === 0) return needed;
  const access = byUser("Access of external users", people.externals);
  return [...needed, { ...access, price: { kind: "meter", meter: "avd-access/applications" } }];
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
};

function byUser(name: string, users: number): Omit<ExtraLine, "price"> {
  return {
    name,
    group: "licences",
    quantity: new Decimal(users),
    unit: parseUnit("1 user/month"),
  };
}
