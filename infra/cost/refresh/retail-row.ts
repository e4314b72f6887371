import { z } from "zod";
import { parseAmount } from "../money";

const price = z.number().refine((written) => parseAmount(written) !== undefined, {
  error: "an amount, 0 or more",
});

/**
 * A row of Azure's price list, as far as the book needs it:
 * https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices
 */
const retailRow = z.object({
  currencyCode: z.string(),
  tierMinimumUnits: price,
  retailPrice: price,
  armRegionName: z.string().nullish(),
  effectiveStartDate: z.iso.datetime({ offset: true }),
  effectiveEndDate: z.iso.datetime({ offset: true }).nullish(),
  meterId: z.string(),
  meterName: z.string(),
  productName: z.string(),
  skuName: z.string(),
  serviceName: z.string(),
  unitOfMeasure: z.string(),
  type: z.string(),
  isPrimaryMeterRegion: z.boolean(),
  armSkuName: z.string().nullish(),
  reservationTerm: z.string().nullish(),
  savingsPlan: z.array(z.object({ term: z.string(), retailPrice: price })).nullish(),
});

export type RetailRow = z.infer<typeof retailRow>;

/** One page of an answer. */
export const retailPage = z.object({
  Items: z.array(retailRow),
  NextPageLink: z.string().nullish(),
  Count: z.int(),
});
