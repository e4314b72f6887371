/** A virtual machine size, as far as session hosts need it. */
export interface HostSizeFacts {
  readonly vCpus: number;
  readonly memoryGiB: number;
  /** List price in USD per hour, France Central, Linux rate: hosts run under the users' own Windows licences. */
  readonly usdPerHour: number;
}

/**
 * Sizes a firm file may name. Processors and memory: list of sizes of France Central; prices: Azure
 * Retail Prices API, consumption rows of France Central, both of 2026-08-22.
 */
export const hostSizes = {
  Standard_D8as_v5: { vCpus: 8, memoryGiB: 32, usdPerHour: 0.404 },
  Standard_E8as_v5: { vCpus: 8, memoryGiB: 64, usdPerHour: 0.532 },
  Standard_D16as_v5: { vCpus: 16, memoryGiB: 64, usdPerHour: 0.808 },
} as const satisfies Readonly<Record<string, HostSizeFacts>>;

export type HostSize = keyof typeof hostSizes;
