import fc from "fast-check";
import { parseAddress } from "../../infra/azure/network";
import type { Firm, Identity } from "../../infra/firm/firm";
import { profilesShare } from "../../infra/firm/storage-sizing";
import type { RegisteredResource } from "../../infra/resources/registered";
import { recordStack } from "../../infra/stacks/program";
import { firm, platform } from "../support/builders";
import { inputsOf, named } from "../support/harness";

// Whole stacks: without traces they are recorded several times faster.
Error.stackTraceLimit = 0;

const record = async (changes: Partial<Firm> = {}, hub = platform()) => {
  const one = firm(changes);
  return recordStack(
    { kind: "firm", environment: "prod", firm: one.key },
    { platform: hub, firm: one },
  );
};

const data = (changes: Partial<Firm["data"]>) => ({ data: { ...firm().data, ...changes } });

const controllers = ["10.64.9.132", "10.64.9.133"].map((text) => {
  const address = parseAddress(text);
  if (address.kind === "problem") throw new Error(address.reason);
  return address;
});
const hybrid: Identity = {
  mode: "hybrid",
  domain: {
    name: "cabinet-dupont.example",
    ou: "OU=Hosts,DC=cabinet-dupont,DC=example",
    joinAccount: "svc-join@cabinet-dupont.example",
    joinSecretName: "domain-join",
    dnsServers: controllers,
  },
};
const withServer = { ...data({ store: "fileServer", dossiersGiB: 400 }), identity: hybrid };

const ofType = (resources: readonly RegisteredResource[], type: string) =>
  resources.filter((resource) => resource.type === `azure-native:${type}`);

describe("landing", () => {
  const landed = async (stage: Firm["stage"]) =>
    (await record({ stage })).resources.filter(({ name }) => name.startsWith("landing"));

  test("A21, A23: is there while the firm lands, and only technicians may add to it", async () => {
    const { outputs } = await record({ stage: "landing" });
    expect(outputs["landing"]).toMatchObject({ technicians: "cabinet-prod-dupont-technicians" });
    const grants = ofType(await landed("landing"), "authorization:RoleAssignment");
    expect(grants.map(({ name }) => name)).toEqual(["landing-technicians-add"]);
  });

  test("A21: the technician of the file brings the data, until Entra ends it on his last day", async () => {
    const access = {
      devices: "report",
      technicians: [
        {
          who: "j.bernard@cabinet-cloud.example",
          from: { year: 2026, month: 12, day: 1 },
          until: { year: 2026, month: 12, day: 5 },
          reason: "takeover",
        },
      ],
    } as const;
    const ends = async (stage: Firm["stage"]) =>
      (await record({ stage, access })).resources
        .filter(({ name }) => name.startsWith("landing-technicians-j.bernard"))
        .map(({ inputs }) => inputs["expirationDate"]);
    expect(await ends("landing")).toEqual(["2026-12-05T00:00:00Z"]);
    expect(await ends("verified")).toEqual([]);
  });

  test.each(["verified", "live", "leaving"] as const)("A23: is gone when %s", async (stage) => {
    expect(await landed(stage)).toEqual([]);
  });

  test("A23: nobody else holds a role on it or in it", async () => {
    const { resources } = await record({ stage: "landing" });
    const account = named(resources, "landing-store-account").id ?? "";
    const there = ofType(resources, "authorization:RoleAssignment").filter(({ inputs }) =>
      String(inputs["scope"]).startsWith(account),
    );
    expect(there).toHaveLength(1);
  });
});

describe("keys", () => {
  test("STO-14, AVD-100: shares, blobs and disks are encrypted with the firm's own key", async () => {
    const { resources } = await record(data({ archive: ["comptable10"] }));
    const accounts = ofType(resources, "storage:StorageAccount");
    expect(accounts).toHaveLength(5);
    for (const { inputs, dependsOn } of accounts) {
      expect(inputs["encryption"]).toMatchObject({
        keySource: "Microsoft.Keyvault",
        keyVaultProperties: { keyName: "key-prod-dupont-data" },
      });
      expect(dependsOn).toContain(named(resources, "key-use").urn);
    }
    const disks = named(resources, "key-disks").id;
    for (const { inputs } of ofType(resources, "compute:VirtualMachine"))
      expect(JSON.stringify(inputs["storageProfile"])).toContain(`"id":"${disks}"`);
  });

  test("A07: two firms have two keys, in two vaults", async () => {
    const keyOf = async (key: string) =>
      named((await record({ key })).resources, "key-key").id ?? "";
    expect(await keyOf("durand")).not.toBe(await keyOf("dupont"));
  });
});

describe("shares", () => {
  test("A18, AVD-121: profiles and client files are in accounts of their own, backed up apart", async () => {
    const { resources } = await record();
    const account = (purpose: string) => inputsOf(resources, `${purpose}-account`)["accountName"];
    expect(account("profiles")).not.toBe(account("dossiers"));
    const policy = (purpose: string) => inputsOf(resources, `recovery-${purpose}-share`);
    expect(policy("profiles")["properties"]).not.toEqual(policy("dossiers")["properties"]);
  });

  test("AVD-122: the profiles' share carries everybody's profile and everybody's sign-in", async () => {
    const people = { supervisor: "a@b.fr", staff: 200, externals: 900, externalsAtOnce: 400 };
    const hosts = { kind: "fixed", size: "Standard_D8as_v5", count: 1 } as const;
    const { resources } = await record({ people, sessions: { ...firm().sessions, hosts } });
    const { shareQuota } = inputsOf(resources, "profiles-share");
    expect(shareQuota).toBe(Math.max(1100 * 30, 600 * 50 - 3000));
  });

  test("AVD-122: so it is for every firm", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 5, max: 60 }),
        (staff, externals, profileGiB) => {
          const externalsAtOnce = Math.ceil(externals / 5);
          const people = { supervisor: "a@b.fr", staff, externals, externalsAtOnce };
          const { quotaGiB } = profilesShare(people, { profileGiB });
          const atOnce = staff + externalsAtOnce;
          expect(quotaGiB).toBeGreaterThanOrEqual((staff + externals) * profileGiB);
          expect(3000 + quotaGiB).toBeGreaterThanOrEqual(50 * atOnce);
          expect(3000 + quotaGiB).toBeGreaterThanOrEqual(10 * atOnce);
        },
      ),
    );
  });

  test("STO-10: the key of an account is there for the vault's copies of client files alone, and where they are restored to", async () => {
    const { resources } = await record(data({ archive: ["paie5"] }));
    const open = ofType(resources, "storage:StorageAccount").filter(
      ({ inputs }) => inputs["allowSharedKeyAccess"] === true,
    );
    expect(open.map(({ name }) => name)).toEqual(["dossiers-account", "rehearsal-store-account"]);
  });

  test.each([
    ["zone", "Premium_ZRS", "Standard_ZRS", "ZoneRedundant"],
    ["geo", "Premium_ZRS", "Standard_GZRS", "GeoRedundant"],
  ] as const)("STO-16, AVD-013: %s", async (redundancy, share, archive, vault) => {
    const { resources } = await record(data({ redundancy, archive: ["fiscal6"] }));
    for (const purpose of ["profiles", "dossiers"])
      expect(inputsOf(resources, `${purpose}-account`)).toMatchObject({ sku: { name: share } });
    expect(inputsOf(resources, "archive-store-account")).toMatchObject({ sku: { name: archive } });
    expect(inputsOf(resources, "recovery-vault")).toMatchObject({
      properties: { redundancySettings: { standardTierStorageRedundancy: vault } },
    });
  });
});

describe("file server", () => {
  test("takes the place of the share, in a subnet and a group of its own", async () => {
    const { resources, outputs } = await record(withServer);
    expect(resources.filter(({ name }) => name.startsWith("dossiers"))).toEqual([]);
    expect(inputsOf(resources, "network-files")).toMatchObject({
      addressPrefix: "10.64.9.32/28",
      defaultOutboundAccess: false,
    });
    expect(inputsOf(resources, "files-vm")).toMatchObject({
      resourceGroupName: "rg-prod-dupont-files",
    });
    expect(String(outputs["dossiersShare"])).toMatch(/^\\\\.*\.cabinet-dupont\.example\\dossiers$/);
  });

  test("RSV-02: is backed up every four hours, and cannot be deleted", async () => {
    const { resources } = await record({ ...withServer, stage: "live" });
    expect(inputsOf(resources, "files-backup-policy")).toMatchObject({
      properties: {
        backupManagementType: "AzureIaasVM",
        policyType: "V2",
        schedulePolicy: { hourlySchedule: { interval: 4 } },
      },
    });
    const { vmName } = inputsOf(resources, "files-vm");
    expect(inputsOf(resources, "files-backup-server")).toMatchObject({
      containerName: `iaasvmcontainer;iaasvmcontainerv2;rg-prod-dupont-files;${String(vmName)}`,
      protectedItemName: `vm;iaasvmcontainerv2;rg-prod-dupont-files;${String(vmName)}`,
      properties: { sourceResourceId: named(resources, "files-vm").id },
    });
    expect(inputsOf(resources, "locks-files")).toMatchObject({
      scope: named(resources, "files-data-disk").id,
      level: "CanNotDelete",
    });
  });

  test("its hosts may call it, and no rule lets anybody else in", async () => {
    const { resources } = await record(withServer);
    const { securityRules } = inputsOf(resources, "network-files-rules");
    if (!Array.isArray(securityRules)) throw new Error("no rules");
    expect(
      securityRules.filter(
        ({ direction, access }) => direction === "Inbound" && access === "Allow",
      ),
    ).toMatchObject([{ sourceAddressPrefix: "10.64.8.0/24", destinationPortRange: "445" }]);
    expect(inputsOf(resources, "network-sessions-rules")["securityRules"]).toContainEqual(
      expect.objectContaining({
        name: "allow-files",
        destinationAddressPrefix: "10.64.9.32/28",
        destinationPortRange: "445",
      }),
    );
  });
});

describe("place", () => {
  test("A27, A38, AVD-123: hosts, shares, archives and backups stand in the firm's own region", async () => {
    const { resources } = await record(
      { ...data({ archive: ["comptable10"] }), region: "westeurope" },
      { ...platform(), allowedRegions: ["francecentral", "westeurope"] },
    );
    const placed = resources.filter(({ inputs }) => "location" in inputs);
    const elsewhere = placed.filter(({ inputs }) => inputs["location"] !== "westeurope");
    expect(placed.length).toBeGreaterThan(25);
    expect(new Set(elsewhere.map(({ inputs }) => inputs["location"]))).toEqual(new Set(["global"]));
    expect(new Set(elsewhere.map(({ type }) => type))).toEqual(
      new Set([
        "azure-native:alertsmanagement:AlertProcessingRuleByName",
        "azure-native:monitor:ActionGroup",
        "azure-native:monitor:ActivityLogAlert",
        "azure-native:monitor:MetricAlert",
        "azure-native:privatedns:VirtualNetworkLink",
      ]),
    );
  });
});

describe("rights", () => {
  const grantsOf = (resources: readonly RegisteredResource[], role: RegExp) =>
    ofType(resources, "authorization:RoleAssignment").flatMap(({ name }) => {
      const [, group, rest] = /^access-([a-z]+)-(.*)$/.exec(name) ?? [];
      return group !== undefined && rest !== undefined && role.test(rest) ? [group] : [];
    });

  test("A03: who may start something has both shares, and who has both may start something", async () => {
    const { resources } = await record({
      stage: "live",
      people: { supervisor: "a@b.fr", staff: 5, externals: 4, externalsAtOnce: 2 },
      sessions: {
        ...firm().sessions,
        applications: [{ key: "compta", name: "Compta", path: "C:\\Compta.exe", arguments: "" }],
      },
    });
    const starts = grantsOf(resources, /-desktopVirtualizationUser$/);
    expect(starts).toEqual(
      expect.arrayContaining(["staff", "readers", "clients", "salaries", "intervenants"]),
    );
    expect(new Set(grantsOf(resources, /^profiles-/))).toEqual(new Set(starts));
    expect(new Set(grantsOf(resources, /^dossiers-/))).toEqual(new Set([...starts, "supervisors"]));
  });

  test("A03: what the stack tells of rights is what it gives", async () => {
    const { resources, outputs } = await record({ stage: "live" });
    const told = JSON.stringify(outputs["rights"]);
    for (const { inputs } of resources.filter(({ type }) => type === "azuread:index/group:Group"))
      expect(told).toContain(String(inputs["displayName"]));
    expect(told).not.toMatch(/Everyone|Authenticated Users|Utilisateurs authentifiés/i);
  });

  test("A20: a drop folder makes an inbox in the share of client files, and other ways of scanning make none", async () => {
    // In that share, not one of its own, which would cost the hundred gibibytes that Azure sells at least.
    const inbox = async (scanning: Firm["sessions"]["scanning"]) => {
      const { outputs } = await record({ sessions: { ...firm().sessions, scanning } });
      const { folders } = outputs["rights"] as { folders: { share: string; folder: string }[] };
      return folders.filter(({ folder }) => folder !== "");
    };
    expect(await inbox("folder")).toEqual([
      expect.objectContaining({ share: "dossiers", folder: "Scans" }),
    ]);
    expect(await inbox("none")).toEqual([]);
    expect(await inbox("twain")).toEqual([]);
  });

  test("supervisors keep the archives, nobody else comes in", async () => {
    const { resources } = await record(data({ archive: ["comptable10"] }));
    expect(grantsOf(resources, /^archive-/)).toEqual(["supervisors"]);
  });
});

test("HUB-01: gateway, firewall, bastion and resolver are nowhere in a firm", async () => {
  const { resources } = await record({ ...withServer, stage: "live" });
  const hubOnly = /AzureFirewall|BastionHost|VirtualNetworkGateway|dnsresolver/;
  expect(resources.filter(({ type }) => hubOnly.test(type))).toEqual([]);
});

test("STO-04: what holds the firm's data is locked until it leaves", async () => {
  const { resources } = await record(data({ archive: ["comptable10"] }));
  const locked = ofType(resources, "authorization:ManagementLockByScope").map(
    ({ inputs }) => inputs["scope"],
  );
  expect(new Set(locked)).toEqual(
    new Set(
      [
        "profiles-account",
        "dossiers-account",
        "archive-store-account",
        "keys-vault",
        "recovery-vault",
      ].map((name) => named(resources, name).id),
    ),
  );
});
