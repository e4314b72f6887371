import { restoreCalls, shellLine } from "../../infra/cli/restore-az";
import type { ProtectedShare } from "../../infra/resources/protected-shares";

const share: ProtectedShare = {
  itemId: "id",
  vault: "rsv-prod-petit-main",
  group: "rg-prod-petit-data",
  container: "StorageContainer;storage;rg-prod-petit-data;stpetit",
  item: "AzureFileShare;dossiers",
  account: "stpetit",
  accountGroup: "rg-prod-petit-data",
  share: "dossiers",
  gibibytes: 100,
  inVault: true,
};
const calls = restoreCalls(share, "6f1d2c3b-0000-4000-8000-000000000002");

test("a share is made again before it is filled, and only from what is in the vault", () => {
  expect(shellLine(calls.makeShare)).toBe(
    "az storage share-rm create --subscription 6f1d2c3b-0000-4000-8000-000000000002 --resource-group rg-prod-petit-data --storage-account stpetit --name dossiers --quota 100 --access-tier Premium --enabled-protocols SMB --output none",
  );
  expect(shellLine(calls.lastPoint)).toContain("HardenedRP");
  expect(shellLine(calls.restore("123"))).toContain(
    "--container-name 'StorageContainer;storage;rg-prod-petit-data;stpetit' --item-name 'AzureFileShare;dossiers' --rp-name 123 --restore-mode AlternateLocation --resolve-conflict Overwrite --target-storage-account stpetit --target-resource-group-name rg-prod-petit-data --target-file-share dossiers --target-folder '' --output none",
  );
});
