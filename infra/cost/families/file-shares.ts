import type { Finding } from "../model";
import { Decimal } from "../money";
import { entryOf, NotPriceable } from "../reading";
import { units } from "../units";
import type { UsageKey } from "../usage-keys";
import { type Context, type Family, metered, used } from "./family";
import { type Account, accountAround, inAccount, upper } from "./storage-accounts";

export const fileShares: Family = {
  name: "File shares",
  group: "storage",
  types: ["storage:FileShare"],
  owner: inAccount,
  usage: [
    "storageGb",
    "snapshotsStorageGb",
    "softDeletedStorageGb",
    "metadataAtRestStorageGb",
    "monthlyReadOperations",
    "monthlyWriteOperations",
    "monthlyListOperations",
    "monthlyOtherOperations",
    "monthlyDataRetrievalGb",
    "monthlyBurstTransactions",
    "monthlyBurstBandwidthGb",
  ],
  *findings(context) {
    const account = accountAround(context);
    switch (account.media) {
      case "standard":
        yield* payAsYouGo(context, account);
        return;
      case "premium":
        yield* provisioned(context, account);
        return;
      case "standardV2":
      case "premiumV2":
        yield* provisionedV2(context, account);
        return;
    }
  },
};

/** Standard shares bill what lies in them, and every transaction. */
function* payAsYouGo(context: Context, account: Account): Generator<Finding> {
  const { inputs } = context;
  // The share's own tier; without one, that of the account where shares follow it.
  const tier = inputs.choice("accessTier") ?? "transactionoptimized";
  const names: Readonly<Record<string, readonly [meter: string, label: string]>> = {
    transactionoptimized: ["transaction-optimized", "transaction optimised"],
    hot: ["hot", "Hot"],
    cool: ["cool", "Cool"],
  };
  const [product, label] = entryOf(names, tier) ?? [];
  if (product === undefined || label === undefined)
    throw new NotPriceable(`no standard file share has the tier "${tier}"`);
  const redundancy = account.redundancy.replace("ra-", "");
  const of = (slot: string, name: string, unit: typeof units.gbHeld, key: UsageKey, meter = slot) =>
    used(
      context,
      slot,
      `Files ${label} ${upper(redundancy)}, ${name}`,
      `files/${product}/${meter}/${redundancy}`,
      unit,
      key,
    );
  yield of("data", "data", units.gbHeld, "storageGb");
  // A snapshot's changed data costs as much as data: there is no meter of its own.
  yield of("snapshots", "snapshots", units.gbHeld, "snapshotsStorageGb", "data");
  if (product !== "transaction-optimized")
    yield of("metadata", "metadata", units.gbHeld, "metadataAtRestStorageGb");
  yield of("read", "read operations", units.operations10k, "monthlyReadOperations");
  yield of("write", "write operations", units.operations10k, "monthlyWriteOperations");
  yield of("list", "list operations", units.operations10k, "monthlyListOperations");
  yield of("other", "other operations", units.operations10k, "monthlyOtherOperations");
  if (product === "cool")
    yield of("retrieval", "data retrieval", units.gb, "monthlyDataRetrievalGb");
}

/** Premium shares bill their quota, full or empty. */
function* provisioned(context: Context, { redundancy }: Account): Generator<Finding> {
  const { inputs, usage } = context;
  const label = `Files Premium ${upper(redundancy)}`;
  const meter = (part: string) => `files/premium/${part}/${redundancy}`;
  const quota = inputs.amount("shareQuota") ?? usage("storageGb");
  if (quota === undefined) throw new NotPriceable("shareQuota is missing");
  yield metered("data", `${label}, provisioned`, meter("data"), units.gbHeld, quota);
  yield used(
    context,
    "snapshots",
    `${label}, snapshots`,
    meter("snapshots"),
    units.gbHeld,
    "snapshotsStorageGb",
  );
  if (!inputs.flag("fileSharePaidBursting.paidBurstingEnabled")) return;
  yield used(
    context,
    "burst-transactions",
    `${label}, paid burst transactions`,
    meter("burst-transactions"),
    units.requests1M,
    "monthlyBurstTransactions",
  );
  yield used(
    context,
    "burst-bandwidth",
    `${label}, paid burst bandwidth`,
    meter("burst-bandwidth"),
    units.gb,
    "monthlyBurstBandwidthGb",
  );
}

/**
 * What a share gets when the program provisions nothing, and what an SSD share includes:
 * https://learn.microsoft.com/azure/storage/files/understanding-billing
 */
const recommendations = {
  premiumV2: {
    media: "SSD",
    includedIops: 3e3,
    includedThroughput: 100,
    iops: (gib: Decimal) => Decimal.min(gib.plus(3e3), 102400),
    throughput: (gib: Decimal) => Decimal.min(gib.times("0.1").plus(100).ceil(), 10340),
  },
  standardV2: {
    media: "HDD",
    includedIops: 0,
    includedThroughput: 0,
    iops: (gib: Decimal) => Decimal.min(gib.times("0.2").plus(1e3).ceil(), 5e4),
    throughput: (gib: Decimal) => Decimal.min(gib.times("0.02").plus(60).ceil(), 5120),
  },
} as const;

/** Shares of the second provisioned model bill storage, operations and throughput apart. */
function* provisionedV2(context: Context, account: Account): Generator<Finding> {
  const { inputs } = context;
  const { redundancy } = account;
  const rules = recommendations[account.media === "premiumV2" ? "premiumV2" : "standardV2"];
  const label = `Files ${rules.media} provisioned ${upper(redundancy)}`;
  const meter = (part: string) => `files/v2-${rules.media.toLowerCase()}/${part}/${redundancy}`;
  const quota = inputs.amount("shareQuota");
  if (quota === undefined) throw new NotPriceable("shareQuota is missing");
  yield metered("data", `${label}, storage`, meter("data"), units.gibHeld, quota);
  const iops = inputs.amount("provisionedIops");
  yield metered(
    "iops",
    rules.includedIops === 0 ? `${label}, IOPS` : `${label}, IOPS above 3,000`,
    meter("iops"),
    units.iops,
    (iops ?? rules.iops(quota)).minus(rules.includedIops).clampedTo(0, Infinity),
    iops === undefined ? { assumed: "IOPS not named: as many as Azure recommends" } : {},
  );
  const throughput = inputs.amount("provisionedBandwidthMibps");
  yield metered(
    "throughput",
    rules.includedThroughput === 0
      ? `${label}, throughput`
      : `${label}, throughput above 100 MiB/s`,
    meter("throughput"),
    units.megabytesPerSecond,
    (throughput ?? rules.throughput(quota)).minus(rules.includedThroughput).clampedTo(0, Infinity),
    throughput === undefined
      ? { assumed: "throughput not named: as much as Azure recommends" }
      : {},
  );
  yield used(
    context,
    "snapshots",
    `${label}, snapshots beyond the provisioned size`,
    meter("snapshots"),
    units.gibHeld,
    "snapshotsStorageGb",
  );
  yield used(
    context,
    "soft-deleted",
    `${label}, deleted shares kept`,
    meter("soft-deleted"),
    units.gibHeld,
    "softDeletedStorageGb",
  );
}
