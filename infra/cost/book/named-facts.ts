/** Where prices come from that the rows of machines and storage do not hold. */
export const origins = {
  priceList: "Azure price list, row of the region",
  quoted: "list price of the region quoted in two public documents",
  euro: "row of the region seen in euros, divided by the factor of its day",
  exporter: "price list of the region exported by a third party",
  otherRegions: "independent cost cases of other regions, all alike",
  westEurope: "West Europe stands in: the region's own price was not found",
  eastUs: "East US stands in: the region's own price was not found",
  licence: "price list of SQL Server licences, the same everywhere",
  memory: "published price, not confirmed by any document at hand",
  nowhere: "not found",
} as const;

type Origin = keyof typeof origins;

/**
 * Meters that the facts name one by one, and what else is known of each: the day, the tiers, the
 * sizes one price stands for.
 */
export interface NamedFact {
  /** `nat/gateway`: the key of the fact. */
  readonly key: string;
  readonly meter: string;
  readonly unit: string;
  readonly asOf: string;
  /** Where the price was seen, a key of `origins`. */
  readonly from: Origin;
  readonly everywhere?: boolean;
  /** Price from a number of units on, beside the fact's own from 0. */
  readonly further?: readonly (readonly [from: string, usd: string])[];
  /** Meters whose price is so many times the fact's. */
  readonly multiples?: readonly (readonly [meter: string, times: string])[];
}

/** vCores a database can have: https://learn.microsoft.com/azure/azure-sql/database/resource-limits-vcore-single-databases */
const vCores = [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 32, 40, 64, 80, 128];

/** The largest machine protects 32 disks of 32 TiB; nobody's does: 100 steps are 50 TB. */
const backupSteps = Array.from({ length: 100 }, (_, index) => index + 1);

const goldens = "2025-01-31";

export const namedFacts: readonly NamedFact[] = [
  {
    key: "nat/gateway",
    from: "quoted",
    meter: "nat-gateway/hour",
    unit: "1 hour",
    asOf: "2026-09-30",
    everywhere: true,
  },
  {
    key: "nat/data",
    from: "quoted",
    meter: "nat-gateway/data",
    unit: "1 GB",
    asOf: "2026-09-30",
    everywhere: true,
  },
  {
    key: "pe/hour",
    from: "quoted",
    meter: "private-endpoint/hour",
    unit: "1 hour",
    asOf: "2026-09-30",
    everywhere: true,
  },
  {
    key: "pe/data-in",
    from: "quoted",
    meter: "private-endpoint/data-in",
    unit: "1 GB",
    asOf: "2026-09-30",
    everywhere: true,
    further: [
      ["1000000", "0.006"],
      ["5000000", "0.004"],
    ],
  },
  {
    key: "pe/data-out",
    from: "quoted",
    meter: "private-endpoint/data-out",
    unit: "1 GB",
    asOf: "2026-09-30",
    everywhere: true,
    further: [
      ["1000000", "0.006"],
      ["5000000", "0.004"],
    ],
  },
  {
    key: "pip/standard-static",
    from: "priceList",
    meter: "public-address/standard/static/regional",
    unit: "1 hour",
    asOf: "2026-09-27",
  },
  {
    key: "egress/mgn",
    from: "exporter",
    meter: "egress/microsoft-network",
    unit: "1 GB",
    asOf: "2026-07-21",
  },
  {
    key: "egress/internet-routing",
    from: "exporter",
    meter: "egress/internet-routing",
    unit: "1 GB",
    asOf: "2026-07-21",
  },
  {
    key: "keyvault/operations",
    from: "euro",
    meter: "key-vault/operations",
    unit: "10k operations",
    asOf: "2026-09-08",
  },
  {
    key: "monitor/metric-alert-series",
    from: "euro",
    meter: "alert/metric-series",
    unit: "1 time series/month",
    asOf: "2026-08-31",
  },
  {
    key: "monitor/log-alert-5min",
    from: "euro",
    meter: "alert/log/5-minutes",
    unit: "1 rule/month",
    asOf: "2026-08-31",
  },
  {
    key: "sqldb/gp-storage",
    from: "exporter",
    meter: "sql/database/general-purpose/storage",
    unit: "1 GB/month",
    asOf: "2026-07-12",
  },
  {
    key: "sqldb/bc-storage",
    from: "exporter",
    meter: "sql/database/business-critical/storage",
    unit: "1 GB/month",
    asOf: "2026-07-12",
  },
  {
    key: "sqlmi/gp-storage",
    from: "exporter",
    meter: "sql/managed-instance/general-purpose/storage",
    unit: "1 GB/month",
    asOf: "2026-07-12",
  },
  {
    key: "appservice/B1-linux",
    from: "euro",
    meter: "app-service/linux/b1",
    unit: "1 hour",
    asOf: "2026-09-08",
  },
  {
    key: "firewall/standard",
    from: "otherRegions",
    meter: "firewall/standard/hour",
    unit: "1 hour",
    asOf: goldens,
  },
  {
    key: "firewall/premium",
    from: "otherRegions",
    meter: "firewall/premium/hour",
    unit: "1 hour",
    asOf: goldens,
  },
  {
    key: "firewall/data",
    from: "otherRegions",
    meter: "firewall/standard/data",
    unit: "1 GB",
    asOf: goldens,
    multiples: [["firewall/premium/data", "1"]],
  },
  {
    key: "bastion/basic",
    from: "otherRegions",
    meter: "bastion/basic/hour",
    unit: "1 hour",
    asOf: goldens,
  },
  {
    key: "entra-ds/standard",
    from: "otherRegions",
    meter: "entra-domain-services/standard/hour",
    unit: "1 hour",
    asOf: goldens,
  },
  {
    key: "entra-ds/enterprise",
    from: "otherRegions",
    meter: "entra-domain-services/enterprise/hour",
    unit: "1 hour",
    asOf: goldens,
  },
  {
    key: "entra-ds/premium",
    from: "otherRegions",
    meter: "entra-domain-services/premium/hour",
    unit: "1 hour",
    asOf: goldens,
  },
  {
    key: "vpn/VpnGw1",
    from: "otherRegions",
    meter: "vpn/gateway/vpngw1",
    unit: "1 hour",
    asOf: goldens,
  },
  {
    key: "vpn/VpnGw2",
    from: "otherRegions",
    meter: "vpn/gateway/vpngw2",
    unit: "1 hour",
    asOf: goldens,
  },
  {
    key: "vpn/VpnGw1AZ",
    from: "eastUs",
    meter: "vpn/gateway/vpngw1az",
    unit: "1 hour",
    asOf: goldens,
  },
  {
    key: "vpn/Basic",
    from: "otherRegions",
    meter: "vpn/gateway/basic",
    unit: "1 hour",
    asOf: goldens,
  },
  {
    key: "vpn/p2s-over-128",
    from: "priceList",
    meter: "vpn/p2s-tunnel",
    unit: "1 tunnel/hour",
    asOf: "2026-02-15",
    everywhere: true,
  },
  {
    key: "vpn/s2s-over-10",
    from: "otherRegions",
    meter: "vpn/s2s-tunnel",
    unit: "1 tunnel/hour",
    asOf: goldens,
  },
  {
    key: "peering/intra",
    from: "otherRegions",
    meter: "peering/same-region/in",
    unit: "1 GB",
    asOf: goldens,
    everywhere: true,
    multiples: [["peering/same-region/out", "1"]],
  },
  {
    key: "private-dns/zone",
    from: "otherRegions",
    meter: "dns/private-zone",
    unit: "1/month",
    asOf: goldens,
    everywhere: true,
    further: [["25", "0.1"]],
  },
  {
    key: "private-dns/queries",
    from: "otherRegions",
    meter: "dns/private-queries",
    unit: "1M queries",
    asOf: goldens,
    everywhere: true,
    further: [["1000", "0.2"]],
  },
  {
    key: "acr/basic",
    from: "otherRegions",
    meter: "container-registry/basic",
    unit: "1/day",
    asOf: goldens,
  },
  {
    key: "automation/minute",
    from: "otherRegions",
    meter: "automation/job-minutes",
    unit: "1 minute",
    asOf: goldens,
  },
  {
    key: "defender/servers-p1",
    from: "otherRegions",
    meter: "defender/servers-p1",
    unit: "1 hour",
    asOf: goldens,
  },
  {
    key: "defender/servers-p2",
    from: "otherRegions",
    meter: "defender/servers-p2",
    unit: "1 hour",
    asOf: goldens,
  },
  {
    key: "loganalytics/ingest",
    from: "westEurope",
    meter: "log-analytics/ingestion",
    unit: "1 GB",
    asOf: goldens,
  },
  {
    key: "loganalytics/retention",
    from: "westEurope",
    meter: "log-analytics/retention",
    unit: "1 GB/month",
    asOf: goldens,
  },
  {
    key: "backup/vm-instance",
    from: "westEurope",
    meter: "backup/azure-vm/500-gb",
    unit: "1/month",
    asOf: goldens,
    multiples: [
      ["backup/azure-vm/50-gb", "0.5"],
      ...backupSteps
        .slice(1)
        .map((step) => [`backup/azure-vm/${step * 500}-gb`, String(step)] as const),
    ],
  },
  {
    key: "backup/lrs",
    from: "westEurope",
    meter: "backup/data/lrs",
    unit: "1 GB/month",
    asOf: goldens,
  },
  {
    key: "backup/zrs",
    from: "westEurope",
    meter: "backup/data/zrs",
    unit: "1 GB/month",
    asOf: goldens,
  },
  {
    key: "backup/grs",
    from: "westEurope",
    meter: "backup/data/grs",
    unit: "1 GB/month",
    asOf: goldens,
  },
  {
    key: "sqldb/gp-gen5-vcore",
    from: "westEurope",
    meter: "sql/database/general-purpose/gen5/1-vcores",
    unit: "1 hour",
    asOf: goldens,
    multiples: vCores.map((count) => [
      `sql/database/general-purpose/gen5/${count}-vcores`,
      String(count),
    ]),
  },
  {
    key: "sqldb/sql-licence-gp",
    from: "licence",
    meter: "sql/licence/general-purpose",
    unit: "1 vCore/hour",
    asOf: "2026-07-12",
    everywhere: true,
    multiples: [
      ["sql/licence/hyperscale", "1"],
      ["sql/licence/business-critical", "3.75"],
    ],
  },
  {
    key: "appservice/P0v3-linux",
    from: "nowhere",
    meter: "app-service/linux/p0v3",
    unit: "1 hour",
    asOf: "2026-09-26",
  },
  {
    key: "avd/per-user-desktop",
    from: "memory",
    meter: "avd-access/desktop",
    unit: "1 user/month",
    asOf: "2026-09-26",
    everywhere: true,
  },
  {
    key: "avd/per-user-apps",
    from: "memory",
    meter: "avd-access/applications",
    unit: "1 user/month",
    asOf: "2026-09-26",
    everywhere: true,
  },
];
