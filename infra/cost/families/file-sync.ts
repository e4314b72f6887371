import type { Decimal } from "../money";
import { one, zero } from "../money";
import { units } from "../units";
import { type Family, metered } from "./family";

const inService = {
  types: ["storagesync:StorageSyncService"],
  by: ["storageSyncServiceName"],
} as const;

/** The first server of a sync service costs nothing: https://azure.microsoft.com/pricing/details/storage/files */
export const syncServers: Family = {
  name: "File Sync servers",
  group: "storage",
  types: ["storagesync:RegisteredServer"],
  owner: inService,
  usage: [],
  *findings({ program, resource }) {
    const service = program.related(resource, inService);
    const [first] = program
      .ofTypes(["storagesync:RegisteredServer"])
      .filter((server) => program.related(server, inService) === service);
    const quantity: Decimal = first === resource ? zero : one;
    yield metered("server", "File Sync server", "file-sync/server", units.servers, quantity);
  },
};
