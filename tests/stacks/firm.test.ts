import crypto from "node:crypto";
import path from "node:path";
import type { Firm } from "../../infra/firm/firm";
import type { Platform } from "../../infra/platform/platform";
import type { RegisteredResource } from "../../infra/resources/registered";
import { recordProgram } from "../../infra/resources/record";
import { readDefinition, type StackDefinition } from "../../infra/stacks/definition";
import { firmStack } from "../../infra/stacks/firm";
import { recordStack } from "../../infra/stacks/program";
import { firm, network, platform } from "../support/builders";
import { checkGolden } from "../support/golden";
import { counted, inputsOf } from "../support/harness";

// Whole stacks: without traces they are recorded several times faster.
Error.stackTraceLimit = 0;

const root = path.join(__dirname, "../..");

const record = (changes: Partial<Firm> = {}, ofPlatform: Partial<Platform> = {}) => {
  const one = firm(changes);
  return recordStack(
    { kind: "firm", environment: "prod", firm: one.key },
    { platform: platform(ofPlatform), firm: one },
  );
};

/** The definition of a sample firm in `infra/firms`. */
function sample(stackName: string): StackDefinition & { readonly kind: "firm" } {
  const reading = readDefinition(stackName, root);
  if (!reading.ok || reading.value.kind !== "firm") throw new Error(`${stackName} is no sample`);
  return reading.value;
}

const recordSample = (stackName: string) => {
  const definition = sample(stackName);
  return recordStack(definition.name, definition);
};

describe("firm stack", () => {
  test("the sample firm registers what its golden file says", async () => {
    const { resources } = await recordSample("prod.dupont");
    expect(() => checkGolden("dupont.resources", resources)).not.toThrow();
  });

  test("the sample firm tells people what they need", async () => {
    const { outputs } = await recordSample("prod.dupont");
    expect(() => checkGolden("dupont.outputs", outputs)).not.toThrow();
  });

  test("the smallest firm has everything but a budget", async () => {
    const { resources } = await record();
    expect(counted(resources.filter(({ custom }) => custom))).toEqual({
      "applicationinsights:Workbook": 1,
      "authorization:ManagementLockByScope": 4,
      "authorization:PolicyAssignment": 4,
      "alertsmanagement:AlertProcessingRuleByName": 1,
      "app:Job": 1,
      "app:ManagedEnvironment": 1,
      "authorization:RoleAssignment": 21,
      "authorization:RoleDefinition": 3,
      "azuread:index/group:Group": 5,
      "azuread:index/groupMember:GroupMember": 10,
      "compute:DiskEncryptionSet": 1,
      "compute:VirtualMachine": 1,
      "compute:VirtualMachineExtension": 3,
      "compute:VirtualMachineRunCommandByVirtualMachine": 1,
      "desktopvirtualization:ApplicationGroup": 1,
      "desktopvirtualization:HostPool": 1,
      "desktopvirtualization:ScalingPlan": 1,
      "desktopvirtualization:SessionHost": 1,
      "desktopvirtualization:Workspace": 1,
      "dnsresolver:DnsResolverDomainList": 2,
      "dnsresolver:DnsResolverPolicy": 1,
      "dnsresolver:DnsResolverPolicyVirtualNetworkLink": 1,
      "dnsresolver:DnsSecurityRule": 2,
      "keyvault:Key": 1,
      "keyvault:Secret": 1,
      "keyvault:Vault": 1,
      "managedidentity:UserAssignedIdentity": 2,
      "monitor:ActionGroup": 1,
      "monitor:ActivityLogAlert": 5,
      "monitor:DataCollectionRule": 1,
      "monitor:DataCollectionRuleAssociation": 1,
      "monitor:DiagnosticSetting": 10,
      "monitor:MetricAlert": 18,
      "monitor:ScheduledQueryRule": 17,
      "monitor:SubscriptionDiagnosticSetting": 1,
      "network:NatGateway": 1,
      "network:NetworkInterface": 1,
      "network:NetworkSecurityGroup": 3,
      "network:PrivateDnsZoneGroup": 5,
      "network:PrivateEndpoint": 5,
      "network:PublicIPAddress": 1,
      "network:Subnet": 3,
      "network:VirtualNetwork": 1,
      "network:VirtualNetworkPeering": 2,
      "operationalinsights:Workspace": 1,
      "privatedns:VirtualNetworkLink": 3,
      "pulumi:providers:azure-native": 2,
      "pulumi:providers:azuread": 1,
      "random:index/randomPassword:RandomPassword": 1,
      "recoveryservices:ProtectedItem": 2,
      "recoveryservices:ProtectionContainer": 2,
      "recoveryservices:ProtectionPolicy": 2,
      "recoveryservices:ResourceGuardProxy": 1,
      "recoveryservices:Vault": 1,
      "resources:Deployment": 3,
      "resources:ResourceGroup": 6,
      "storage:BlobContainer": 1,
      "storage:BlobServiceProperties": 1,
      "storage:FileServiceProperties": 3,
      "storage:FileShare": 2,
      "storage:ManagementPolicy": 1,
      "storage:StorageAccount": 4,
    });
  });

  test("a budget, a live desktop and the locks follow the firm file", async () => {
    const of = async (changes: Partial<Firm>, type: string) =>
      counted((await record(changes)).resources)[type] ?? 0;
    const budget = { kind: "monthly", euros: 900 } as const;
    expect(await of({ budget }, "consumption:Budget")).toBe(1);
    expect(await of({ stage: "live" }, "authorization:RoleAssignment")).toBe(22);
    // Those of machines, and the supervisors' to fetch what is theirs.
    expect(await of({ stage: "leaving" }, "authorization:RoleAssignment")).toBe(4);
    expect(await of({ stage: "leaving" }, "authorization:ManagementLockByScope")).toBe(0);
  });

  test("the profile share has room for everybody, and is never smaller than Azure sells", async () => {
    const quota = async (staff: number) =>
      inputsOf(
        (
          await record({
            people: { supervisor: "a@b.fr", staff, externals: 0, externalsAtOnce: 0 },
          })
        ).resources,
        "profiles-share",
      )["shareQuota"];
    expect(await quota(3)).toBe(100);
    expect(await quota(12)).toBe(360);
  });

  test("hosts keep to one data centre when the data does", async () => {
    const data = { ...firm().data, redundancy: "local" } as const;
    const { resources } = await record({ data });
    expect(inputsOf(resources, "hosts-g1-1-vm")).not.toHaveProperty("zones");
    expect(inputsOf(resources, "dossiers-account")).toMatchObject({ sku: { name: "Premium_LRS" } });
  });

  test("where a region has no pair and no vault for files, backups are what is possible", async () => {
    const { resources } = await record(
      { region: "italynorth" },
      { allowedRegions: ["italynorth"] },
    );
    expect(inputsOf(resources, "recovery-vault")).toMatchObject({
      properties: { redundancySettings: { standardTierStorageRedundancy: "ZoneRedundant" } },
    });
    expect(inputsOf(resources, "recovery-dossiers-policy")["properties"]).not.toHaveProperty(
      "vaultRetentionPolicy",
    );
  });

  test("every resource that takes tags says whose it is", async () => {
    const { resources } = await record({ stage: "live" });
    const tagged = resources.filter(({ inputs }) => "tags" in inputs);
    expect(tagged.length).toBe(92);
    for (const { inputs } of tagged)
      expect(inputs["tags"]).toMatchObject({
        environment: "prod",
        firm: "dupont",
        suite: "other",
        service: "cabinet",
      });
    // What has a place takes tags, but for DNS links of an endpoint and the like.
    const placed = resources.filter(({ inputs }) => "location" in inputs);
    expect(placed.filter(({ inputs }) => !("tags" in inputs))).toEqual([]);
  });

  test("no resource is left to a default provider", async () => {
    const name = { kind: "platform", environment: "prod" } as const;
    const { outputs } = await recordStack(name, { platform: platform(), firm: undefined });
    const { resources } = await recordProgram(
      "prod.dupont",
      () => firmStack(platform(), firm({ stage: "live" })),
      { subscriptionId: "of-a-default-provider", references: { prod: outputs } },
    );
    expect(JSON.stringify(resources)).not.toContain("of-a-default-provider");
  });

  test("what stands in the platform's subscription is the firm's two ends there, no more", async () => {
    const { resources } = await record();
    const there = resources.filter(({ id }) => id?.includes(platform().subscription));
    expect(there.map(({ name }) => name)).toEqual([
      "hub-from-hub",
      "hub-blob-zone",
      "hub-file-zone",
      "hub-vault-zone",
    ]);
  });
});

describe("isolation", () => {
  test("two firms share nothing that either can write", async () => {
    const [one, other] = await Promise.all([
      recordSample("prod.dupont"),
      recordSample("prod.petit"),
    ]);
    const idsOf = (resources: readonly RegisteredResource[]) =>
      resources.flatMap(({ id, type }) => (type.startsWith("pulumi:") ? [] : (id ?? [])));
    const ids = new Set(idsOf(one.resources));
    expect(ids.size).toBeGreaterThan(70);
    expect(idsOf(other.resources).filter((id) => ids.has(id))).toEqual([]);

    const groupsOf = (resources: readonly RegisteredResource[]) =>
      resources.flatMap(({ inputs }) => inputs["displayName"] ?? []);
    const groups = new Set(groupsOf(one.resources));
    expect(groupsOf(other.resources).filter((name) => groups.has(name))).toEqual([]);

    // Nor does one know anything of the other.
    const text = JSON.stringify(other.resources);
    expect(text).not.toContain(sample("prod.dupont").firm.subscription);
    expect(text).not.toContain("dupont");
  });
});

describe("stability", () => {
  test("recording twice gives the same bytes", async () => {
    const [first, second] = await Promise.all([
      recordSample("prod.dupont"),
      recordSample("prod.dupont"),
    ]);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  });

  test("nothing depends on a clock or on chance", async () => {
    const before = JSON.stringify(await recordSample("prod.dupont"));
    const RealDate = Date;
    const now = new RealDate("2031-07-14T03:00:00Z");
    const clock = jest
      .spyOn(globalThis, "Date")
      .mockImplementation((...args: readonly unknown[]) =>
        Reflect.construct(RealDate, args.length === 0 ? [now] : [...args]),
      );
    Object.assign(Date, { UTC: RealDate.UTC, now: () => now.getTime() });
    const chance = jest.spyOn(Math, "random").mockReturnValue(0.123);
    const guid = jest.spyOn(crypto, "randomUUID").mockImplementation(() => {
      throw new Error("the program asked for a random GUID");
    });
    try {
      expect(JSON.stringify(await recordSample("prod.dupont"))).toBe(before);
    } finally {
      for (const spy of [clock, chance, guid]) spy.mockRestore();
    }
  });

  test("more people leave what is there in place", async () => {
    const { resources: few } = await record({
      people: { supervisor: "a@b.fr", staff: 8, externals: 0, externalsAtOnce: 0 },
    });
    const { resources: more } = await record({
      people: { supervisor: "a@b.fr", staff: 16, externals: 0, externalsAtOnce: 0 },
    });
    const later = new Map(more.map(({ urn, inputs }) => [urn, JSON.stringify(inputs)]));
    const namesOf = (resources: readonly RegisteredResource[]) => resources.map(({ name }) => name);
    expect(namesOf(few.filter(({ urn }) => !later.has(urn)))).toEqual(["hosts-g1-token-1"]);
    const changed = few.filter(
      ({ urn, inputs }) => later.has(urn) && later.get(urn) !== JSON.stringify(inputs),
    );
    // What watches goes along: thresholds follow the share's size and the number of seats.
    const watching = (name: string) => /^(alerts-|console-)/.test(name);
    expect(namesOf(changed).filter((name) => !watching(name))).toEqual(["profiles-share"]);
    expect(namesOf(changed).filter(watching)).toEqual([
      "alerts-profiles-free15",
      "alerts-profiles-free5",
      "alerts-full50",
      "alerts-full85",
      "alerts-full95",
      "console-workbook",
    ]);
  });
});

test("networks of different size carry the same resources", async () => {
  const small = await record({ network: network("10.64.8.0/24") });
  const large = await record({ network: network("10.64.16.0/20") });
  expect(counted(small.resources)).toEqual(counted(large.resources));
});
