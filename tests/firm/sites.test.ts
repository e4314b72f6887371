import { formatFault } from "../../infra/document/fault";
import type { FirmRules } from "../../infra/firm/combination";
import { firmWarnings } from "../../infra/firm/firm-warnings";
import type { Site } from "../../infra/firm/site";
import { address, network, site } from "../support/builders";
import { firmFaults, openFirmText, readFirmText, smallestFirm } from "../support/firm-file";

const withGateway: Partial<FirmRules> = { vpnGateway: "VpnGw1AZ" };

const hybrid = `identity:
  mode: hybrid
  domain: cabinet-petit.example
  ou: OU=Postes,DC=cabinet-petit,DC=example
  joinAccount: svc-join@cabinet-petit.example
  dnsServers: [10.64.10.180, 10.64.10.181]
`;

function office(text: string): string {
  return `${smallestFirm}sites:\n  meylan:\n    lan: 192.168.10.0/24\n${text.replace(/^(?=.)/gm, "    ")}`;
}

/** @throws Error when the file is wrong: a mistake in the test. */
function read(text: string, rules: Partial<FirmRules> = {}): readonly Site[] {
  const reading = readFirmText(text, rules);
  if (!reading.ok) throw new Error(firmFaults(text, rules).join("\n"));
  return reading.value.sites;
}

test("a network is an office; everything else has a default", () => {
  expect(read(office(""))).toEqual([
    site({
      directory: {
        domain: "ad.cabinet-petit.example",
        netbios: "CABINET-PETIT",
        forest: "new",
        sync: "none",
      },
    }),
  ]);
});

test("every key has its effect", () => {
  const everything = office(String.raw`place: 12 avenue de l'Île, 38240 Meylan
profile: slimSplit
gateway: 192.168.10.254
machines:
  host: { name: hv-meylan, address: 192.168.10.5 }
  controller: { name: dc-meylan, address: 192.168.10.6 }
  print: { name: imp-meylan, address: 192.168.10.7 }
features: [windows-server-backup, Windows-Server-Backup]
directory: { domain: Petit.example, netbios: PETIT, forest: existing, sync: connect }
dhcp:
  range: 192.168.10.100-192.168.10.199
  leaseDays: 2
  dnsServers: [192.168.10.6, 10.64.10.190]
  reservations:
    - { name: scanner d'accueil, address: 192.168.10.30, mac: "00:17:c8:1a:2b:3c" }
  options:
    ntpServers: [192.168.10.254]
    bootServer: telephonie.example
    bootFile: poste.cfg
dns:
  forwarders: [9.9.9.9, 149.112.112.112]
  zones: [{ name: Partenaire.example, servers: [192.168.40.10] }]
printers:
  - { name: accueil, address: 192.168.10.20, model: Kyocera ECOSYS M5526cdw, mac: 0017C81A2B3D, paper: A3 }
  - { name: bureau, address: 192.168.10.21, model: Zebra X, port: 6101, driver: ZDesigner, inf: zebra\ZD.inf }
  - { name: salle, address: 192.168.10.22, model: Oki C650 }
  - { name: compta, address: 192.168.10.23, model: Oki B432, driver: microsoft pcl6 class driver }
link: { kind: vpn, address: 203.0.113.10, generation: 2 }
secondController: { name: dc2-meylan, address: 10.64.10.190 }
arc:
  machines:
    controller: /subscriptions/6f1d2c3b-0000-4000-8000-000000000002/resourceGroups/rg-prod-petit-meylan-arc/providers/Microsoft.HybridCompute/machines/DC-MEYLAN
  administrators: [7A1D2C3B-0000-4000-8000-00000000000A]
  correction: correct
  readableUntil: 2028-06-30
visit: { technician: Julien Roche, contact: Paul Petit, on: 2026-12-05 }
`);
  const driver = (name: string, origin: "inbox" | "vendor") =>
    ({ kind: "known", name, origin }) as const;
  expect(read(everything, withGateway)).toEqual([
    site({
      place: "12 avenue de l'Île, 38240 Meylan",
      gateway: address("192.168.10.254"),
      machines: [
        { role: "host", name: "HV-MEYLAN", address: address("192.168.10.5") },
        { role: "controller", name: "DC-MEYLAN", address: address("192.168.10.6") },
        { role: "print", name: "IMP-MEYLAN", address: address("192.168.10.7") },
      ],
      features: ["Windows-Server-Backup"],
      directory: {
        domain: "petit.example",
        netbios: "PETIT",
        forest: "existing",
        sync: "connect",
      },
      dhcp: {
        range: { from: address("192.168.10.100"), until: address("192.168.10.199") },
        leaseDays: 2,
        dnsServers: [address("192.168.10.6"), address("10.64.10.190")],
        reservations: [
          {
            name: "scanner d'accueil",
            address: address("192.168.10.30"),
            mac: "00-17-C8-1A-2B-3C",
          },
          { name: "accueil", address: address("192.168.10.20"), mac: "00-17-C8-1A-2B-3D" },
        ],
        options: [
          { id: 42, values: ["192.168.10.254"] },
          { id: 66, values: ["telephonie.example"] },
          { id: 67, values: ["poste.cfg"] },
        ],
      },
      dns: {
        forwarders: ["9.9.9.9", "149.112.112.112"],
        zones: [{ name: "partenaire.example", servers: ["192.168.40.10"] }],
      },
      printers: [
        {
          name: "accueil",
          address: address("192.168.10.20"),
          model: "Kyocera ECOSYS M5526cdw",
          driver: driver("KX DRIVER for Universal Printing", "vendor"),
          port: { kind: "raw", number: 9100 },
          paper: "A3",
          mac: "00-17-C8-1A-2B-3D",
        },
        {
          name: "bureau",
          address: address("192.168.10.21"),
          model: "Zebra X",
          driver: { kind: "own", name: "ZDesigner", inf: String.raw`zebra\ZD.inf` },
          port: { kind: "raw", number: 6101 },
          paper: "A4",
          mac: undefined,
        },
        {
          name: "salle",
          address: address("192.168.10.22"),
          model: "Oki C650",
          driver: driver("Microsoft IPP Class Driver", "inbox"),
          port: { kind: "ipp" },
          paper: "A4",
          mac: undefined,
        },
        {
          name: "compta",
          address: address("192.168.10.23"),
          model: "Oki B432",
          driver: driver("Microsoft PCL6 Class Driver", "inbox"),
          port: { kind: "raw", number: 9100 },
          paper: "A4",
          mac: undefined,
        },
      ],
      link: {
        kind: "vpn",
        remote: { kind: "address", text: "203.0.113.10" },
        generation: 2,
        scans: "refuse",
      },
      secondController: {
        kind: "azure",
        name: "DC2-MEYLAN",
        address: address("10.64.10.190"),
      },
      supervision: {
        kind: "arc",
        machines: [
          {
            role: "controller",
            id: "/subscriptions/6f1d2c3b-0000-4000-8000-000000000002/resourceGroups/rg-prod-petit-meylan-arc/providers/Microsoft.HybridCompute/machines/DC-MEYLAN",
          },
        ],
        administrators: ["7a1d2c3b-0000-4000-8000-00000000000a"],
        correction: "correct",
        readableUntil: { year: 2028, month: 6, day: 30 },
      },
      visit: {
        technician: "Julien Roche",
        contact: "Paul Petit",
        on: { year: 2026, month: 12, day: 5 },
      },
    }),
  ]);
});

test("one server has one machine; an office known by a name has its tunnel to that name", () => {
  const [only] = read(
    office("profile: slimSingle\nlink: { kind: vpn, address: meylan.cabinet-petit.example }\n"),
    withGateway,
  );
  expect(only?.machines).toEqual([
    { role: "server", name: "MEYLAN-SRV1", address: address("192.168.10.2") },
  ]);
  expect(only?.dhcp.dnsServers).toEqual([address("192.168.10.2")]);
  expect(only?.link).toEqual({
    kind: "vpn",
    remote: { kind: "name", text: "meylan.cabinet-petit.example" },
    generation: 1,
    scans: "refuse",
  });
});

test("the first office makes a new domain, the others join it", () => {
  const text = `${smallestFirm}sites:
  meylan: { lan: 192.168.10.0/24 }
  voiron: { lan: 192.168.11.0/24 }
  crolles: { lan: 192.168.12.0/24, directory: { domain: crolles.example } }
`;
  expect(read(text).map(({ directory }) => directory.forest)).toEqual([
    "new",
    "existing",
    "existing",
  ]);
});

test("a firm with a domain has it in its office, synchronised, the second controller where hosts look for one", () => {
  const [only] = read(`${office("secondController: azure\n")}${hybrid}`);
  expect(only?.directory).toEqual({
    domain: "cabinet-petit.example",
    netbios: "CABINET-PETIT",
    forest: "existing",
    sync: "cloudSync",
  });
  expect(only?.secondController).toEqual({
    kind: "azure",
    name: "MEYLAN-DC2",
    address: address("10.64.10.180"),
  });
  expect(only?.dhcp.dnsServers).toEqual([address("192.168.10.3"), address("10.64.10.180")]);
});

test("the smallest LAN holds router, machines and a range", () => {
  const [only] = read(`${smallestFirm}sites: { meylan: { lan: 192.168.10.16/28 } }\n`);
  expect(only?.lan).toEqual(network("192.168.10.16/28"));
  expect(only?.dhcp.range).toEqual({
    from: address("192.168.10.24"),
    until: address("192.168.10.30"),
  });
});

test("A09: one server for everything is warned of: its spooler runs on a domain controller", () => {
  const document = openFirmText(office("profile: slimSingle\n"));
  const reading = readFirmText(office("profile: slimSingle\n"));
  expect(reading.ok && firmWarnings(document, reading.value).map(formatFault)).toEqual([
    'petit.yaml:8:14: sites.meylan.profile: met "slimSingle"; allowed: this profile, which runs the print spooler on a domain controller: by a flaw of the spooler, such as PrintNightmare, whoever may print can take the whole domain; write profile: slimSplit; where there is one server only, keep printer drivers to administrators and patch at once',
  ]);
  const split = readFirmText(office(""));
  expect(split.ok && firmWarnings(openFirmText(office("")), split.value)).toEqual([]);
});

const printer = (keys: string) => `printers: [{ name: accueil, model: HP M404, ${keys} }]\n`;
const reservation = (keys: string) =>
  `dhcp: { reservations: [{ name: a, address: 192.168.10.30, mac: 00-17-C8-1A-2B-3C }, { ${keys} }] }\n`;
const arcId = (tail: string) =>
  `/subscriptions/6f1d2c3b-0000-4000-8000-000000000002/resourceGroups/${tail}`;

test.each<[string, string, string]>([
  [
    "a range outside of the LAN",
    "dhcp: { range: 192.168.11.100-192.168.11.199 }\n",
    "8:20: sites.meylan.dhcp.range: met 192.168.11.100-192.168.11.199; allowed: a range inside 192.168.10.0/24, the office's network; write range: 192.168.10.128-192.168.10.254",
  ],
  [
    "a range that ends with everybody's address",
    "dhcp: { range: 192.168.10.100-192.168.10.255 }\n",
    "8:20: sites.meylan.dhcp.range: met 192.168.10.100-192.168.10.255; allowed: a range inside 192.168.10.0/24, the office's network; write range: 192.168.10.128-192.168.10.254",
  ],
  [
    "a range backwards",
    "dhcp: { range: 192.168.10.199-192.168.10.100 }\n",
    '8:20: sites.meylan.dhcp.range: met "192.168.10.199-192.168.10.100"; allowed: a range of private IPv4 addresses; write the lower address first',
  ],
  [
    "one address for two reservations",
    reservation("name: b, address: 192.168.10.30, mac: 00-17-C8-1A-2B-3D"),
    "8:109: sites.meylan.dhcp.reservations[1].address: met 192.168.10.30; allowed: each address once, this one is of the reservation a already; write another address",
  ],
  [
    "one card for two reservations",
    reservation('name: b, address: 192.168.10.31, mac: "00:17:c8:1a:2b:3c"'),
    '8:129: sites.meylan.dhcp.reservations[1].mac: met "00:17:c8:1a:2b:3c"; allowed: each hardware address once; write the one on the sticker of this device',
  ],
  [
    "a reservation among addresses that are lent",
    reservation("name: b, address: 192.168.10.200, mac: 00-17-C8-1A-2B-3D"),
    "8:109: sites.meylan.dhcp.reservations[1].address: met 192.168.10.200; allowed: an address outside of the range 192.168.10.128-192.168.10.254, which DHCP lends to others; this one is of the reservation b; move it, or write a range without it under dhcp",
  ],
  [
    "a machine where a printer is",
    printer("address: 192.168.10.3"),
    "8:58: sites.meylan.printers[0].address: met 192.168.10.3; allowed: each address once, this one is of the machine MEYLAN-DC1 already; write another address",
  ],
  [
    "a router elsewhere",
    "gateway: 192.168.1.1\n",
    "8:14: sites.meylan.gateway: met 192.168.1.1; allowed: an address of 192.168.10.0/24, from 192.168.10.1 to 192.168.10.254; write an address of the LAN",
  ],
  [
    "a printer without address",
    "printers: [{ name: accueil, model: HP M404 }]\n",
    "8:16: sites.meylan.printers[0].address: met nothing; allowed: the printer's address: a private IPv4 address; add address: 192.168.10.20",
  ],
  [
    "a driver nobody knows",
    printer("address: 192.168.10.20, driver: KX DRIVER for Univrsal Printing"),
    '8:81: sites.meylan.printers[0].driver: met "KX DRIVER for Univrsal Printing"; allowed: one of DRIVERS; or another one with inf; write KX DRIVER for Universal Printing',
  ],
  [
    "a port with a driver that has none",
    "printers: [{ name: salle, model: Oki C650, address: 192.168.10.20, port: 9100 }]\n",
    "8:78: sites.meylan.printers[0].port: met 9100; allowed: no port with the driver Microsoft IPP Class Driver, which prints by IPP; remove it, or name a driver that prints to a port",
  ],
  [
    "two printers of one name",
    "printers: [{ name: Accueil, model: HP, address: 192.168.10.20 }, { name: accueil, model: HP, address: 192.168.10.21 }]\n",
    '8:78: sites.meylan.printers[1].name: met "accueil"; allowed: each printer\'s name once in an office, upper and lower case alike; choose another name',
  ],
  [
    "a feature Windows does not have",
    "features: [Windows-Server-Backups]\n",
    '8:16: sites.meylan.features[0]: met "Windows-Server-Backups"; allowed: a feature of Windows Server, by the name that `Get-WindowsFeature` prints; write Windows-Server-Backup',
  ],
  [
    "a feature that no slim server has",
    "features: [Web-Server]\n",
    '8:16: sites.meylan.features[0]: met "Web-Server"; allowed: a feature of Windows Server, by the name that `Get-WindowsFeature` prints; remove it: a web server opens the server to the network and is of no use in the office',
  ],
  [
    "a link without the office's gateway",
    "link: { kind: vpn }\n",
    "8:5: sites.meylan.link.address: met nothing; allowed: the office's VPN gateway: a public IPv4 address or a DNS name; add address: 203.0.113.10",
  ],
  [
    "a link to an address that only the office knows",
    "link: { kind: vpn, address: 192.168.10.1 }\n",
    '8:33: sites.meylan.link.address: met "192.168.10.1"; allowed: the office\'s VPN gateway: a public IPv4 address or a DNS name; write the public address, this one is known in the office only',
  ],
  [
    "a machine that the profile does not have",
    "profile: slimSingle\nmachines: { print: { name: IMP } }\n",
    "9:24: sites.meylan.machines.print: met a map of name; allowed: machines of the profile slimSingle: server; remove it, or write the other profile",
  ],
  [
    "two machines of one name",
    "machines: { host: { name: SRV }, print: { name: srv } }\n",
    '8:53: sites.meylan.machines.print.name: met "SRV"; allowed: each computer\'s name once in a firm; write a name of its own',
  ],
  [
    "a machine of Arc in a group of others",
    `arc: { readableUntil: 2028-06-30, machines: { controller: ${arcId("rg-servers/providers/Microsoft.HybridCompute/machines/MEYLAN-DC1")} } }\n`,
    `8:63: sites.meylan.arc.machines.controller: met "/subscriptions/6f1d2c3b-0000-4000-8000-000000000002/resource…"; allowed: the id of MEYLAN-DC1 in rg-prod-petit-meylan-arc, a resource group that holds these machines alone: who has rights in Azure on a controller has them on the domain; onboard MEYLAN-DC1 into that group, and write ${arcId("rg-prod-petit-meylan-arc/providers/Microsoft.HybridCompute/machines/MEYLAN-DC1")}`,
  ],
  [
    "machines of Arc that read their configuration for ever",
    `arc: { machines: { controller: ${arcId("rg-prod-petit-meylan-arc/providers/Microsoft.HybridCompute/machines/MEYLAN-DC1")} } }\n`,
    "8:10: sites.meylan.arc.readableUntil: met nothing; allowed: a day with arc.machines, because no link to their configuration lasts for ever; add readableUntil: and a day at most three years from now",
  ],
  [
    "setting the one server right unattended",
    "profile: slimSingle\narc: { correction: correct }\n",
    '9:24: sites.meylan.arc.correction: met "correct"; allowed: report with the profile slimSingle, because a domain controller is never changed unattended; remove it, or write profile: slimSplit',
  ],
  [
    "a second controller that nothing reaches",
    "secondController: azure\n",
    '8:23: sites.meylan.secondController: met "azure"; allowed: none without a link, because a second controller copies the directory from the first one; add link: { kind: vpn, address: … }, or write secondController: none',
  ],
  [
    "options that have keys of their own",
    "dhcp: { options: { dnsServers: [192.168.10.3] } }\n",
    '8:24: sites.meylan.dhcp.options.dnsServers: met the key "dnsServers"; allowed: the keys timeServers, ntpServers, bootServer, bootFile; write dnsServers under dhcp instead',
  ],
])("rejects %s", (_, text, fault) => {
  const faults = firmFaults(office(text), withGateway).map((line) =>
    line.replace(/one of Microsoft IPP.*3; or/, "one of DRIVERS; or"),
  );
  expect(faults).toEqual([`petit.yaml:${fault}`]);
});

test("rejects scans through a tunnel where desks have none to bring", () => {
  const text = `${office("link: { kind: vpn, address: 203.0.113.10, scans: carry }\n")}sessions: { scanning: none }\n`;
  expect(firmFaults(text, withGateway)).toEqual([
    'petit.yaml:8:54: sites.meylan.link.scans: met "carry"; allowed: refuse with scanning none, because no desk has a scan to bring; remove it, or write scanning: folder',
  ]);
});

test("rejects a link while the platform has no gateway", () => {
  expect(firmFaults(office("link: { kind: vpn, address: 203.0.113.10 }\n"))).toEqual([
    "petit.yaml:8:11: sites.meylan.link: met a map of kind, address; allowed: none while the platform has no VPN gateway, because nothing would answer the office; have the provider set cabinet:vpnGateway: VpnGw1AZ, or write link: none",
  ]);
});

test("rejects another domain than the one the hosts join", () => {
  expect(firmFaults(`${office("directory: { domain: autre.example }\n")}${hybrid}`)).toEqual([
    'petit.yaml:8:26: sites.meylan.directory.domain: met "autre.example"; allowed: cabinet-petit.example, the domain of identity, which the hosts join; remove it, or write the same domain in both places',
  ]);
});

test("rejects two offices that make one domain, two that connect, two second controllers at one address", () => {
  const keys =
    "link: { kind: vpn, address: 203.0.113.10 }, secondController: azure, directory: { forest: new, sync: connect }";
  const text = `${smallestFirm}sites:
  meylan: { lan: 192.168.10.0/24, ${keys} }
  voiron: { lan: 192.168.11.0/24, ${keys} }
`;
  expect(firmFaults(text, withGateway).map((line) => line.replace(/; allowed.*/, ""))).toEqual([
    "petit.yaml:7:97: sites.voiron.secondController.address: met 10.64.10.180",
    'petit.yaml:7:125: sites.voiron.directory.forest: met "new"',
    'petit.yaml:7:136: sites.voiron.directory.sync: met "connect"',
  ]);
});

test("rejects a ThinPrint Client that no session prints by", () => {
  const client = `desks: { thinprint: { version: "13.0", url: https://logiciels.example/c.exe, sha256: ${"e".repeat(64)}, switches: /quiet } }\n`;
  expect(firmFaults(`${smallestFirm}${client}`)).toEqual([
    "petit.yaml:5:21: desks.thinprint: met a map of version, url, sha256, switches; allowed: no such key with sessions.printing redirect, because nothing would use it; remove it, or write printing: thinprint",
  ]);
});
