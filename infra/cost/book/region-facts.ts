import { z } from "zod";

/** Prices found for a region, one row a meter of Azure's price list, with the evidence of each. */
export const priceFacts = z.object({
  region: z.string(),
  eurPerUsd: z.number(),
  eurFactorAsOf: z.string(),
  prices: z.array(
    z.object({
      key: z.string(),
      serviceName: z.string(),
      productName: z.string(),
      skuName: z.string().optional(),
      meterName: z.string(),
      armSkuName: z.string().optional(),
      unitOfMeasure: z.string(),
      usd: z.number().nullable(),
      confidence: z.enum(["A", "B", "C"]),
      evidence: z.string(),
      meterId: z.string().optional(),
      savingsPlan1yUsd: z.number().optional(),
      tiers: z.array(z.object({ fromGb: z.number(), usd: z.number() })).optional(),
    }),
  ),
});

/** Sizes of machines a region has. */
export const sizeFacts = z.object({
  asOf: z.string(),
  skus: z.array(z.object({ name: z.string(), vCPUs: z.number(), memoryGB: z.number() })),
});

export type PriceFacts = z.infer<typeof priceFacts>;
export type PriceFact = PriceFacts["prices"][number];
export type SizeFacts = z.infer<typeof sizeFacts>;
