import { units } from "../units";
import type { UsageKey } from "../usage-keys";
import { type Family, used } from "./family";
import { accountAround, inAccount, upper } from "./storage-accounts";

export const tables: Family = {
  name: "Tables",
  group: "storage",
  types: ["storage:Table"],
  owner: inAccount,
  usage: [
    "monthlyStorageGb",
    "monthlyBatchWriteOperations",
    "monthlyWriteOperations",
    "monthlyReadOperations",
    "monthlyScanOperations",
    "monthlyListOperations",
    "monthlyDeleteOperations",
  ],
  *findings(context) {
    const account = accountAround(context);
    const product = account.ownKey("table") ? "table-own-key" : "table";
    const name = (part: string) => `Tables ${upper(account.redundancy)}, ${part}`;
    const meter = (part: string) => `${product}/${part}/${account.redundancy}`;
    yield used(context, "data", name("data"), meter("data"), units.gbHeld, "monthlyStorageGb");
    const operations: readonly (readonly [string, string, UsageKey])[] = [
      ["batch-write", "batch write operations", "monthlyBatchWriteOperations"],
      ["write", "write operations", "monthlyWriteOperations"],
      ["read", "read operations", "monthlyReadOperations"],
      ["scan", "scan operations", "monthlyScanOperations"],
      ["list", "list operations", "monthlyListOperations"],
      ["delete", "delete operations", "monthlyDeleteOperations"],
    ];
    for (const [slot, part, key] of operations)
      yield used(context, slot, name(part), meter(slot), units.operations10k, key);
  },
};

export const queues: Family = {
  name: "Queues",
  group: "storage",
  types: ["storage:Queue"],
  owner: inAccount,
  usage: [
    "monthlyStorageGb",
    "monthlyClass1Operations",
    "monthlyClass2Operations",
    "monthlyGeoReplicationDataTransferGb",
  ],
  *findings(context) {
    const account = accountAround(context);
    const product = account.ownKey("queue") ? "queue-own-key" : "queue";
    const name = (part: string) => `Queues ${upper(account.redundancy)}, ${part}`;
    const meter = (part: string) => `${product}/${part}/${account.redundancy}`;
    yield used(context, "data", name("data"), meter("data"), units.gbHeld, "monthlyStorageGb");
    yield used(
      context,
      "class-1",
      name("class 1 operations"),
      meter("class-1"),
      units.operations10k,
      "monthlyClass1Operations",
    );
    yield used(
      context,
      "class-2",
      name("class 2 operations"),
      meter("class-2"),
      units.operations10k,
      "monthlyClass2Operations",
    );
    if (account.redundancy.includes("g"))
      yield used(
        context,
        "geo-replication",
        name("geo-replicated data"),
        meter("geo-replication"),
        units.gb,
        "monthlyGeoReplicationDataTransferGb",
      );
  },
};
