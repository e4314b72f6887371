import { backupPresets } from "../../infra/firm/backup-presets";
import { formatFault } from "../../infra/document/fault";
import { proofOf } from "../../infra/firm/arrival";
import { firmSchema } from "../../infra/firm/schema";
import { readClaims, readSiteKeys } from "../../infra/firm/read-firm";
import { network } from "../support/builders";
import {
  firmWith,
  openFirmText as open,
  readFirmText as read,
  smallestFirm as smallest,
} from "../support/firm-file";

const arrival = { manifest: "ab".repeat(32), files: 3, bytes: 700 };

test("four lines are a firm; everything else has a default", () => {
  expect(read(smallest)).toEqual({
    ok: true,
    value: {
      key: "petit",
      name: "Cabinet Petit",
      subscription: "6f1d2c3b-0000-4000-8000-000000000002",
      region: "francecentral",
      network: network("10.64.10.0/24"),
      suite: "other",
      tenancy: "provider",
      people: {
        supervisor: "paul.petit@cabinet-petit.example",
        staff: 5,
        externals: 0,
        externalsAtOnce: 0,
      },
      workday: {
        weekdays: { from: { hour: 7, minute: 0 }, until: { hour: 20, minute: 0 } },
        saturday: { kind: "closed" },
        season: { kind: "none" },
        holidays: "france",
        closed: [],
      },
      sessions: {
        broker: { kind: "avd" },
        balancing: "breadthFirst",
        load: "heavy",
        hosts: { kind: "auto" },
        generation: 1,
        previous: { kind: "none" },
        devices: "managed",
        printing: { kind: "redirect" },
        scanning: "folder",
        applications: [],
      },
      data: {
        store: "azureFiles",
        dossiersGiB: 100,
        profileGiB: 30,
        drive: "Q",
        redundancy: "zone",
        archive: [],
      },
      identity: { mode: "entra" },
      backup: backupPresets.standard,
      services: { web: [], quadraConnect: undefined },
      logs: "standard",
      keyVault: 1,
      requests: [],
      access: { devices: "report", technicians: [] },
      budget: { kind: "none" },
      landing: { kind: "disk", carrier: "technician", arrived: undefined },
      stage: "landing",
      desks: {
        memoryGiB: 8,
        screens: 2,
        client: { kind: "newest" },
        thinprint: { kind: "none" },
        scanFolder: "C:\\Numerisations",
      },
      sites: [],
      exceptions: [],
      licences: {},
    },
  });
});

test("every key that is written counts", () => {
  const everything = `name: Cabinet Petit
subscription: 6F1D2C3B-0000-4000-8000-000000000002
network: 10.64.10.0/24
people:
  supervisor: Paul.Petit@cabinet-petit.example
  staff: 5
  externals: 25
  externalsAtOnce: 3
region: francesouth
suite: quadra
workday:
  weekdays: 08:30-18:45
  saturday: 08:00-13:00
  season: { from: 01-15, until: 05-31, weekdays: 06:30-22:00, saturday: closed }
  holidays: alsaceMoselle
  closed: [2026-12-31, 2026-12-24]
sessions:
  broker: citrix
  citrix:
    customer: petit7f3k2a
    resourceLocation: 7A1D2C3B-0000-4000-8000-000000000001
    clientId: 7a1d2c3b-0000-4000-8000-000000000002
    clientSecret: citrix-petit
    agent: { url: https://logiciels.example/vda.exe, sha256: ${"AB".repeat(32)} }
  load: light
  hosts: { size: Standard_D16as_v5, count: 3 }
  generation: 7
  previous:
    generation: 6
    hosts: { size: Standard_D8as_v5, count: 4 }
    until: 2026-12-08
  devices: any
  printing: thinprint
  thinprint:
    licenceServer: 10.60.0.170
    engine: { url: https://logiciels.example/engine.exe, sha256: ${"c".repeat(64)} }
    switches: /quiet
  scanning: twain
  applications:
    - { name: Saisie de caisse, path: C:\\Quadra\\Caisse.exe }
    - { name: Déclarations / TVA, path: P:\\tva.cmd, arguments: /dossier }
data:
  store: fileServer
  dossiers: 2 TiB
  profile: 40 GiB
  drive: P
  redundancy: local
  archive: [paie5, comptable10]
identity:
  mode: hybrid
  domain: Cabinet-Petit.example
  ou: OU=Postes,DC=cabinet-petit,DC=example
  joinAccount: svc-join@cabinet-petit.example
  joinSecret: jonction
  dnsServers: [10.64.10.180, 10.64.10.181]
backup: strict
logs: strict
budget: 900 EUR
landing:
  transport: importExport
  disk: sata
  arrived:
    manifest: ${"AB".repeat(32)}
    files: 3
    bytes: 700
    proof: "${proofOf("petit", arrival)}"
stage: live
desks:
  memory: 16
  screens: 3
  client:
    version: 25.3.1.196
    url: https://logiciels.example/workspace.exe
    sha256: ${"d".repeat(64)}
  thinprint:
    version: "13.0"
    url: https://logiciels.example/tpclient.exe
    sha256: ${"e".repeat(64)}
    switches: /quiet
  scanFolder: D:\\Scans
sites:
  voiron: { lan: 192.168.11.0/24 }
  meylan: { lan: 192.168.10.0/24 }
exceptions: [{ rule: public-address, reason: for the migration, until: 2026-12-31 }]
licences:
  microsoft365: { price: 19.06 EUR, asOf: 2026-09-26, source: offer 114 }
`;
  expect(read(everything)).toEqual({
    ok: true,
    value: {
      key: "petit",
      name: "Cabinet Petit",
      subscription: "6f1d2c3b-0000-4000-8000-000000000002",
      region: "francesouth",
      network: network("10.64.10.0/24"),
      suite: "quadra",
      tenancy: "provider",
      people: {
        supervisor: "paul.petit@cabinet-petit.example",
        staff: 5,
        externals: 25,
        externalsAtOnce: 3,
      },
      workday: {
        weekdays: { from: { hour: 8, minute: 30 }, until: { hour: 18, minute: 45 } },
        saturday: {
          kind: "open",
          hours: { from: { hour: 8, minute: 0 }, until: { hour: 13, minute: 0 } },
        },
        season: {
          kind: "yearly",
          from: { month: 1, day: 15 },
          until: { month: 5, day: 31 },
          weekdays: { from: { hour: 6, minute: 30 }, until: { hour: 22, minute: 0 } },
          saturday: { kind: "closed" },
        },
        holidays: "alsaceMoselle",
        closed: [
          { year: 2026, month: 12, day: 24 },
          { year: 2026, month: 12, day: 31 },
        ],
      },
      sessions: {
        broker: {
          kind: "citrix",
          customer: "petit7f3k2a",
          resourceLocation: "7a1d2c3b-0000-4000-8000-000000000001",
          clientId: "7a1d2c3b-0000-4000-8000-000000000002",
          clientSecretName: "citrix-petit",
          agent: { url: "https://logiciels.example/vda.exe", sha256: "ab".repeat(32) },
        },
        balancing: "breadthFirst",
        load: "light",
        hosts: { kind: "fixed", size: "Standard_D16as_v5", count: 3 },
        generation: 7,
        previous: {
          kind: "kept",
          generation: 6,
          hosts: { size: "Standard_D8as_v5", count: 4 },
          until: { year: 2026, month: 12, day: 8 },
        },
        devices: "any",
        printing: {
          kind: "thinprint",
          licenceServer: expect.objectContaining({ text: "10.60.0.170" }),
          engine: { url: "https://logiciels.example/engine.exe", sha256: "c".repeat(64) },
          engineSwitches: "/quiet",
        },
        scanning: "twain",
        applications: [
          {
            key: "saisie-de-caisse",
            name: "Saisie de caisse",
            path: "C:\\Quadra\\Caisse.exe",
            arguments: "",
          },
          {
            key: "declarations-tva",
            name: "Déclarations / TVA",
            path: "P:\\tva.cmd",
            arguments: "/dossier",
          },
        ],
      },
      data: {
        store: "fileServer",
        dossiersGiB: 2048,
        profileGiB: 40,
        drive: "P",
        redundancy: "local",
        archive: ["comptable10", "paie5"],
      },
      identity: {
        mode: "hybrid",
        domain: {
          name: "cabinet-petit.example",
          ou: "OU=Postes,DC=cabinet-petit,DC=example",
          joinAccount: "svc-join@cabinet-petit.example",
          joinSecretName: "jonction",
          dnsServers: [
            expect.objectContaining({ text: "10.64.10.180" }),
            expect.objectContaining({ text: "10.64.10.181" }),
          ],
        },
      },
      backup: backupPresets.strict,
      services: { web: [], quadraConnect: undefined },
      logs: "strict",
      keyVault: 1,
      requests: [],
      access: { devices: "report", technicians: [] },
      budget: { kind: "monthly", euros: 900 },
      landing: {
        kind: "disk",
        carrier: "importExport",
        arrived: arrival,
      },
      stage: "live",
      desks: {
        memoryGiB: 16,
        screens: 3,
        client: {
          kind: "pinned",
          version: "25.3.1.196",
          installer: { url: "https://logiciels.example/workspace.exe", sha256: "d".repeat(64) },
        },
        thinprint: {
          kind: "pinned",
          version: "13.0",
          installer: { url: "https://logiciels.example/tpclient.exe", sha256: "e".repeat(64) },
          switches: "/quiet",
        },
        scanFolder: "D:\\Scans",
      },
      sites: [
        expect.objectContaining({ key: "voiron", lan: network("192.168.11.0/24") }),
        expect.objectContaining({ key: "meylan", lan: network("192.168.10.0/24") }),
      ],
      licences: {
        microsoft365: {
          price: 1906,
          asOf: { year: 2026, month: 9, day: 26 },
          source: "offer 114",
        },
      },
      exceptions: [
        {
          rule: "public-address",
          reason: "for the migration",
          until: { year: 2026, month: 12, day: 31 },
        },
      ],
    },
  });
});

const sizes =
  "Standard_D8as_v5, Standard_E8as_v5, Standard_D16as_v5, Standard_E16as_v5 or Standard_D32as_v5 (at least 8 vCPU and 16 GiB)";

test.each<[string, string]>([
  [
    'name: ""',
    '1:7: name: met ""; allowed: a name of 1 to 80 characters; write a name, like Cabinet Dupont & Associés',
  ],
  [
    'name: " Petit"',
    '1:7: name: met " Petit"; allowed: a name of 1 to 80 characters; remove the spaces at the start and the end',
  ],
  [
    'name: "a\\nb"',
    '1:7: name: met "a\\nb"; allowed: a name of 1 to 80 characters; write the name in one line',
  ],
  [
    `name: ${"x".repeat(83)}`,
    `1:7: name: met "${"x".repeat(60)}…"; allowed: a name of 1 to 80 characters; shorten it by 3 characters`,
  ],
  [
    "name: 1984",
    '1:7: name: met 1984; allowed: a name of 1 to 80 characters; write "1984", in quotes',
  ],
  [
    "subscription: mine",
    '2:15: subscription: met "mine"; allowed: the firm\'s Azure subscription, a GUID; write the GUID that `az account list --output table` shows',
  ],
  [
    "subscription: 00000000-0000-0000-0000-000000000000",
    '2:15: subscription: met "00000000-0000-0000-0000-000000000000"; allowed: the firm\'s Azure subscription, a GUID; write the GUID that `az account list --output table` shows',
  ],
  [
    "network: 10.64.10.1/24",
    '3:10: network: met "10.64.10.1/24"; allowed: a slice of the platform\'s address plan: a private IPv4 network from /20 to /24; "10.64.10.1/24" has bits set beyond its prefix, the network is 10.64.10.0/24',
  ],
  [
    "network: 10.64.10.0",
    '3:10: network: met "10.64.10.0"; allowed: a slice of the platform\'s address plan: a private IPv4 network from /20 to /24; "10.64.10.0" is not an IPv4 network, write it like 10.64.8.0/23',
  ],
  [
    "network: 10.64.10.0/25",
    '3:10: network: met "10.64.10.0/25"; allowed: a slice of the platform\'s address plan: a private IPv4 network from /20 to /24; write a prefix from /20 to /24',
  ],
  [
    "network: 51.4.10.0/24",
    '3:10: network: met "51.4.10.0/24"; allowed: a slice of the platform\'s address plan: a private IPv4 network from /20 to /24; write a network in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16',
  ],
  [
    "people: { supervisor: paul, staff: 5 }",
    '4:23: people.supervisor: met "paul"; allowed: a sign-in name in the form of an e-mail address; write an address, like claire.martin@cabinet-dupont.example',
  ],
  [
    "people: { supervisor: a@b.example }",
    "4:1: people.staff: met nothing; allowed: a whole number from 1 to 500; add staff: 12",
  ],
  [
    "people: { supervisor: a@b.example, staff: twelve }",
    '4:43: people.staff: met "twelve"; allowed: a whole number from 1 to 500; write staff: 12',
  ],
  [
    "people: { supervisor: a@b.example, staff: 0 }",
    "4:43: people.staff: met 0; allowed: a whole number from 1 to 500; write staff: 1",
  ],
  [
    "people: 12",
    "4:9: people: met 12; allowed: a map of supervisor, staff, externals, externalsAtOnce; write people: { supervisor: claire.martin@cabinet-dupont.example, staff: 12 }",
  ],
  [
    "region: France Central",
    '5:9: region: met "France Central"; allowed: one of the platform\'s allowed regions; write region: francecentral',
  ],
  [
    "region: westeurope",
    '5:9: region: met "westeurope"; allowed: francecentral or francesouth; write region: francecentral, or have the provider allow this region',
  ],
  [
    "region: francesouth",
    "5:9: region: met francesouth; allowed: a region with availability zones, because data.redundancy is zone; write data.redundancy: local, or choose another region",
  ],
  [
    "suite: quadr",
    '5:8: suite: met "quadr"; allowed: quadra, acd, sage, agiris or other; write suite: quadra',
  ],
  [
    "workday: { weekdays: 7-20 }",
    '5:22: workday.weekdays: met "7-20"; allowed: a time range of at least one hour within a day; write it like "07:00-20:00"',
  ],
  [
    "workday: { saturday: shut }",
    '5:22: workday.saturday: met "shut"; allowed: a time range of at least one hour within a day, or closed; write it like "07:00-20:00"',
  ],
  [
    "sessions: { load: power }",
    '5:19: sessions.load: met "power"; allowed: light, medium or heavy; choose one of these',
  ],
  [
    "sessions: { hosts: automatic }",
    '5:20: sessions.hosts: met "automatic"; allowed: auto or a map of size, count; write hosts: auto',
  ],
  [
    "sessions: { hosts: { size: Standard_D8as_v4, count: 2 } }",
    `5:28: sessions.hosts.size: met "Standard_D8as_v4"; allowed: ${sizes}; write Standard_D8as_v5`,
  ],
  [
    "sessions: { hosts: { size: Standard_D4as_v5, count: 2 } }",
    `5:28: sessions.hosts.size: met "Standard_D4as_v5"; allowed: ${sizes}; choose a larger size, Standard_D4as_v5 has 4 vCPU and 16 GiB`,
  ],
  [
    "sessions: { hosts: { size: Standard_D8as_v5, count: 0 } }",
    "5:53: sessions.hosts.count: met 0; allowed: a whole number from 1 to 100; write count: 1",
  ],
  [
    "sessions: { hosts: { size: Standard_D8as_v5 } }",
    "5:13: sessions.hosts.count: met nothing; allowed: a whole number from 1 to 100; add count: 2",
  ],
  [
    "sessions: { generation: 1000 }",
    "5:25: sessions.generation: met 1000; allowed: a whole number from 1 to 999; write generation: 999",
  ],
  [
    "sessions: { devices: all }",
    '5:22: sessions.devices: met "all"; allowed: managed or any; choose one of these',
  ],
  [
    "sessions: { printing: no }",
    '5:23: sessions.printing: met "no"; allowed: redirect, none, universalPrint or thinprint; choose one of these',
  ],
  [
    "data: { dossiers: 400 GB }",
    '5:19: data.dossiers: met "400 GB"; allowed: a size from 100 GiB to 100 TiB; write 400 GiB',
  ],
  [
    "data: { profile: 3 GiB }",
    '5:18: data.profile: met "3 GiB"; allowed: a size from 5 GiB to 100 GiB; write 5 GiB',
  ],
  [
    "data: { redundancy: georedundant }",
    '5:21: data.redundancy: met "georedundant"; allowed: local, zone or geo; choose one of these',
  ],
  [
    "backup: strikt",
    '5:9: backup: met "strikt"; allowed: standard, strict, or a map of preset and what differs from it; write backup: standard',
  ],
  [
    "budget: 1600 $",
    '5:9: budget: met "1600 $"; allowed: whole euros a month from 1 EUR to 1000000 EUR; write an amount in EUR, like 1600 EUR',
  ],
  [
    "stage: alive",
    '5:8: stage: met "alive"; allowed: landing, verified, live or leaving; write stage: live',
  ],
  [
    "sites: { M: { lan: 192.168.10.0/24 } }",
    '5:10: sites.M: met the key "M"; allowed: 2 to 20 lower-case letters and digits, a letter first; choose another name',
  ],
  [
    "sites: { meylan: 192.168.10.0/24 }",
    '5:18: sites.meylan: met "192.168.10.0/24"; allowed: a map of lan, place, profile, gateway, machines, features, directory, dhcp, dns, printers, link, secondController, arc, visit; write meylan: { lan: 192.168.10.0/24 }',
  ],
  [
    "sites: { meylan: { lan: 192.168.10.0 } }",
    '5:25: sites.meylan.lan: met "192.168.10.0"; allowed: the office\'s network: a private IPv4 network from /16 to /28; "192.168.10.0" is not an IPv4 network, write it like 10.64.8.0/23',
  ],
  [
    "tenancy: firm",
    `5:1: tenancy: met the key "tenancy"; allowed: the keys ${Object.keys(firmSchema.shape).join(", ")}; remove it`,
  ],
])("rejects %s", (line, fault) => {
  const reading = read(firmWith(line));
  expect(reading.ok ? [] : reading.faults.map(formatFault)).toEqual([`petit.yaml:${fault}`]);
});

test("a forbidden region is told together with the faults of other keys", () => {
  const reading = read(
    `${firmWith("people: { supervisor: a@b.example, staff: 0 }")}region: westeurope\n`,
  );
  expect(reading.ok ? [] : reading.faults.map(({ path }) => path)).toEqual([
    "people.staff",
    "region",
  ]);
});

test("networks and offices can be read from a file that is otherwise wrong", () => {
  const document = open(
    `${smallest}stage: nonsense\nsites: { meylan: { lan: 192.168.10.0/24 }, voiron: { lan: x } }\n`,
  );
  const place = { file: "petit.yaml", line: 3, column: 10 };
  expect(readSiteKeys(document)).toEqual(["meylan", "voiron"]);
  expect(readClaims("petit", document)).toEqual({
    claims: [
      {
        kind: "firm",
        owner: "firm petit",
        network: network("10.64.10.0/24"),
        place,
        path: "network",
      },
      {
        kind: "site",
        owner: "site meylan of firm petit",
        network: network("192.168.10.0/24"),
        place: { file: "petit.yaml", line: 6, column: 25 },
        path: "sites.meylan.lan",
      },
    ],
    complete: false,
  });
});

test.each(["- a list", "text", "network: x", "sites: 3"])(
  "nothing is claimed where nothing can be read: %s",
  (text) => {
    expect(readClaims("petit", open(text))).toEqual({ claims: [], complete: false });
  },
);
