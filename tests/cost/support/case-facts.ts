import { z } from "zod";

/** One independent case: attributes of Terraform's azurerm, usage, and what it costs by the month. */
export const caseFact = z.object({
  id: z.string(),
  group: z.string(),
  resource_kind: z.string(),
  address: z.string(),
  region: z.string().nullable(),
  inputs: z.record(z.string(), z.unknown()),
  usage: z.record(z.string(), z.unknown()),
  related: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  each: z.unknown().optional(),
  known_issue: z.string().optional(),
  components: z.array(
    z.object({
      path: z.array(z.string()),
      name: z.string(),
      monthly_qty: z.number().nullable(),
      unit: z.string(),
      monthly_cost_usd: z.number().nullable(),
      implied_unit_price_usd: z.number().optional(),
      unit_price_usd_shown: z.number().optional(),
    }),
  ),
  monthly_total_usd: z.number(),
});

export type CaseFact = z.infer<typeof caseFact>;
export type Component = CaseFact["components"][number];

/** A resource as `cabinet cost --resources` takes it. */
export interface PlainResource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** What a line of the bill is expected to be. */
export interface ExpectedLine {
  readonly resource: string;
  readonly slot: string;
  /** The line's own unit; null where only usage could tell. */
  readonly quantity: number | null;
  /** The case's price for one unit; null where the case knows none. */
  readonly price: number | null;
}

/** A case in the terms of the project. */
export interface TranslatedCase {
  readonly id: string;
  readonly resources: readonly PlainResource[];
  readonly usage: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly offer?: "devTest";
  readonly lines: readonly ExpectedLine[];
  readonly total: number;
}
