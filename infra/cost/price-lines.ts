import type { ResourceFindings } from "./find-meters";
import type { Confidence, Line, LineResource, Metered, UnitPrice } from "./model";
import { type Decimal, divide, moneyOf, one, times, zero } from "./money";
import type { LinePrice, LinePriceFound, PriceList } from "./price-list";
import type { OwnPrice } from "./prices-file";
import { type Band, split } from "./tiers";
import type { ExtraLine } from "./usage";
import type { Unit } from "./units";

type Start = Pick<Line, "resource" | "family" | "group" | "slot" | "name" | "note">;

/** Prices what a family found in a resource. @param ownUsed collects the own prices that counted */
export function linesOf(
  { resource, family, region, findings }: ResourceFindings,
  prices: PriceList,
  ownUsed: Set<OwnPrice>,
): readonly Line[] {
  const { urn, type, name } = resource.registered;
  const of: LineResource = { urn, type, name };
  return findings.flatMap((finding): readonly Line[] => {
    const start: Start = {
      resource: of,
      family: family.name,
      group: family.group,
      slot: "free",
      name: family.name,
      note: undefined,
    };
    switch (finding.kind) {
      case "free":
        return [{ ...start, kind: "free", reason: finding.reason }];
      case "unpriced": {
        const { slot, name: item, reason, group = family.group } = finding;
        const nothingKnown = { meter: undefined, unit: undefined, monthlyQuantity: undefined };
        return [
          {
            ...start,
            slot,
            name: item,
            group,
            ...nothingKnown,
            kind: "unpriced",
            usageBased: false,
            reason,
          },
        ];
      }
      case "metered": {
        const { slot, name: item, group = family.group } = finding;
        const found = findPrice(finding, region, name, prices);
        if (found.own !== undefined) ownUsed.add(found.own);
        return priceLines({ ...start, slot, name: item, group }, finding, found);
      }
    }
  });
}

interface PriceFoundFor {
  readonly price: LinePriceFound;
  readonly own: OwnPrice | undefined;
  /** Why another meter's price stands in. */
  readonly standIn: string | undefined;
}

function findPrice(
  { meter, unit, standIn }: Metered,
  region: string | undefined,
  resource: string,
  prices: PriceList,
): PriceFoundFor {
  const price = prices.find(meter, unit, region, resource);
  if (price.kind === "priced" || standIn === undefined)
    return { price, own: price.own, standIn: undefined };
  const instead = prices.find(standIn.meter, unit, region, resource);
  return instead.kind === "priced"
    ? { price: instead, own: instead.own, standIn: standIn.reason }
    : { price, own: price.own, standIn: undefined };
}

function priceLines(start: Start, finding: Metered, found: PriceFoundFor): readonly Line[] {
  const { meter, unit, usageBased, awaits, assumed } = finding;
  const notes = [assumed, found.standIn].filter((text) => text !== undefined);
  const use = {
    ...start,
    meter,
    unit,
    usageBased,
    note: notes.length === 0 ? undefined : notes.join("; "),
  };
  const { quantity } = finding;
  const inUnits =
    quantity === undefined || unit.size.eq(one) ? quantity : divide(quantity, unit.size);
  if (found.price.kind === "unpriced") {
    const { reason } = found.price;
    return inUnits === undefined
      ? [{ ...use, kind: "awaitsUsage", awaits, price: undefined }]
      : [{ ...use, kind: "unpriced", monthlyQuantity: inUnits, reason }];
  }
  const { found: linePrice } = found.price;
  const unsure = notes.length > 0;
  if (inUnits === undefined) {
    const shown = linePrice.tiers.find(({ price }) => !price.usd.isZero()) ?? linePrice.tiers[0];
    return [
      {
        ...use,
        kind: "awaitsUsage",
        awaits,
        price: shown === undefined ? undefined : unitPrice(linePrice, shown.price, unsure),
      },
    ];
  }
  return bandsOf(inUnits, linePrice, unit, finding.before).map((band) => ({
    ...use,
    ...bandNames(use, band, unit),
    kind: "priced",
    monthlyQuantity: band.quantity,
    price: unitPrice(linePrice, band.price, unsure),
    monthlyCost: times(band.price, band.quantity),
  }));
}

type LabelledBand = Band & { readonly labelled: boolean };

function bandsOf(
  quantity: Decimal,
  { tiers }: LinePrice,
  unit: Unit,
  before: Decimal | undefined,
): readonly LabelledBand[] {
  const taken = before === undefined ? zero : divide(before, unit.size);
  const bands = split(quantity, tiers, taken);
  const [first] = tiers;
  if (bands.length === 0 && first !== undefined)
    return [
      { index: 0, from: zero, until: undefined, quantity, price: first.price, labelled: false },
    ];
  return bands.map((band) => ({ ...band, labelled: bands.length > 1 || band.index > 0 }));
}

/** A line that fills several tiers becomes several, each named by its tier. */
function bandNames(
  { slot, name }: Pick<Start, "slot" | "name">,
  { index, from, until, labelled }: LabelledBand,
  unit: Unit,
): Pick<Start, "slot" | "name"> {
  if (!labelled) return { slot, name };
  const bounds =
    until === undefined
      ? `over ${grouped(from)}`
      : from.isZero()
        ? `first ${grouped(until)}`
        : `next ${grouped(until.minus(from))}`;
  return {
    slot: index === 0 ? slot : `${slot}/tier-${index + 1}`,
    name: `${name}, ${bounds} ${unit.text}`,
  };
}

function grouped(amount: Decimal): string {
  return amount.toString().replaceAll(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");
}

function unitPrice(
  { price: { confidence, asOf, source } }: LinePrice,
  amount: UnitPrice["amount"],
  unsure: boolean,
): UnitPrice {
  const sure: Confidence = unsure ? "C" : confidence;
  return { amount, confidence: sure, asOf, source };
}

/** A line of something no resource shows. */
export function lineOfExtra(
  { name, group, quantity, unit, price }: ExtraLine,
  prices: PriceList,
  ownUsed: Set<OwnPrice>,
): readonly Line[] {
  const start: Start = {
    resource: {
      urn: "",
      type: "",
      name,
    },
    family: "Configured",
    group,
    slot: `configured/${name}`,
    name,
    note: undefined,
  };
  if (price.kind === "own") {
    if (unit === undefined) return [unknownUnit(start, undefined, "its price names no unit")];
    const amount = moneyOf(price.amount, price.currency, prices.book.euro.perUsd);
    const unitPriceOfOwn: UnitPrice = {
      amount,
      confidence: "A",
      source: "configured",
      asOf: price.asOf ?? prices.book.asOf,
    };
    return [
      {
        ...start,
        kind: "priced",
        meter: "configured",
        unit,
        usageBased: true,
        monthlyQuantity: quantity,
        price: unitPriceOfOwn,
        monthlyCost: times(amount, quantity),
      },
    ];
  }
  const found = prices.find(price.meter, unit, undefined, name);
  if (found.own !== undefined) ownUsed.add(found.own);
  const priceUnit = found.kind === "priced" ? found.found.unit : unit;
  if (priceUnit === undefined)
    return [unknownUnit(start, price.meter, found.kind === "unpriced" ? found.reason : "")];
  const finding: Metered = {
    kind: "metered",
    slot: start.slot,
    name,
    meter: price.meter,
    unit: priceUnit,
    quantity: quantity.times(priceUnit.size),
    usageBased: true,
  };
  return priceLines(start, finding, { price: found, own: found.own, standIn: undefined });
}

function unknownUnit(start: Start, meter: string | undefined, reason: string): Line {
  return {
    ...start,
    kind: "unpriced",
    meter,
    unit: undefined,
    usageBased: true,
    monthlyQuantity: undefined,
    reason,
  };
}
