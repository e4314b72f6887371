import { formatFault } from "../../infra/document/fault";
import { openDocument, type Reading } from "../../infra/document/source-document";
import { secretsProviderUrl } from "../../infra/platform/addresses";
import type { Platform } from "../../infra/platform/platform";
import { readPlatform } from "../../infra/platform/read-platform";
import { platformSettings } from "../../infra/platform/schema";

const smallest = `config:
  cabinet:provider: Cabinet Cloud
  cabinet:tenant: 1B2C3D4E-0000-4000-8000-000000000001
  cabinet:subscription: 5e0c1b2a-0000-4000-8000-000000000001
  cabinet:hubNetwork: 10.60.0.0/22
  cabinet:firmNetworks: 10.64.0.0/12
  cabinet:perUserAccess: enrolled
  cabinet:supportEmail: support@cabinet-cloud.example
`;

function read(text: string): Reading<Platform> {
  const document = openDocument("Pulumi.prod.yaml", new TextEncoder().encode(text));
  return document.ok ? readPlatform("prod", document.value) : document;
}

function faultsOf(text: string): readonly string[] {
  const reading = read(text);
  return reading.ok ? [] : reading.faults.map(formatFault);
}

test("what must be given is enough; everything else has a default", () => {
  expect(read(smallest)).toMatchObject({
    ok: true,
    value: {
      environment: "prod",
      provider: "Cabinet Cloud",
      support: { email: "support@cabinet-cloud.example", phone: "" },
      tenant: "1b2c3d4e-0000-4000-8000-000000000001",
      subscription: "5e0c1b2a-0000-4000-8000-000000000001",
      location: "francecentral",
      allowedRegions: ["francecentral"],
      hubNetwork: { text: "10.60.0.0/22" },
      firmNetworks: { text: "10.64.0.0/12" },
      vpnGateway: "none",
      firewall: "none",
      serviceHosts: {},
      bastion: "none",
      defender: {},
      image: { source: "marketplace", version: "26100.3775.250406" },
      maintenance: {
        day: "Sunday",
        hours: { from: { hour: 2, minute: 0 }, until: { hour: 5, minute: 30 } },
      },
      today: { kind: "undated" },
      tags: {},
      logRetentionDays: 180,
      budget: { kind: "none" },
      breakGlassGroup: undefined,
      backend: { kind: "local" },
      secretsProvider: { kind: "passphrase" },
      exceptions: [],
    },
  });
});

describe("A37: whose tenant it is decides what gives a right to Windows", () => {
  const without = smallest.replace("  cabinet:perUserAccess: enrolled\n", "");

  test("rejects the provider's tenant without enrolment in per-user access pricing", () => {
    const fault = expect.stringMatching(
      /cabinet:perUserAccess: met none; allowed: enrolled, as long as .* provider's tenant: .*; enrol each firm's subscription .* or cabinet:tenancy: firm/,
    );
    expect(faultsOf(without)).toEqual([fault]);
    expect(faultsOf(`${without}  cabinet:tenancy: provider\n`)).toEqual([fault]);
  });

  test("a firm's own tenant needs none", () => {
    expect(faultsOf(`${without}  cabinet:tenancy: firm\n`)).toEqual([]);
    expect(faultsOf(smallest)).toEqual([]);
  });
});

test("every key that is written counts", () => {
  const everything = `${smallest}  cabinet:location: westeurope
  cabinet:allowedRegions: [westeurope, northeurope]
  cabinet:vpnGateway: VpnGw1AZ
  cabinet:firewall: Premium
  cabinet:serviceHosts: { quadraBox: [Box.Example] }
  cabinet:bastion: Standard
  cabinet:defender: { servers: P2, keyVaults: off }
  cabinet:image: { source: gallery, version: 1.4.0, regions: [westeurope, northeurope] }
  cabinet:maintenanceWindow: Wednesday 22:00-23:30
  cabinet:today: 2026-11-24
  cabinet:tags: { owner: exploitation }
  cabinet:logRetentionDays: 365
  cabinet:budget: 900 EUR
  cabinet:breakGlassGroup: 7A0C9D1E-0000-4000-8000-000000000001
  cabinet:supportPhone: +33 4 76 00 00 00
  cabinet:backend: azblob://state?storage_account=stcabinetstate
  cabinet:secretsProvider: azurekeyvault://kv-cabinet.vault.azure.net/keys/{firm}
`;
  expect(read(everything)).toMatchObject({
    ok: true,
    value: {
      location: "westeurope",
      allowedRegions: ["westeurope", "northeurope"],
      vpnGateway: "VpnGw1AZ",
      firewall: "Premium",
      serviceHosts: { quadraBox: ["box.example"] },
      bastion: "Standard",
      defender: { servers: "P2", keyVaults: "off" },
      image: {
        source: "gallery",
        version: "1.4.0",
        regions: ["westeurope", "northeurope"],
      },
      maintenance: {
        day: "Wednesday",
        hours: { from: { hour: 22, minute: 0 }, until: { hour: 23, minute: 30 } },
      },
      today: { kind: "dated", date: { year: 2026, month: 11, day: 24 } },
      tags: { owner: "exploitation" },
      logRetentionDays: 365,
      budget: { kind: "monthly", euros: 900 },
      breakGlassGroup: "7a0c9d1e-0000-4000-8000-000000000001",
      support: { phone: "+33 4 76 00 00 00" },
      backend: { kind: "remote", url: "azblob://state?storage_account=stcabinetstate" },
      secretsProvider: {
        kind: "keyVault",
        urlPattern: "azurekeyvault://kv-cabinet.vault.azure.net/keys/{firm}",
      },
    },
  });
});

test("what Pulumi and providers write into the file stays theirs", () => {
  const text = `encryptionsalt: v1:abc
secretsprovider: passphrase
encryptedkey: xyz
environment: [team]
${smallest}  azure-native:location: francecentral
  pulumi:disable-default-providers: ["*"]
  cabinet:logRetentionDays: "90"
`;
  expect(read(text)).toMatchObject({ ok: true, value: { logRetentionDays: 90 } });
});

const keys = Object.keys(platformSettings.shape).join(", ");

/** The smallest file with one line replaced or added. */
function withLine(line: string): string {
  const key = /^ *\S+: /.exec(line)?.[0] ?? line;
  const old = smallest.split("\n").find((candidate) => candidate.startsWith(key));
  return old === undefined ? `${smallest}${line}\n` : smallest.replace(old, line);
}

test.each<[string, string]>([
  [
    '  cabinet:provider: ""',
    '2:21: config.cabinet:provider: met ""; allowed: a name of 1 to 80 characters; write a name, like Cabinet Cloud SAS',
  ],
  [
    '  cabinet:tenant: ""',
    '3:19: config.cabinet:tenant: met ""; allowed: the Microsoft Entra tenant, a GUID; write the GUID that `az account show --query tenantId` shows',
  ],
  [
    "  cabinet:subscription: { secure: AAAB }",
    "4:25: config.cabinet:subscription: met a map of secure; allowed: the platform's Azure subscription, a GUID; write 6f1d2c3b-0000-4000-8000-000000000001",
  ],
  [
    "  cabinet:hubNetwork: 10.64.0.0/22",
    '5:23: config.cabinet:hubNetwork: met "10.64.0.0/22"; allowed: a network outside of 10.64.0.0/12, which cabinet:firmNetworks keeps for firms; move the hub or the plan, such as 10.60.0.0/22 beside 10.64.0.0/12',
  ],
  [
    "  cabinet:firmNetworks: 10.64.0.0/9",
    '6:25: config.cabinet:firmNetworks: met "10.64.0.0/9"; allowed: the address plan for firms: a private IPv4 network from /8 to /20; "10.64.0.0/9" has bits set beyond its prefix, the network is 10.0.0.0/9',
  ],
  [
    "  cabinet:location: westeurope",
    "9:21: config.cabinet:location: met westeurope; allowed: one of cabinet:allowedRegions: francecentral; write another region, or add westeurope to cabinet:allowedRegions",
  ],
  [
    "  cabinet:allowedRegions: [francecentral, westeurop]",
    '9:43: config.cabinet:allowedRegions[1]: met "westeurop"; allowed: an Azure region, like francecentral; write westeurope',
  ],
  [
    "  cabinet:allowedRegions: []",
    "9:27: config.cabinet:allowedRegions: met an empty list; allowed: a list, each value an Azure region, like francecentral; write cabinet:allowedRegions: [francecentral]",
  ],
  [
    "  cabinet:tags: { azureOwner: me }",
    '9:19: config.cabinet:tags.azureOwner: met the key "azureOwner"; allowed: tag names of up to 128 letters, digits, . _ - that do not start with azure, microsoft or windows; choose another name',
  ],
  [
    "  cabinet:tags: { owner: 3 }",
    '9:26: config.cabinet:tags.owner: met 3; allowed: a name of 1 to 256 characters; write "3", in quotes',
  ],
  [
    "  cabinet:tags: owner",
    '9:17: config.cabinet:tags: met "owner"; allowed: a map of tag names and values; write cabinet:tags: {}',
  ],
  [
    "  cabinet:logRetentionDays: 29",
    "9:29: config.cabinet:logRetentionDays: met 29; allowed: a whole number from 30 to 730; write cabinet:logRetentionDays: 30",
  ],
  [
    "  cabinet:logRetentionDays: soon",
    '9:29: config.cabinet:logRetentionDays: met "soon"; allowed: a whole number from 30 to 730; write cabinet:logRetentionDays: 30',
  ],
  [
    "  cabinet:backend: azblob:state",
    '9:20: config.cabinet:backend: met "azblob:state"; allowed: the URL of a Pulumi backend, or an empty text for a local folder; write a URL like azblob://state?storage_account=stcabinetstate, or ""',
  ],
  [
    "  cabinet:secretsProvider: azurekeyvault://kv.vault.azure.net/keys/all",
    '9:28: config.cabinet:secretsProvider: met "azurekeyvault://kv.vault.azure.net/keys/all"; allowed: the URL of a Key Vault key that contains {firm}, or an empty text for a passphrase; write a URL like azurekeyvault://kv-cabinet-state.vault.azure.net/keys/{firm}, or ""',
  ],
  [
    "  cabinet:hubNetworks: 10.60.0.0/22",
    `9:3: config.cabinet:hubNetworks: met the key "cabinet:hubNetworks"; allowed: the keys ${keys}; remove it`,
  ],
  [
    "  logRetentionDays: 90",
    `9:3: config.logRetentionDays: met the key "logRetentionDays"; allowed: the keys ${keys}; write cabinet:logRetentionDays`,
  ],
  [
    "secretprovider: passphrase",
    '9:1: secretprovider: met the key "secretprovider"; allowed: the keys config, secretsprovider, encryptedkey, encryptionsalt, environment; write secretsprovider',
  ],
  [
    "  cabinet:vpnGateway: VpnGw1",
    `9:23: config.cabinet:vpnGateway: met "VpnGw1"; allowed: none, VpnGw1AZ, VpnGw2AZ or VpnGw3AZ; write cabinet:vpnGateway: VpnGw1AZ`,
  ],
  [
    "  cabinet:serviceHosts: { quadraBox: ['https://box.example'] }",
    `9:39: config.cabinet:serviceHosts.quadraBox[0]: met 'https://box.example'; allowed: a DNS name, with *. before it for all below; write a name alone, like *.service.example.com`,
  ],
  [
    "  cabinet:firewall: Basic",
    `9:21: config.cabinet:firewall: met "Basic"; allowed: none, Standard or Premium; choose one of these`,
  ],
  [
    "  cabinet:defender: { servers: P3 }",
    `9:32: config.cabinet:defender.servers: met "P3"; allowed: off, P1 or P2; write servers: P1`,
  ],
  [
    "  cabinet:defender: { dns: on }",
    `9:23: config.cabinet:defender.dns: met the key "dns"; allowed: the keys servers, storage, keyVaults; remove it`,
  ],
  [
    "  cabinet:bastion: Premium",
    `9:20: config.cabinet:bastion: met "Premium"; allowed: none, Basic or Standard; choose one of these`,
  ],
  [
    "  cabinet:image: { source: marketplace, version: latest }",
    `9:50: config.cabinet:image.version: met "latest"; allowed: an exact version of an image; write the version itself, because hosts built tomorrow must equal those built today`,
  ],
  [
    "  cabinet:image: { source: gallery }",
    `9:3: config.cabinet:image.version: met nothing; allowed: an exact version of an image; add version: 26100.3775.250406`,
  ],
  [
    "  cabinet:image: { version: 24H2 }",
    `9:29: config.cabinet:image.version: met "24H2"; allowed: an exact version of an image; write three numbers, like 26100.3775.250406`,
  ],
  [
    "  cabinet:maintenanceWindow: Wednesday 10:00-12:00",
    `9:30: config.cabinet:maintenanceWindow: met "Wednesday 10:00-12:00"; allowed: a weekly window of 90 to 235 minutes, on Sunday or between 22:00 and 06:00; write hours in the night, or Sunday: servers restart in them`,
  ],
  [
    "  cabinet:maintenanceWindow: Sunday 02:00-09:00",
    `9:30: config.cabinet:maintenanceWindow: met "Sunday 02:00-09:00"; allowed: a weekly window of 90 to 235 minutes, on Sunday or between 22:00 and 06:00; write a window of 90 to 235 minutes`,
  ],
  [
    "  cabinet:maintenanceWindow: Dimanche 02:00-05:00",
    `9:30: config.cabinet:maintenanceWindow: met "Dimanche 02:00-05:00"; allowed: a weekly window of 90 to 235 minutes, on Sunday or between 22:00 and 06:00; write Sunday, then the hours, like Sunday 02:00-05:30`,
  ],
  [
    "  cabinet:maintenanceWindow: Sunday 23:00-01:00",
    `9:30: config.cabinet:maintenanceWindow: met "Sunday 23:00-01:00"; allowed: a weekly window of 90 to 235 minutes, on Sunday or between 22:00 and 06:00; write the start before the end, at least one hour apart`,
  ],
  [
    "  cabinet:maintenanceWindow: Sunday 2:00-5:30",
    `9:30: config.cabinet:maintenanceWindow: met "Sunday 2:00-5:30"; allowed: a weekly window of 90 to 235 minutes, on Sunday or between 22:00 and 06:00; write "02:00-05:30"`,
  ],
  [
    "  cabinet:today: tomorrow",
    `9:18: config.cabinet:today: met "tomorrow"; allowed: a date, or an empty text for undated deployments; write it like 2026-12-24: year, month, day`,
  ],
  [
    "  cabinet:supportPhone: 04 76 00 00 00",
    `9:25: config.cabinet:supportPhone: met "04 76 00 00 00"; allowed: a telephone number that starts with + and the country, or an empty text; write it with its country, like +33 4 76 00 00 00`,
  ],
  [
    "  cabinet:budget: 900 USD",
    `9:19: config.cabinet:budget: met "900 USD"; allowed: whole euros a month, or an empty text for no budget; write an amount in EUR, like 1600 EUR`,
  ],
  [
    "  cabinet:breakGlassGroup: urgence",
    `9:28: config.cabinet:breakGlassGroup: met "urgence"; allowed: the Entra group of emergency accounts, a GUID, or an empty text; write the object id that Entra shows, or an empty text`,
  ],
  [
    "  cabinet:allowedRegions: [francecentral, northeurope, francecentral]",
    '9:56: config.cabinet:allowedRegions[2]: met "francecentral"; allowed: each region once; remove one of the two',
  ],
  [
    "  cabinet:tags: { firm: petit }",
    '9:25: config.cabinet:tags.firm: met "petit"; allowed: tags other than environment, firm, suite, site, which the program gives by itself; remove it',
  ],
  [
    "  cabinet:tags: { Environment: dev }",
    '9:32: config.cabinet:tags.Environment: met "dev"; allowed: tags other than environment, firm, suite, site, which the program gives by itself; remove it',
  ],
  [
    "  cabinet:tags: { owner: a, Owner: b }",
    '9:36: config.cabinet:tags.Owner: met "b"; allowed: names that differ in more than their case, Azure takes owner for the same; remove one of the two',
  ],
  [
    `  cabinet:tags: { ${Array.from({ length: 41 }, (_, index) => `tag${index}: x`).join(", ")} }`,
    "9:17: config.cabinet:tags: met 41 tags; allowed: at most 40, because Azure takes 50 of a resource and some are the program's; keep those that bills and people use",
  ],
  [
    "  cabinet:image: { source: marketplace, version: 1.4.0 }",
    "9:50: config.cabinet:image.version: met \"1.4.0\"; allowed: a version of Microsoft's with source marketplace: Windows' build, its revision, and the day, like 26100.3775.250406; write one that `az vm image list --all` shows, or source: gallery",
  ],
  [
    "  cabinet:subscription: 1b2c3d4e-0000-4000-8000-000000000001",
    '4:25: config.cabinet:subscription: met "1b2c3d4e-0000-4000-8000-000000000001"; allowed: a subscription, this is the id of the tenant; write what `az account show --query id` shows',
  ],
  [
    "  cabinet:firmNetworks: 192.168.0.0/16",
    '6:25: config.cabinet:firmNetworks: met "192.168.0.0/16"; allowed: a network apart from 192.168.0.0/24, which is that of most offices\' boxes: none of them could be connected; write cabinet:firmNetworks: 10.64.0.0/12',
  ],
  [
    "  cabinet:hubNetwork: 192.168.1.0/24",
    '5:23: config.cabinet:hubNetwork: met "192.168.1.0/24"; allowed: a network apart from 192.168.1.0/24, which is that of most offices\' boxes: none of them could be connected; write cabinet:hubNetwork: 10.60.0.0/22',
  ],
  [
    "  cabinet:exceptions: [{ rule: tags, reason: for the migration, until: 2026-12-31 }, { rule: tags, reason: for another one, until: 2027-01-31 }]",
    '9:94: config.cabinet:exceptions[1].rule: met "tags"; allowed: each rule and resource once; remove one of the two, or move its end',
  ],
])("rejects %s", (line, fault) => {
  expect(faultsOf(withLine(line))).toEqual([`Pulumi.prod.yaml:${fault}`]);
});

test("rejects a file without settings, by what must be added", () => {
  expect(faultsOf("encryptionsalt: v1:abc\n")).toEqual([
    `Pulumi.prod.yaml:1:1: config: met nothing; allowed: a map of ${keys}; add config: { cabinet:provider: Cabinet Cloud SAS, cabinet:supportEmail: support@cabinet-cloud.example, cabinet:tenant: 6f1d2c3b-0000-4000-8000-000000000001, cabinet:subscription: 6f1d2c3b-0000-4000-8000-000000000001, cabinet:hubNetwork: 10.60.0.0/22, cabinet:firmNetworks: 10.64.0.0/12 }`,
  ]);
});

test("rejects settings without what must be given, at their head", () => {
  const reading = read("config:\n  cabinet:location: francecentral\n");
  expect(
    reading.ok ? [] : reading.faults.map(({ line, column, path }) => `${line}:${column} ${path}`),
  ).toEqual([
    "1:1 config.cabinet:provider",
    "1:1 config.cabinet:supportEmail",
    "1:1 config.cabinet:tenant",
    "1:1 config.cabinet:subscription",
    "1:1 config.cabinet:hubNetwork",
    "1:1 config.cabinet:firmNetworks",
  ]);
});

test("each firm's secrets have a key of their own, and the platform's have one too", () => {
  const keyVault = {
    kind: "keyVault",
    urlPattern: "azurekeyvault://kv.vault.azure.net/keys/{firm}",
  } as const;
  expect(secretsProviderUrl(keyVault, "dupont")).toBe(
    "azurekeyvault://kv.vault.azure.net/keys/dupont",
  );
  expect(secretsProviderUrl(keyVault, undefined)).toBe(
    "azurekeyvault://kv.vault.azure.net/keys/platform",
  );
  expect(secretsProviderUrl({ kind: "passphrase" }, "dupont")).toBe("passphrase");
});

describe("AVD-007: an image of the platform's gallery", () => {
  const gallery = (more: string, regions = "[francecentral, westeurope]") =>
    `${smallest}  cabinet:allowedRegions: ${regions}\n  cabinet:image: { source: gallery, version: 1.4.0${more} }\n`;

  test("is in each region that firms may be in; unless said otherwise in the hub's alone", () => {
    expect(read(gallery(", regions: [westeurope, francecentral, italynorth]"))).toMatchObject({
      ok: true,
    });
    expect(read(gallery("", "[francecentral]"))).toMatchObject({ ok: true });
  });

  test.each([
    ["that was published to the hub's region alone", ""],
    ["without one of the regions", ", regions: [francecentral]"],
  ])("rejects one %s", (_, more) => {
    expect(faultsOf(gallery(more))).toEqual([
      expect.stringContaining(
        "allowed: each of cabinet:allowedRegions, because hosts are built from a copy in their own region, and westeurope has none of version 1.4.0; publish the version there and write regions: [francecentral, westeurope], or allow fewer regions",
      ),
    ]);
  });

  test("rejects regions of Microsoft's image, which is everywhere", () => {
    const image = "  cabinet:image: { version: 26100.3775.250406, regions: [westeurope] }\n";
    expect(faultsOf(`${smallest}${image}`)).toEqual([
      expect.stringContaining("no such key with source: marketplace"),
    ]);
  });
});
