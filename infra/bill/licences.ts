import { Decimal } from "../cost/money";
import type { ExtraLine } from "../cost/usage";
import { parseUnit } from "../cost/units";
import type { Firm } from "../firm/firm";

/**
 * Licences a firm needs beside Azure. Nobody knows its contracts: a prices file says what each costs
 * a month. People from outside pay by the month for what they may start, by Azure's own price.
 */
export function licenceLines({ people, suite, sessions }: Firm): readonly ExtraLine[] {
  const { staff, externals } = people;
  const lines = [licence("Microsoft 365 with Windows", "licence/microsoft-365", staff)];
  if (suite !== "other")
    lines.push(licence(`Production software, ${suite}`, `licence/${suite}`, staff));
  if (sessions.broker.kind === "citrix")
    lines.push(licence("Citrix subscription", "licence/citrix", staff + externals));
  if (sessions.printing.kind === "thinprint")
    lines.push(licence("ThinPrint subscription", "licence/thinprint", staff));
  if (externals > 0)
    lines.push(licence("Access of external users", "avd-access/applications", externals));
  return lines;
}

function licence(name: string, meter: string, people: number): ExtraLine {
  return {
    name,
    group: "licences",
    quantity: new Decimal(people),
    unit: parseUnit("1 user/month"),
    price: { kind: "meter", meter },
  };
}
