import { commitmentsOf } from "../../cost/commitments";
import { byGroup, type PricedLine } from "../../cost/model";
import { Decimal, zero } from "../../cost/money";
import type { PriceList } from "../../cost/price-list";
import { Program } from "../../cost/program";
import type { Firm } from "../../firm/firm";
import type { BillSide } from "../bill";
import { known } from "../known";
import type { Variant } from "./simulate";

/** The hours of session hosts as a bill has them. */
export interface HostLines {
  readonly lines: readonly PricedLine[];
  /** Of one host in the month, the mean where they differ; undefined without hosts. */
  readonly hours: Decimal | undefined;
}

/** The lines of a bill that the hours of the desktops decide. */
export function hostLines({ resources, estimate }: BillSide): HostLines {
  const hosts = new Set(
    new Program(resources)
      .ofTypes(["compute:VirtualMachine"])
      .filter(({ inputs }) => known(() => inputs.choice("licenseType")) === "windows_client")
      .map(({ registered }) => registered.urn),
  );
  const lines = estimate.lines.filter(
    (line): line is PricedLine =>
      line.kind === "priced" && hosts.has(line.resource.urn) && line.meter.startsWith("vm/"),
  );
  const hours =
    lines.length === 0
      ? undefined
      : Decimal.sum(...lines.map(({ monthlyQuantity }) => monthlyQuantity)).div(lines.length);
  return { lines, hours };
}

/** A bill as the page can recompute it. */
export function makeVariant(side: BillSide, firm: Firm, prices: PriceList): Variant {
  const { estimate } = side;
  const { lines } = hostLines(side);
  const own = new Set<unknown>(lines);
  const names = new Set(lines.map(({ resource }) => resource.name));
  const commitments = commitmentsOf(estimate, prices).filter(({ resource }) => names.has(resource));
  const planOf = (wanted: "oneYear" | "threeYears"): string | null => {
    const offers = commitments.filter(({ term }) => term === wanted);
    if (lines.length === 0 || offers.length !== lines.length) return null;
    return Decimal.sum(...offers.map(({ savingsPlan }) => savingsPlan.eur)).toFixed();
  };
  const sums = byGroup(() => zero);
  for (const line of estimate.lines)
    if (line.kind === "priced" && !own.has(line))
      sums[line.group] = sums[line.group].plus(line.monthlyCost.eur);
  return {
    staff: firm.people.staff,
    redundancy: firm.data.redundancy,
    hosts: {
      count: lines.length,
      size: /[^,]*/.exec(lines[0]?.name ?? "")?.[0] ?? "",
      eurPerHour: lines.reduce((sum, { price }) => sum.plus(price.amount.eur), zero).toFixed(),
      plans: { oneYear: planOf("oneYear"), threeYears: planOf("threeYears") },
    },
    groups: byGroup((group) => sums[group].toFixed()),
    unpriced: estimate.lineCounts.unpriced,
  };
}
