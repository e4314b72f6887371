import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ArcMachine } from "../../infra/components/arc-machine";
import { PackageStore } from "../../infra/components/package-store";
import { SecondController } from "../../infra/components/second-controller";
import { ServerReports } from "../../infra/components/server-reports";
import { backupPresets } from "../../infra/firm/backup-presets";
import { allowedArcExtensions } from "../../infra/slim-server/arc-extensions";
import { address, placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const machineId =
  "/subscriptions/33333333-0000-4000-8000-000000000001/resourceGroups/rg-arc/providers/Microsoft.HybridCompute/machines/MEYLAN-PR1";

test("a machine of Azure Arc has its configuration, agent, reports and patches, and is not made", async () => {
  const resources = await registered(() => {
    new ArcMachine("print", {
      machineId,
      location: "francecentral",
      tags: { firm: "dupont" },
      configuration: {
        name: "SlimServer_dupont_meylan_print",
        version: "1.0.0",
        sha256: "AB".repeat(32),
        link: "https://packages.example/p.zip?sig=x",
        assignment: "ApplyAndMonitor",
      },
      collectionRuleId: "rule-id",
      maintenanceId: "maintenance-id",
    });
  });
  expect(counted(resources)).toEqual({
    "cabinet:site:ArcMachine": 1,
    "guestconfiguration:GuestConfigurationHCRPAssignment": 1,
    "hybridcompute:MachineExtension": 1,
    "maintenance:ConfigurationAssignment": 1,
    "monitor:DataCollectionRuleAssociation": 1,
  });
  expect(inputsOf(resources, "print-configuration")).toMatchObject({
    machineName: "MEYLAN-PR1",
    resourceGroupName: "rg-arc",
    name: "SlimServer_dupont_meylan_print",
    guestConfigurationAssignmentName: "SlimServer_dupont_meylan_print",
    properties: {
      guestConfiguration: {
        name: "SlimServer_dupont_meylan_print",
        assignmentType: "ApplyAndMonitor",
        contentHash: "AB".repeat(32),
      },
    },
  });
  expect(inputsOf(resources, "print-patches")).toMatchObject({
    providerName: "Microsoft.HybridCompute",
    resourceId: machineId,
    maintenanceConfigurationId: "maintenance-id",
  });
  const { publisher, type } = inputsOf(resources, "print-monitor")["properties"] as {
    publisher: string;
    type: string;
  };
  expect(allowedArcExtensions).toContainEqual(expect.objectContaining({ publisher, type }));
});

describe("packages", () => {
  const folder = mkdtempSync(join(tmpdir(), "cabinet-packages-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "package.zip");
  writeFileSync(file, "package");

  const store = (zones: boolean) =>
    registered(() => {
      new PackageStore("packages", {
        ...placement(),
        packages: [{ name: "SlimServer_a", sha256: "AB".repeat(32), file }],
        readableUntil: "2028-06-30",
        zones,
      });
    });

  test("an account takes links over TLS only, nobody anonymous, and keeps what was overwritten", async () => {
    const resources = await store(true);
    expect(inputsOf(resources, "packages-account")).toMatchObject({
      sku: { name: "Standard_ZRS" },
      allowBlobPublicAccess: false,
      allowSharedKeyAccess: true,
      enableHttpsTrafficOnly: true,
      minimumTlsVersion: "TLS1_2",
      isLocalUserEnabled: false,
    });
    expect(inputsOf(resources, "packages-container")["publicAccess"]).toBe("None");
    expect(inputsOf(resources, "packages-service")).toMatchObject({ isVersioningEnabled: true });
    expect(inputsOf(await store(false), "packages-account")["sku"]).toEqual({
      name: "Standard_GRS",
    });
  });

  test("a blob is named after what is in it", async () => {
    const { id } = named(await store(true), "packages-SlimServer_a");
    expect(id).toMatch(/\/containers\/packages\/blobs\/SlimServer_a-abababababababab\.zip$/);
  });
});

test("machines report disks and what their own logs hold as serious", async () => {
  const resources = await registered(() => {
    new ServerReports("reports", { ...placement(), workspaceId: "workspace-id" });
  });
  const { dataSources, dataFlows } = inputsOf(resources, "reports-rule") as {
    dataSources: { windowsEventLogs: { xPathQueries: string[] }[] };
    dataFlows: object[];
  };
  const queries = dataSources.windowsEventLogs.flatMap(({ xPathQueries }) => xPathQueries);
  for (const log of ["System", "Directory Service", "DFS Replication", "DNS Server"])
    expect(queries.some((query) => query.startsWith(`${log}!`))).toBe(true);
  expect(queries.some((query) => query.includes("Microsoft-Windows-DHCP-Server"))).toBe(true);
  expect(dataFlows).toEqual([
    { streams: ["Microsoft-Perf", "Microsoft-Event"], destinations: ["firm"] },
  ]);
});

test("a second controller has its fixed address, asks the first one for names, has a disk without cache for its directory, no spooler, and copies", async () => {
  const resources = await registered(() => {
    new SecondController("controller", {
      ...placement(),
      computerName: "MEYLAN-DC2",
      address: address("10.64.9.52"),
      subnetId: "servers-id",
      otherControllers: [address("192.168.10.3")],
      zones: ["1", "2", "3"],
      diskEncryptionSetId: "des-id",
      maintenanceId: "maintenance-id",
      vaultName: "kv-dupont",
      vaultGroupName: "rg-data",
      copies: { backup: backupPresets.standard, vaultName: "rsv-dupont", stay: true },
    });
  });
  expect(inputsOf(resources, "controller-nic")["ipConfigurations"]).toEqual([
    {
      name: "controller",
      subnet: { id: "servers-id" },
      privateIPAllocationMethod: "Static",
      privateIPAddress: "10.64.9.52",
    },
  ]);
  expect(inputsOf(resources, "controller-vm")).toMatchObject({
    vmName: "MEYLAN-DC2",
    storageProfile: {
      dataDisks: [
        {
          createOption: "Empty",
          caching: "None",
          diskSizeGB: 32,
          managedDisk: { diskEncryptionSet: { id: "des-id" } },
        },
      ],
    },
    securityProfile: { securityType: "TrustedLaunch", encryptionAtHost: true },
    osProfile: { computerName: "MEYLAN-DC2", adminPassword: "<secret>" },
  });
  expect(inputsOf(resources, "controller-nic")["dnsSettings"]).toEqual({
    dnsServers: ["192.168.10.3", "10.64.9.52"],
  });
  expect(inputsOf(resources, "controller-backup-server")).toMatchObject({
    resourceGroupName: "rg-data",
    vaultName: "rsv-dupont",
    properties: { protectedItemType: "Microsoft.Compute/virtualMachines" },
  });
  const { source } = inputsOf(resources, "controller-features") as { source: { script: string } };
  expect(source.script).toContain("New-Partition -DriveLetter F");
  expect(source.script).toContain("Set-Service -Name Spooler -StartupType Disabled");
  expect(inputsOf(resources, "controller-kept")).toMatchObject({
    secretName: "controller-meylan-dc2",
    properties: { value: "<secret>" },
  });
});
