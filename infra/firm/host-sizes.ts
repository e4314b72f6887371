/** A virtual machine size, as far as session hosts need it. */
export interface HostSizeFacts {
  readonly vCpus: number;
  readonly memoryGiB: number;
  /**
   * List price in thousandths of a US dollar per hour, so that sums are exact. France Central, Linux rate, because
   * hosts run under the users' own Windows licences (`licenseType: Windows_Client`).
   */
  readonly milliUsdPerHour: number;
}

/**
 * Sizes a firm file may name. Processors and memory: list of sizes of France Central; prices: Azure
 * Retail Prices API, consumption rows of France Central, both of 2026-08-22.
 */
export const hostSizes = {
  Standard_D8as_v5: { vCpus: 8, memoryGiB: 32, milliUsdPerHour: 404 },
  Standard_E8as_v5: { vCpus: 8, memoryGiB: 64, milliUsdPerHour: 532 },
  Standard_D16as_v5: { vCpus: 16, memoryGiB: 64, milliUsdPerHour: 808 },
  Standard_E16as_v5: { vCpus: 16, memoryGiB: 128, milliUsdPerHour: 1064 },
  Standard_D32as_v5: { vCpus: 32, memoryGiB: 128, milliUsdPerHour: 1616 },
} as const satisfies Readonly<Record<string, HostSizeFacts>>;

export type HostSize = keyof typeof hostSizes;

/**
 * Least that Windows with several sessions needs of a host: Microsoft, "Session host virtual machine sizing
 * guidelines", edition of September 2025.
 */
export const smallestHost = { vCpus: 8, memoryGiB: 16 } as const;

/** Sizes people ask for that are under {@link smallestHost}; known only to say so. */
const tooSmall: ReadonlyMap<string, Omit<HostSizeFacts, "milliUsdPerHour">> = new Map([
  ["Standard_D2as_v5", { vCpus: 2, memoryGiB: 8 }],
  ["Standard_D4as_v5", { vCpus: 4, memoryGiB: 16 }],
  ["Standard_E2as_v5", { vCpus: 2, memoryGiB: 16 }],
  ["Standard_E4as_v5", { vCpus: 4, memoryGiB: 32 }],
]);

export const hostSizeNames: readonly HostSize[] = [
  "Standard_D8as_v5",
  "Standard_E8as_v5",
  "Standard_D16as_v5",
  "Standard_E16as_v5",
  "Standard_D32as_v5",
];

export function isHostSize(text: string): text is HostSize {
  return Object.hasOwn(hostSizes, text);
}

/** Facts of a size that exists but may not carry sessions. */
export function tooSmallHost(text: string) {
  return tooSmall.get(text);
}
