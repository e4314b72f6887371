import type { Confidence } from "../model";

/**
 * Prices that only the independent cases (attributes and amounts of other regions) show: global
 * meters are B, regional ones C. An amount that the cases round to the cent stays a stand-in.
 */
export interface FurtherFact {
  readonly meter: string;
  readonly unit: string;
  readonly usd?: string;
  readonly tiers?: readonly (readonly [from: string, usd: string])[];
  readonly confidence: Confidence;
  /** Where it was seen, a key of `origins`. */
  readonly seen: "otherRegions" | "westEurope" | "eastUs" | "memory";
  readonly everywhere?: boolean;
}

const everywhere = { confidence: "B", seen: "otherRegions", everywhere: true } as const;
const elsewhere = { confidence: "B", seen: "otherRegions" } as const;
const west = { confidence: "C", seen: "westEurope" } as const;
const east = { confidence: "C", seen: "eastUs" } as const;

// Published prices that no document at hand confirms.
const published = { confidence: "C", seen: "memory", everywhere: true } as const;

export const furtherFacts: readonly FurtherFact[] = [
  { ...published, meter: "arc/update-manager", unit: "1 server/month", usd: "5" },
  { ...published, meter: "arc/machine-configuration", unit: "1 server/month", usd: "6" },
  {
    ...elsewhere,
    meter: "public-address/standard/static/global",
    unit: "1 hour",
    usd: "0.01",
  },
  {
    ...elsewhere,
    meter: "public-address/basic/dynamic/regional",
    unit: "1 hour",
    usd: "0.004",
  },
  // One address costs 0.006 an hour; a prefix has a power of two of them.
  ...[28, 29, 30, 31, 32].map((length): FurtherFact => ({
    ...elsewhere,
    meter: `public-address/prefix/${length}`,
    unit: "1 hour",
    usd: String((6 * 2 ** (32 - length)) / 1000),
  })),
  {
    ...everywhere,
    meter: "alert/log/15-minutes",
    unit: "1 rule/month",
    usd: "0.5",
  },
  {
    ...everywhere,
    meter: "dns/public-zone",
    unit: "1/month",
    tiers: [
      ["0", "0.5"],
      ["25", "0.1"],
    ],
  },
  {
    ...everywhere,
    meter: "dns/public-queries",
    unit: "1M queries",
    tiers: [
      ["0", "0.4"],
      ["1000", "0.2"],
    ],
  },
  { ...elsewhere, meter: "load-balancer/regional/data", unit: "1 GB", usd: "0.005" },
  { ...elsewhere, meter: "vpn/gateway/vpngw3", unit: "1 hour", usd: "1.25" },
  { ...elsewhere, meter: "vpn/gateway/vpngw4", unit: "1 hour", usd: "2.1" },
  { ...elsewhere, meter: "vpn/gateway/vpngw5", unit: "1 hour", usd: "3.65" },
  {
    ...elsewhere,
    meter: "express-route/scale-unit",
    unit: "1 scale unit/hour",
    usd: "0.42",
  },
  { ...elsewhere, meter: "express-route/connection", unit: "1 hour", usd: "0.05" },
  { ...elsewhere, meter: "network-watcher/check", unit: "1 check", usd: "0.001" },
  { ...elsewhere, meter: "network-watcher/logs", unit: "1 GB", usd: "0.5" },
  {
    ...west,
    meter: "network-watcher/traffic-analytics/60-minutes",
    unit: "1 GB",
    usd: "2.3",
  },
  {
    ...west,
    meter: "network-watcher/traffic-analytics/10-minutes",
    unit: "1 GB",
    usd: "3.5",
  },
  { ...elsewhere, meter: "web-test/multi-step", unit: "1 test/month", usd: "10" },
  { ...east, meter: "application-insights/ingestion", unit: "1 GB", usd: "2.3" },
  { ...east, meter: "application-insights/retention", unit: "1 GB/month", usd: "0.1" },
  { ...west, meter: "log-analytics/export", unit: "1 GB", usd: "0.13" },
  { ...west, meter: "log-analytics/basic-ingestion", unit: "1 GB", usd: "0.65" },
  {
    ...west,
    meter: "log-analytics/basic-search",
    unit: "1 GB",
    usd: "0.0065",
  },
  { ...west, meter: "log-analytics/archive", unit: "1 GB/month", usd: "0.026" },
  { ...west, meter: "log-analytics/restore", unit: "1 GB", usd: "0.13" },
  { ...west, meter: "log-analytics/archive-search", unit: "1 GB", usd: "0.0065" },
  {
    ...west,
    meter: "log-analytics/commitment/100-gb",
    unit: "1/day",
    usd: "252.84",
  },
  { ...west, meter: "sentinel/ingestion", unit: "1 GB", usd: "2.99" },
  { ...west, meter: "sentinel/commitment/100-gb", unit: "1/day", usd: "252.84" },
  { ...elsewhere, meter: "monitor/custom-metrics", unit: "10M samples", usd: "0.16" },
  { ...everywhere, meter: "notification/email", unit: "1 notification", usd: "0.00002" },
  { ...everywhere, meter: "notification/push", unit: "1 notification", usd: "0.00002" },
  { ...everywhere, meter: "notification/webhook", unit: "1 notification", usd: "0.000006" },
  {
    ...everywhere,
    meter: "notification/secure-webhook",
    unit: "1 notification",
    usd: "0.00006",
  },
  { ...everywhere, meter: "notification/itsm", unit: "1 notification", usd: "0.005" },
  {
    ...everywhere,
    meter: "notification/sms/country-1",
    unit: "1 notification",
    usd: "0.00645",
  },
  {
    ...everywhere,
    meter: "notification/sms/country-34",
    unit: "1 notification",
    usd: "0.088",
  },
  {
    ...everywhere,
    meter: "notification/voice/country-64",
    unit: "1 notification",
    usd: "0.08",
  },
  {
    ...everywhere,
    meter: "notification/voice/country-86",
    unit: "1 notification",
    usd: "0.06",
  },
  { ...elsewhere, meter: "key-vault/certificate-renewals", unit: "1 renewal", usd: "3" },
  { ...elsewhere, meter: "key-vault/key-rotations", unit: "1 renewal", usd: "1" },
  {
    ...elsewhere,
    meter: "key-vault/software-key-operations/rsa-2048",
    unit: "10k operations",
    usd: "0.03",
  },
  {
    ...elsewhere,
    meter: "key-vault/software-key-operations/advanced",
    unit: "10k operations",
    usd: "0.15",
  },
  {
    ...elsewhere,
    meter: "key-vault/hsm-key-operations/rsa-2048",
    unit: "10k operations",
    usd: "0.15",
  },
  {
    ...elsewhere,
    meter: "key-vault/hsm-key-operations/advanced",
    unit: "10k operations",
    usd: "0.15",
  },
  { ...elsewhere, meter: "key-vault/hsm-key/rsa-2048", unit: "1 key/month", usd: "1" },
  {
    ...elsewhere,
    meter: "key-vault/hsm-key/advanced",
    unit: "1 key/month",
    tiers: [
      ["0", "5"],
      ["250", "2.5"],
      ["1500", "0.9"],
      ["4000", "0.4"],
    ],
  },
  { ...west, meter: "backup/data/ra-grs", unit: "1 GB/month", usd: "0.0569" },
  { ...east, meter: "vpn/data", unit: "1 GB", usd: "0.035" },
];
