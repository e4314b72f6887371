import fc from "fast-check";
import { Archive, daysOf, type ArchiveArgs } from "../../infra/components/archive";
import { archivePresets } from "../../infra/firm/archive-presets";
import { placement } from "../support/builders";
import { firmKey } from "../support/components";
import { counted, inputsOf, named, registered } from "../support/harness";

const all = Object.entries(archivePresets).map(([name, { years }]) => ({ name, years }));

type Changes = Partial<Omit<ArchiveArgs, "encryption" | "keyReady">>;

const record = async (changes: Changes = {}) => {
  const list = await registered(() => {
    const key = firmKey();
    new Archive("archive", {
      ...placement(),
      durations: [{ name: "fiscal6", years: 6 }],
      copies: "zone",
      encryption: key.forStorage,
      keyReady: key.ready,
      endpoint: { subnetId: "subnet-id", zoneId: "zone-id" },
      ...changes,
    });
  });
  return list.filter(({ name }) => !name.startsWith("key"));
};

describe("Archive", () => {
  test("defaults: an account, its service and lifecycle, a container that keeps what is in it", async () => {
    expect(counted(await record())).toEqual({
      "cabinet:firm:Archive": 1,
      "cabinet:firm:BlobStore": 1,
      "cabinet:network:PrivateEndpoint": 1,
      "network:PrivateDnsZoneGroup": 1,
      "network:PrivateEndpoint": 1,
      "storage:BlobContainer": 1,
      "storage:BlobContainerImmutabilityPolicy": 1,
      "storage:BlobServiceProperties": 1,
      "storage:ManagementPolicy": 1,
      "storage:StorageAccount": 1,
    });
  });

  test("everything (STO-05): a container for each legal duration, that long and not a day less", async () => {
    const list = await record({ durations: all });
    const days = { comptable10: 3653, fiscal6: 2192, paie5: 1827, paieelectronique50: 18_263 };
    for (const [containerName, period] of Object.entries(days)) {
      expect(inputsOf(list, `archive-${containerName}`)).toMatchObject({
        containerName,
        publicAccess: "None",
      });
      expect(inputsOf(list, `archive-${containerName}-policy`)).toMatchObject({
        containerName,
        immutabilityPolicyName: "default",
        immutabilityPeriodSinceCreationInDays: period,
        allowProtectedAppendWrites: false,
      });
    }
  });

  test("everything: no document is let go a day early, whenever it was written", () => {
    const latest = Date.UTC(2199, 0, 1);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: latest / 86_400_000 }),
        fc.integer({ min: 1, max: 99 }),
        (written, years) => {
          const start = new Date(written * 86_400_000);
          const end = Date.UTC(
            start.getUTCFullYear() + years,
            start.getUTCMonth(),
            start.getUTCDate(),
          );
          expect(written + daysOf(years)).toBeGreaterThanOrEqual(end / 86_400_000);
          // Nor kept for more than two days too long.
          expect(written + daysOf(years)).toBeLessThanOrEqual(end / 86_400_000 + 2);
        },
      ),
    );
  });

  test.each([
    ["zone", "Standard_ZRS"],
    ["zoneAndRegion", "Standard_GZRS"],
    ["region", "Standard_GRS"],
  ] as const)("everything (STO-16): %s copies are %s", async (copies, name) => {
    expect(inputsOf(await record({ copies }), "archive-store-account")).toMatchObject({
      kind: "StorageV2",
      sku: { name },
    });
  });

  test("everything: what grows old moves to cheaper disks, never to tape", async () => {
    const { policy } = inputsOf(await record(), "archive-store-lifecycle");
    expect(policy).toMatchObject({
      rules: [
        {
          definition: {
            actions: {
              baseBlob: {
                tierToCool: { daysAfterModificationGreaterThan: 30 },
                tierToCold: { daysAfterModificationGreaterThan: 90 },
              },
            },
          },
        },
      ],
    });
    for (const word of ["tierToArchive", "delete"])
      expect(JSON.stringify(policy)).not.toContain(word);
  });

  test("hardened (STO-01, STO-03, STO-08, STO-10, STO-15): private, Entra alone, restorable", async () => {
    const list = await record();
    const account = named(list, "archive-store-account");
    expect(account.inputs).toMatchObject({
      publicNetworkAccess: "Disabled",
      networkRuleSet: { defaultAction: "Deny", bypass: "None" },
      minimumTlsVersion: "TLS1_2",
      enableHttpsTrafficOnly: true,
      allowBlobPublicAccess: false,
      allowSharedKeyAccess: false,
      defaultToOAuthAuthentication: true,
      encryption: { keySource: "Microsoft.Keyvault", requireInfrastructureEncryption: true },
    });
    expect(inputsOf(list, "archive-store-service")).toMatchObject({
      isVersioningEnabled: true,
      deleteRetentionPolicy: { enabled: true, days: 90 },
      containerDeleteRetentionPolicy: { enabled: true, days: 90 },
    });
    expect(inputsOf(list, "archive-store-private-endpoint")).toMatchObject({
      privateLinkServiceConnections: [{ privateLinkServiceId: account.id, groupIds: ["blob"] }],
    });
  });
});
