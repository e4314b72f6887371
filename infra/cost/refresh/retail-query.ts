import type { BookFile } from "../book/price-book";

export const publicEndpoint = "https://prices.azure.com/api/retail/prices";

/** Backward compatible, and the first one that knows savings plans. */
const apiVersion = "2023-01-01-preview";

/** Regions under which Azure files meters that no region has of its own; `Zone 1` holds Europe's DNS. */
export const sharedRegions = ["Global", "", "Zone 1"] as const;

export type PriceType = "Consumption" | "Reservation";

/** What one question to the price list is about. */
export interface RetailQuery {
  readonly service: string;
  readonly regions: readonly string[];
  readonly type: PriceType;
  readonly currency: "USD" | "EUR";
  /** Further conditions, `skuName eq 'P30 LRS'`. */
  readonly only?: readonly (readonly [field: string, value: string])[];
}

/**
 * The disk whose price in euros tells the factor: the list rounds euros to four places, so the
 * anchor must cost enough for them not to matter (0.0001 of 140).
 */
export const euroAnchor = {
  service: "Storage",
  product: "Premium SSD Managed Disks",
  sku: "P30 LRS",
  meter: "P30 LRS Disk",
} as const;

export const machineService = "Virtual Machines";

/** Everything a refresh of the book asks, one question a service. */
export function queriesFor({ region, meters }: BookFile): readonly RetailQuery[] {
  const services = new Set<string>([
    euroAnchor.service,
    ...Object.values(meters).flatMap(({ azure }) => (azure === undefined ? [] : [azure.service])),
  ]);
  const regions = [region, ...sharedRegions];
  const consumption = [...services].map((service): RetailQuery => ({
    service,
    regions,
    type: "Consumption",
    currency: "USD",
  }));
  const reservations: readonly RetailQuery[] = services.has(machineService)
    ? [{ service: machineService, regions: [region], type: "Reservation", currency: "USD" }]
    : [];
  return [...consumption, ...reservations, anchorQuery(region)];
}

function anchorQuery(region: string): RetailQuery {
  return {
    service: euroAnchor.service,
    regions: [region],
    type: "Consumption",
    currency: "EUR",
    only: [
      ["productName", euroAnchor.product],
      ["skuName", euroAnchor.sku],
      ["meterName", euroAnchor.meter],
    ],
  };
}

/** Values of the filter are compared with regard to case. */
export function addressOf(
  { service, regions, type, currency, only = [] }: RetailQuery,
  endpoint: string,
): string {
  const inRegions = regions.map((region) => equal(["armRegionName", region])).join(" or ");
  const conditions = [
    equal(["serviceName", service]),
    `(${inRegions})`,
    equal(["priceType", type]),
    ...only.map(equal),
  ];
  const address = new URL(endpoint);
  address.searchParams.set("api-version", apiVersion);
  address.searchParams.set("currencyCode", `'${currency}'`);
  address.searchParams.set("meterRegion", "'primary'");
  address.searchParams.set("$filter", conditions.join(" and "));
  return address.toString();
}

function equal([field, value]: readonly [field: string, value: string]): string {
  return `${field} eq '${value.replaceAll("'", "''")}'`;
}
