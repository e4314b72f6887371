import fc from "fast-check";
import { DataDisk, diskSize } from "../../infra/components/data-disk";
import { FileServer, type FileServerArgs } from "../../infra/components/file-server";
import { fileServerScript } from "../../infra/components/file-server-script";
import { placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const record = (changes: Partial<FileServerArgs> = {}) =>
  registered(() => {
    new FileServer("files", {
      ...placement(),
      dossiersGiB: 400,
      zones: ["1", "2", "3"],
      subnetId: "subnet-id",
      join: {
        domain: "dupont.example",
        unit: "OU=Servers,DC=dupont,DC=example",
        account: "svc-join@dupont.example",
        password: { vaultId: "vault-id", secretName: "domain-join" },
      },
      diskEncryptionSetId: "des-id",
      maintenanceId: "maintenance-id",
      vaultName: "kv-dupont",
      vaultGroupName: "rg-data",
      ...changes,
    });
  });

describe("FileServer", () => {
  test("defaults: a machine, its disk, what makes it a file server, its patches and its password", async () => {
    expect(counted(await record())).toEqual({
      "cabinet:firm:DataDisk": 1,
      "cabinet:firm:FileServer": 1,
      "compute:Disk": 1,
      "compute:VirtualMachine": 1,
      "compute:VirtualMachineExtension": 3,
      "compute:VirtualMachineRunCommandByVirtualMachine": 1,
      "keyvault:Secret": 1,
      "maintenance:ConfigurationAssignment": 1,
      "network:NetworkInterface": 1,
      "random:index/randomPassword:RandomPassword": 1,
      "resources:Deployment": 1,
    });
  });

  test("everything: the disk is attached, stays when the machine goes, and is in all zones", async () => {
    const list = await record();
    const disk = named(list, "files-data-disk");
    expect(disk.inputs).toMatchObject({ diskSizeGB: 512, sku: { name: "Premium_ZRS" } });
    expect(inputsOf(list, "files-vm")).toMatchObject({
      zones: ["1"],
      licenseType: "Windows_Server",
      storageProfile: {
        dataDisks: [
          { lun: 0, createOption: "Attach", deleteOption: "Detach", managedDisk: { id: disk.id } },
        ],
      },
    });
    const local = await record({ zones: [] });
    expect(inputsOf(local, "files-data-disk")).toMatchObject({ sku: { name: "Premium_LRS" } });
    expect(inputsOf(local, "files-vm")).not.toHaveProperty("zones");
  });

  test("everything: a larger disk is taken up, and the machine stays as it is", async () => {
    const [before, after] = [await record(), await record({ dossiersGiB: 900 })];
    expect(inputsOf(after, "files-data-disk")).toMatchObject({ diskSizeGB: 1024 });
    const names = (list: typeof before) => list.map(({ name }) => name);
    expect(names(after).filter((name) => !names(before).includes(name))).toEqual([
      "files-files-1024",
    ]);
    expect(inputsOf(after, "files-vm")).toEqual(inputsOf(before, "files-vm"));
  });

  test("everything: patched in the platform's window, joined before it shares anything", async () => {
    const list = await record();
    expect(inputsOf(list, "files-patches")).toMatchObject({
      maintenanceConfigurationId: "maintenance-id",
      resourceType: "virtualMachines",
    });
    expect(inputsOf(list, "files-vm")).toMatchObject({
      osProfile: {
        windowsConfiguration: { patchSettings: { patchMode: "AutomaticByPlatform" } },
      },
    });
    expect(named(list, "files-files-512").dependsOn).toContain(named(list, "files-join").urn);
  });

  test("hardened (AVD-100, AVD-101): trusted launch, encrypted by the firm's key, no public address", async () => {
    const list = await record();
    expect(inputsOf(list, "files-vm")).toMatchObject({
      securityProfile: {
        securityType: "TrustedLaunch",
        encryptionAtHost: true,
        uefiSettings: { secureBootEnabled: true, vTpmEnabled: true },
      },
      storageProfile: { osDisk: { managedDisk: { diskEncryptionSet: { id: "des-id" } } } },
    });
    expect(inputsOf(list, "files-data-disk")).toMatchObject({
      encryption: {
        type: "EncryptionAtRestWithCustomerKey",
        diskEncryptionSetId: "des-id",
      },
      networkAccessPolicy: "DenyAll",
      publicNetworkAccess: "Disabled",
    });
    expect(JSON.stringify(inputsOf(list, "files-nic"))).not.toMatch(/public/i);
  });

  test("hardened (KEV-03, KEV-04): no password is told", async () => {
    const list = await record();
    expect(JSON.stringify(inputsOf(list, "files-vm"))).toContain('"adminPassword":"<secret>"');
    expect(inputsOf(list, "files-secret")).toMatchObject({ properties: { value: "<secret>" } });
  });
});

describe("DataDisk", () => {
  const recordDisk = (gibibytes: number) =>
    registered(() => {
      const zones: readonly string[] = [];
      new DataDisk("data", {
        ...placement(),
        purpose: "dossiers",
        gibibytes,
        zones,
        diskEncryptionSetId: "des-id",
      });
    });

  test.each([
    [100, 128],
    [128, 128],
    [129, 256],
    [5000, 8192],
    [32_767, 32_767],
  ])("%i GiB are on a disk of %i", async (gibibytes, diskSizeGB) => {
    expect(inputsOf(await recordDisk(gibibytes), "data-disk")).toMatchObject({ diskSizeGB });
  });

  test("has room for what is asked, and less than twice that", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 32_767 }), (gibibytes) => {
        expect(diskSize(gibibytes)).toBeGreaterThanOrEqual(gibibytes);
        expect(diskSize(gibibytes)).toBeLessThan(2 * gibibytes + 1);
      }),
    );
  });

  test("rejects what no disk holds", () => {
    expect(() => diskSize(32_768)).toThrow("32768");
  });
});

describe("the script of a file server", () => {
  const script = fileServerScript({ share: "dossiers" });

  test("grants no leases, keeps nothing on clients, encrypts, and hides what one may not open", () => {
    expect(script).toContain(
      "LeasingMode = 'None'; CachingMode = 'None'; EncryptData = $true; FolderEnumerationMode = 'AccessBased'",
    );
    expect(script).toContain("-EnableSMB1Protocol $false -RejectUnencryptedAccess $true");
  });

  test("opens the share to administrators alone", () => {
    expect(
      [...script.matchAll(/-(?:Full|Change|Read)Access (\S+)/g)].map(([, who]) => who),
    ).toEqual(["$administrators"]);
  });

  test("formats an empty disk only, and extends one that has grown", () => {
    expect(script).toMatch(/PartitionStyle -eq 'RAW'[^}]*Format-Volume/);
    expect(script.match(/Format-Volume/g)).toHaveLength(1);
    expect(script).toContain("Resize-Partition");
  });
});
