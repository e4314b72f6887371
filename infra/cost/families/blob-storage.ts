import type { Finding } from "../model";
import { units } from "../units";
import type { UsageKey } from "../usage-keys";
import { type Context, type Family, used } from "./family";
import { type Account, accountOf, inAccount, upper } from "./storage-accounts";

/** Contents of a storage account that lie in no resource of their own; shares, queues and tables are. */
export const storageAccounts: Family = {
  name: "Storage accounts",
  group: "storage",
  types: ["storage:StorageAccount"],
  usage: [
    "storageGb",
    "dataAtRestStorageGb",
    "snapshotsStorageGb",
    "metadataAtRestStorageGb",
    "monthlyWriteOperations",
    "monthlyListAndCreateContainerOperations",
    "monthlyReadOperations",
    "monthlyOtherOperations",
    "monthlyIterativeReadOperations",
    "monthlyIterativeWriteOperations",
    "monthlyDataRetrievalGb",
    "monthlyDataWriteGb",
    "blobIndexTags",
    "earlyDeletionGb",
  ],
  *findings(context) {
    const account = accountOf(context.inputs);
    const { media, kind } = account;
    if (media === "standardV2" || media === "premiumV2")
      yield { kind: "free", reason: "its file shares are provisioned and billed one by one" };
    else if (kind === "files") yield* fileFindings(context, account);
    else if (kind === "classic") yield* blobFindings(context, account, classicBlobs);
    else if (media === "premium") yield* blobFindings(context, account, premiumBlobs);
    else yield* blobFindings(context, account, account.hierarchical ? foldersAndFiles : flatBlobs);
  },
};

/** One meter of an account: `blob/hot/write/lrs`. */
interface AccountMeter {
  readonly slot: string;
  readonly name: string;
  readonly unit: (typeof units)[keyof typeof units];
  readonly usage: UsageKey;
  readonly when?: (account: Account) => boolean;
  /** Where the meter is not named like the slot. */
  readonly meter?: string;
}

interface MeterSet {
  readonly product: (account: Account) => string;
  readonly label: (account: Account) => string;
  readonly meters: readonly AccountMeter[];
}

const cooled = ({ accessTier }: Account) => accessTier !== "hot";
// Accounts made for blobs alone do not pay early deletion from the cool tier:
// https://learn.microsoft.com/azure/storage/blobs/access-tiers-overview
const paysEarlyDeletion = (account: Account) => cooled(account) && account.kind !== "blob";

const capacity: AccountMeter = {
  slot: "data",
  name: "data",
  unit: units.gbHeld,
  usage: "storageGb",
};
const read = operations("read", "read operations", "monthlyReadOperations");
const write = operations("write", "write operations", "monthlyWriteOperations");
const other = operations("other", "other operations", "monthlyOtherOperations");
const list = operations(
  "list",
  "list and create container operations",
  "monthlyListAndCreateContainerOperations",
);
const retrieval: AccountMeter = {
  slot: "retrieval",
  name: "data retrieval",
  unit: units.gb,
  usage: "monthlyDataRetrievalGb",
  when: cooled,
};
const earlyDeletion: AccountMeter = {
  slot: "early-deletion",
  name: "early deletion",
  unit: units.gb,
  usage: "earlyDeletionGb",
  when: paysEarlyDeletion,
};

const tierLabel = ({ accessTier, redundancy }: Account) =>
  `${accessTier[0]?.toUpperCase() ?? ""}${accessTier.slice(1)} ${upper(redundancy)}`;

const flatBlobs: MeterSet = {
  product: ({ accessTier }) => `blob/${accessTier}`,
  label: (account) => `Blobs ${tierLabel(account)}`,
  meters: [
    capacity,
    write,
    list,
    read,
    other,
    retrieval,
    earlyDeletion,
    {
      slot: "write-data",
      name: "data written",
      unit: units.gb,
      usage: "monthlyDataWriteGb",
      when: (account) => account.kind === "blob" && cooled(account),
    },
    { slot: "index-tags", name: "index tags", unit: units.tags10k, usage: "blobIndexTags" },
  ],
};

const foldersAndFiles: MeterSet = {
  product: ({ accessTier }) => `data-lake/${accessTier}`,
  label: (account) => `Data Lake ${tierLabel(account)}`,
  meters: [
    capacity,
    {
      ...operations(
        "iterative-write",
        "iterative write operations",
        "monthlyIterativeWriteOperations",
      ),
      unit: units.operations100,
    },
    write,
    operations("iterative-read", "iterative read operations", "monthlyIterativeReadOperations"),
    read,
    other,
    retrieval,
    earlyDeletion,
  ],
};

const premiumBlobs: MeterSet = {
  product: () => "blob/premium",
  label: ({ redundancy }) => `Premium blobs ${upper(redundancy)}`,
  meters: [capacity, write, list, read, other],
};

/** General purpose v1, which knows no access tiers. */
const classicBlobs: MeterSet = {
  product: ({ media }) => `blob/${media === "premium" ? "premium-v1" : "v1"}`,
  label: ({ redundancy }) => `Blobs v1 ${upper(redundancy)}`,
  meters: [capacity, write, list, read, other],
};

function operations(slot: string, name: string, usage: UsageKey): AccountMeter {
  return { slot, name, unit: units.operations10k, usage };
}

function* blobFindings(context: Context, account: Account, set: MeterSet): Generator<Finding> {
  for (const { slot, name, unit, usage, when, meter = slot } of set.meters)
    if (when?.(account) ?? true)
      yield used(
        context,
        slot,
        `${set.label(account)}, ${name}`,
        `${set.product(account)}/${meter}/${account.redundancy}`,
        unit,
        usage,
      );
}

const snapshots: AccountMeter = {
  slot: "snapshots",
  name: "snapshots",
  unit: units.gbHeld,
  usage: "snapshotsStorageGb",
};

/** Shares of a file account that the program does not name. */
const standardFiles: MeterSet = {
  product: ({ accessTier }) => `files/${accessTier}`,
  label: (account) => `Files ${tierLabel(account)}`,
  meters: [
    { ...capacity, usage: "dataAtRestStorageGb" },
    // A snapshot's changed data costs as much as data: there is no meter of its own.
    { ...snapshots, meter: "data" },
    { slot: "metadata", name: "metadata", unit: units.gbHeld, usage: "metadataAtRestStorageGb" },
    write,
    { ...list, name: "list operations" },
    read,
    other,
    retrieval,
    earlyDeletion,
  ],
};

const premiumFiles: MeterSet = {
  product: () => "files/premium",
  label: ({ redundancy }) => `Files Premium ${upper(redundancy)}`,
  meters: [{ ...capacity, usage: "dataAtRestStorageGb" }, snapshots],
};

function* fileFindings(context: Context, account: Account): Generator<Finding> {
  const { program, resource } = context;
  const shares = program.ofTypes(["storage:FileShare"]);
  if (shares.some((share) => program.related(share, inAccount) === resource))
    yield { kind: "free", reason: "its file shares are billed one by one" };
  else
    yield* blobFindings(
      context,
      account,
      account.media === "premium" ? premiumFiles : standardFiles,
    );
}
