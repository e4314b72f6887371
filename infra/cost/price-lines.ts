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
  const { price } = found;
  const taken = finding.before === undefined ? zero : divide(finding.before, unit.size);
  if (price.kind === "unpriced") {
    const { reason, bounds = [zero] } = price;
    if (inUnits === undefined) return [{ ...use, kind: "awaitsUsage", awaits, price: undefined }];
    const tiers = bounds.map((from) => ({ from }));
    return labelled(use, split(inUnits, tiers, taken)).map(({ label, band }) => ({
      ...use,
      ...label,
      kind: "unpriced",
      monthlyQuantity: band.quantity,
      reason,
    }));
  }
  const { found: linePrice } = price;
  const unsure = notes.length > 0;
  if (inUnits === undefined) {
    const shown = linePrice.tiers.find((tier) => !tier.price.usd.isZero()) ?? linePrice.tiers[0];
    return [
      {
        ...use,
        kind: "awaitsUsage",
        awaits,
        price: shown === undefined ? undefined : unitPrice(linePrice, shown.price, unsure),
      },
    ];
  }
  return labelled(use, split(inUnits, linePrice.tiers, taken)).map(({ label, band }) => ({
    ...use,
    ...label,
    kind: "priced",
    monthlyQuantity: band.quantity,
    price: unitPrice(linePrice, band.tier.price, unsure),
    monthlyCost: times(band.tier.price, band.quantity),
  }));
}

type Label = Pick<Start, "slot" | "name">;

/** A line that fills several tiers becomes several, each named by its tier. */
function labelled<T extends { readonly from: Decimal }>(
  { slot, name, unit }: Label & { readonly unit: Unit },
  bands: readonly Band<T>[],
): readonly { readonly band: Band<T>; readonly label: Label }[] {
  return bands.map((band) => ({
    band,
    label: {
      slot: band.index === 0 ? slot : `${slot}/tier-${band.index + 1}`,
      name:
        bands.length === 1 && band.index === 0
          ? name
          : `${name}, ${boundsOf(band.tier.from, band.until)} ${unit.text}`,
    },
  }));
}

function boundsOf(from: Decimal, until: Decimal | undefined): string {
  if (until === undefined) return `over ${grouped(from)}`;
  return from.isZero() ? `first ${grouped(until)}` : `next ${grouped(until.minus(from))}`;
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
  const { meter = "configured" } = price;
  if (price.kind === "own" && prices.ownPrice(meter, name) === undefined) {
    if (unit === undefined) return [unknownUnit(start, undefined, "its price names no unit")];
    const amount = moneyOf(price.amount, price.currency, prices.book.euro.perUsd);
    const unitPriceOfOwn: UnitPrice = {
      amount,
      confidence: "A",
      source: price.source ?? "configured",
      asOf: price.asOf ?? prices.book.asOf,
    };
    return [
      {
        ...start,
        kind: "priced",
        meter,
        unit,
        usageBased: true,
        monthlyQuantity: quantity,
        price: unitPriceOfOwn,
        monthlyCost: times(amount, quantity),
      },
    ];
  }
  const found = prices.find(meter, unit, undefined, name);
  if (found.own !== undefined) ownUsed.add(found.own);
  const priceUnit = found.kind === "priced" ? found.found.unit : unit;
  if (priceUnit === undefined)
    return [unknownUnit(start, meter, found.kind === "unpriced" ? found.reason : "")];
  const finding: Metered = {
    kind: "metered",
    slot: start.slot,
    name,
    meter,
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
