import { restoreCalls, shellLine } from "../../infra/cli/restore-az";
import { serverLines, serverSteps } from "../../infra/cli/restore-server-az";
import type { ProtectedServer } from "../../infra/resources/protected-servers";
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

const server: ProtectedServer = {
  itemId: "/item",
  vault: "rsv-prod-moreau-main",
  group: "rg-prod-moreau-data",
  container: "iaasvmcontainer;iaasvmcontainerv2;rg-prod-moreau-files;vm-fil-1",
  item: "vm;iaasvmcontainerv2;rg-prod-moreau-files;vm-fil-1",
  machine: "vm-fil-1",
  machineId: "/vm",
  machineGroup: "rg-prod-moreau-files",
  location: "francecentral",
  disk: {
    id: "/disk",
    name: "disk-prod-moreau-dossiers",
    gibibytes: 1024,
    sku: "Premium_ZRS",
    encryptionSetId: "/des",
    lockId: "/disk/lock",
  },
};

describe("a file server's data", () => {
  const lines = serverLines(serverSteps(server, "6f1d2c3b-0000-4000-8000-000000000003"));
  const verbs = lines.map((line) =>
    line.replace(/^[A-Z]+=\$\(/, "").replace(/^az ([a-z -]+?) --.*$/, "$1"),
  );

  test("is restored before anything in use is touched, and keeps its name", () => {
    expect(verbs).toEqual([
      "group create",
      "storage account create",
      "backup recoverypoint list",
      "backup restore restore-disks",
      "backup job wait",
      "disk list",
      "vm deallocate",
      "snapshot create",
      "vm disk detach",
      "lock delete",
      "disk delete",
      "disk create",
      "vm disk attach",
      "vm start",
    ]);
    const made = lines.find((line) => line.includes("disk create"));
    expect(made).toContain('--name disk-prod-moreau-dossiers --source "$COPY"');
    expect(made).toContain("--disk-encryption-set /des --network-access-policy DenyAll");
  });

  test("what was on the disk stays as a snapshot, taken before the disk goes", () => {
    expect(lines[verbs.indexOf("snapshot create")]).toContain(
      "--resource-group rg-prod-moreau-files-restored --name disk-prod-moreau-dossiers-before --source /disk",
    );
  });

  test("answers go from one call to the next by their names", () => {
    expect(lines[2]).toMatch(/^POINT=\$\(az backup recoverypoint list .* \| cut -f1\)$/);
    expect(lines[3]).toContain('--rp-name "$POINT"');
    expect(lines[4]).toContain('--name "$JOB"');
  });

  test("without a lock none is taken away", () => {
    const steps = serverSteps({ ...server, disk: { ...server.disk, lockId: undefined } }, "s");
    expect(serverLines(steps).join()).not.toContain("lock delete");
  });
});
