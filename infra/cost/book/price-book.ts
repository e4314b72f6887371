import { z } from "zod";
import { type Currency, Decimal, parseAmount } from "../money";
import { type Confidence, confidences } from "../model";
import { parseUnit, type Unit } from "../units";

/** What one unit of a meter costs. */
export interface Price {
  readonly unit: Unit;
  readonly currency: Currency;
  /** Rising, the first from 0; `from` counts units. */
  readonly tiers: readonly { readonly from: Decimal; readonly amount: Decimal }[];
  readonly confidence: Confidence;
  readonly asOf: string;
  readonly source: string;
  /** One dollar amount for one unit under a savings plan of one or three years. */
  readonly savingsPlan: { readonly oneYear?: Decimal; readonly threeYears?: Decimal };
}

export type PriceFound =
  | { readonly kind: "priced"; readonly price: Price }
  | { readonly kind: "unpriced"; readonly reason: string; readonly tiers?: TierBounds };

/** Where tiers of a meter begin: the same in all regions, whatever each costs there. */
export interface TierBounds {
  readonly unit: Unit;
  readonly from: readonly Decimal[];
}

/** vCPUs and memory of a size of machine. */
export interface MachineSize {
  readonly vCpus: number;
  readonly memoryGib: number;
}

const amount = z.string().refine((text) => parseAmount(text) !== undefined, "an amount in digits");
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day, like 2026-08-22");
const unit = z.string().refine((text) => parseUnit(text) !== undefined, "a unit, like 1 hour");

const tiers = z
  .array(z.strictObject({ from: amount, usd: amount }))
  .min(2)
  .refine(
    (list) =>
      list.every(({ from }, index) => {
        const last = list[index - 1];
        return last === undefined ? Number(from) === 0 : Number(from) > Number(last.from);
      }),
    "tiers in rising order, the first from 0",
  );

/** Where Azure's price list holds the meter: what a refresh asks for. */
const azure = z.strictObject({
  service: z.string(),
  product: z.string(),
  sku: z.string().optional(),
  meter: z.string(),
  armSku: z.string().optional(),
  meterId: z.string().optional(),
});

/** One meter. Exactly one of `usd`, `tiers` and `unpriced` is there. */
const entry = z
  .strictObject({
    unit,
    usd: amount.optional(),
    tiers: tiers.optional(),
    /** Why the price is not known. */
    unpriced: z.string().optional(),
    confidence: z.enum(confidences),
    asOf: day,
    /** A key of `sources`. */
    source: z.string(),
    /** Where the price holds, when not only in the book's region: `Global` holds everywhere. */
    region: z.string().optional(),
    savingsPlan: z
      .strictObject({ oneYear: amount.optional(), threeYears: amount.optional() })
      .optional(),
    /** For the whole term, as Azure sells them. */
    reservation: z
      .strictObject({ oneYear: amount.optional(), threeYears: amount.optional() })
      .optional(),
    azure: azure.optional(),
  })
  .refine(
    ({ usd, tiers: list, unpriced }) =>
      [usd, list, unpriced].filter((part) => part !== undefined).length === 1,
    "exactly one of usd, tiers and unpriced",
  );

export type BookEntry = z.infer<typeof entry>;

export const bookFormat = "cabinet-price-book/1";

/** The file of a price book. Amounts are texts, so that no reader rounds them. */
export const bookFile = z.strictObject({
  format: z.literal(bookFormat),
  /** The region whose prices the book holds. */
  region: z.string(),
  currency: z.literal("USD"),
  /** The day the newest large part of it was read. */
  asOf: day,
  euro: z.strictObject({ perUsd: amount, asOf: day, source: z.string() }),
  sources: z.record(z.string(), z.string()),
  meters: z.record(z.string(), entry),
  /** By name in lower case. */
  machineSizes: z.record(
    z.string(),
    z.strictObject({ vCpus: z.number().positive(), memoryGib: z.number().positive() }),
  ),
});

export type BookFile = z.infer<typeof bookFile>;

/** Prices of one region, and of Azure's global meters. Meters are understood when they are first asked for. */
export class PriceBook {
  private readonly understood = new Map<string, PriceFound>();

  constructor(private readonly file: BookFile) {}

  get region(): string {
    return this.file.region;
  }

  get asOf(): string {
    return this.file.asOf;
  }

  /** Euros for a dollar, and the day of it. */
  get euro(): { readonly perUsd: Decimal; readonly asOf: string } {
    return { perUsd: new Decimal(this.file.euro.perUsd), asOf: this.file.euro.asOf };
  }

  get meters(): readonly string[] {
    return Object.keys(this.file.meters);
  }

  entry(meter: string): BookEntry | undefined {
    return Object.hasOwn(this.file.meters, meter) ? this.file.meters[meter] : undefined;
  }

  machineSize(name: string): MachineSize | undefined {
    const key = name.toLowerCase();
    return Object.hasOwn(this.file.machineSizes, key) ? this.file.machineSizes[key] : undefined;
  }

  /** @param region where the resource is; undefined where the program does not say: the book's own */
  find(meter: string, region: string | undefined): PriceFound {
    const found = this.entry(meter);
    const isHere = region === undefined || region === this.region || found?.region === "Global";
    const here = this.findHere(meter, found);
    if (isHere) return here;
    return {
      kind: "unpriced",
      reason: `the price book holds ${this.region}, not ${region}`,
      ...(here.kind === "priced" && here.price.tiers.length > 1
        ? { tiers: { unit: here.price.unit, from: here.price.tiers.map(({ from }) => from) } }
        : {}),
    };
  }

  private findHere(meter: string, found: BookEntry | undefined): PriceFound {
    const known = this.understood.get(meter);
    if (known !== undefined) return known;
    const price = this.understand(meter, found);
    this.understood.set(meter, price);
    return price;
  }

  private understand(meter: string, found: BookEntry | undefined): PriceFound {
    if (found === undefined) return { kind: "unpriced", reason: this.whyMissing(meter) };
    if (found.unpriced !== undefined) return { kind: "unpriced", reason: found.unpriced };
    const parsed = parseUnit(found.unit);
    if (parsed === undefined)
      return { kind: "unpriced", reason: `the price book counts it in "${found.unit}"` };
    const { savingsPlan } = found;
    return {
      kind: "priced",
      price: {
        unit: parsed,
        currency: "USD",
        tiers: (found.tiers ?? [{ from: "0", usd: found.usd ?? "0" }]).map(({ from, usd }) => ({
          from: new Decimal(from),
          amount: new Decimal(usd),
        })),
        confidence: found.confidence,
        asOf: found.asOf,
        source: this.file.sources[found.source] ?? found.source,
        savingsPlan: {
          ...(savingsPlan?.oneYear === undefined
            ? {}
            : { oneYear: new Decimal(savingsPlan.oneYear) }),
          ...(savingsPlan?.threeYears === undefined
            ? {}
            : { threeYears: new Decimal(savingsPlan.threeYears) }),
        },
      },
    };
  }

  private whyMissing(meter: string): string {
    const size = /^vm\/[^/]+\/(.+)$/.exec(meter)?.[1];
    if (size !== undefined && this.machineSize(size) === undefined)
      return `${this.region} has no machines of the size "${size}"`;
    if (meter.startsWith("licence/"))
      return `no price list holds licences: write the price under licences in the firm's file, or that of ${meter} into a prices file`;
    return `the price book of ${this.region} has no price of it`;
  }
}

/** Reads a price book. @throws Error that says what is wrong and where, when it is none */
export function parseBook(document: unknown): PriceBook {
  const result = bookFile.safeParse(document);
  if (result.success) return new PriceBook(result.data);
  throw new Error(`this is not a price book:\n${z.prettifyError(result.error)}`);
}
