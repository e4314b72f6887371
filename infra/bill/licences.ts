import { Decimal } from "../cost/money";
import type { ExtraLine } from "../cost/usage";
import { parseUnit } from "../cost/units";
import type { Firm } from "../firm/firm";

/** Licences a firm needs beside Azure. Nobody knows its contracts: a prices file says what each costs a month. */
export function licenceLines(firm: Firm): readonly ExtraLine[] {
  const { staff } = firm.people;
  const lines = [licence("Microsoft 365 with Windows", "licence/microsoft-365", staff)];
  if (firm.suite !== "other")
    lines.push(licence(`Production software, ${firm.suite}`, `licence/${firm.suite}`, staff));
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
