import type { FirmRules } from "../../infra/firm/combination";
import { firmFaults, firmOf } from "../support/firm-file";

const raw = String.raw;

const domain =
  "domain: cabinet-petit.example, ou: 'OU=Postes,DC=cabinet-petit,DC=example', joinAccount: svc-join@cabinet-petit.example";
const dcs = "dnsServers: [10.64.10.180, 10.64.10.181]";
const hybrid = `identity: { mode: hybrid, ${domain}, ${dcs} }`;
const managed = `identity: { mode: domainServices, ${domain}, dnsServers: [10.60.0.164, 10.60.0.165] }`;
const hash = "ab".repeat(32);
const citrix = `citrix: { customer: petit7f3k2a, resourceLocation: 7a1d2c3b-0000-4000-8000-000000000001, clientId: 7a1d2c3b-0000-4000-8000-000000000002, agent: { url: https://logiciels.example/vda.exe, sha256: ${hash} } }`;
const engine = `engine: { url: https://logiciels.example/engine.exe, sha256: ${hash} }, switches: /quiet`;
const app = raw`{ name: Caisse, path: C:\Caisse.exe }`;
const people = (more: string) => `people: { supervisor: a@b.example, staff: 5, ${more} }`;
const season = (text: string) => `workday: { season: { ${text} } }`;

interface Refusal {
  readonly what: string;
  readonly lines: readonly string[];
  readonly faults: readonly string[];
  readonly rules?: Partial<FirmRules>;
}

const technicians = (times: string) =>
  `access: { technicians: [{ who: j.bernard@cabinet-cloud.example, ${times}, reason: x }] }`;

const refusals: readonly Refusal[] = [
  {
    what: "externals who may start nothing",
    lines: [people("externals: 25")],
    faults: [
      raw`4:57: people.externals: met 25; allowed: externals together with sessions.applications, because they never have a desktop and would see nothing; add sessions.applications: [{ name: Quadra Compta, path: C:\Quadra\Compta.exe }]`,
    ],
  },
  {
    what: "applications that nobody may start",
    lines: [`sessions: { applications: [${app}] }`],
    faults: [
      "5:27: sessions.applications: met a list of one value; allowed: applications together with people.externals, because they are published to externals only: staff find them on their desktop; remove it, or add people.externals: 25",
    ],
  },
  {
    what: "more externals at once than there are",
    lines: [people("externals: 4, externalsAtOnce: 5"), `sessions: { applications: [${app}] }`],
    faults: [
      "4:77: people.externalsAtOnce: met 5; allowed: at most people.externals, which is 4; write externalsAtOnce: 4",
    ],
  },
  {
    what: "a technician for longer than a month",
    lines: [technicians("from: 2026-12-01, until: 2027-02-01")],
    faults: [
      `5:90: access.technicians[0].until: met "2027-02-01"; allowed: a day within 31 days after from: access for longer is no access for a time; write a nearer day; a new entry can follow with a reason of its own`,
    ],
  },
  {
    what: "a technician whose time ends before it begins",
    lines: [technicians("from: 2026-12-05, until: 2026-12-01")],
    faults: [
      `5:90: access.technicians[0].until: met "2026-12-01"; allowed: a day within 31 days after from: access for longer is no access for a time; write a nearer day; a new entry can follow with a reason of its own`,
    ],
  },
  {
    what: "refusing unmanaged devices that staff work from",
    lines: ["sessions: { devices: any }", "access: { devices: refuse }"],
    faults: [
      '6:20: access.devices: met "refuse"; allowed: report together with sessions.devices: any, with which staff work from any device; remove it, or write sessions.devices: managed',
    ],
  },
  {
    what: "externals at once without externals",
    lines: [people("externalsAtOnce: 5")],
    faults: [
      "4:63: people.externalsAtOnce: met 5; allowed: at most people.externals, which is 0; remove it, or add people.externals",
    ],
  },
  {
    what: "two applications of one name in Azure",
    lines: [
      people("externals: 4"),
      raw`sessions: { applications: [{ name: Saisie réel, path: C:\a.exe }, { name: saisie reel, path: C:\b.exe }] }`,
    ],
    faults: [
      '5:75: sessions.applications[1].name: met "saisie reel"; allowed: names that differ in their first 24 letters and digits, both of these become saisie-reel; write another name',
    ],
  },
  {
    what: "an application without letters",
    lines: [
      people("externals: 4"),
      raw`sessions: { applications: [{ name: "&/", path: C:\a.exe }] }`,
    ],
    faults: [
      '5:36: sessions.applications[0].name: met "&/"; allowed: a name of at least three letters or digits, because Azure names the application after them; write a longer name',
    ],
  },
  {
    what: "an application on a drive that hosts do not have",
    lines: [
      people("externals: 4"),
      raw`sessions: { applications: [{ name: Caisse, path: D:\a.exe }] }`,
    ],
    faults: [
      raw`5:50: sessions.applications[0].path: met "D:\a.exe"; allowed: a path on a drive that hosts have: C, or Q for client files (data.drive); write the path on one of these`,
    ],
  },
  {
    what: "an application that is no program",
    lines: [
      people("externals: 4"),
      raw`sessions: { applications: [{ name: Caisse, path: C:\notes.txt }] }`,
    ],
    faults: [
      raw`5:50: sessions.applications[0].path: met "C:\notes.txt"; allowed: the whole path of a program, on a drive or a share; write it like C:\Quadra\Compta.exe, without quotes around it`,
    ],
  },
  {
    what: "twain without Citrix (A20)",
    lines: ["sessions: { scanning: twain }"],
    faults: [
      '5:23: sessions.scanning: met "twain"; allowed: twain with sessions.broker citrix only, because the remote desktop protocol redirects scanners without TWAIN: their driver would have to be in the session; write scanning: folder, or broker: citrix with the key citrix',
    ],
  },
  {
    what: "Citrix without its settings",
    lines: [hybrid, "sessions: { broker: citrix }"],
    faults: [
      '6:21: sessions.broker: met "citrix"; allowed: citrix together with the key sessions.citrix, because connectors must know which Citrix Cloud they belong to; add citrix: { customer, resourceLocation, clientId, agent } under sessions, or write broker: avd',
    ],
  },
  {
    what: "settings of Citrix without Citrix",
    lines: [`sessions: { ${citrix} }`],
    faults: [
      "5:21: sessions.citrix: met a map of customer, resourceLocation, clientId, agent; allowed: no such key with sessions.broker avd, because nothing would use it; remove it, or write broker: citrix",
    ],
  },
  {
    what: "Citrix with hosts joined to Entra alone",
    lines: [`sessions: { broker: citrix, ${citrix} }`],
    faults: [
      '5:21: sessions.broker: met "citrix"; allowed: citrix with identity.mode hybrid or domainServices, because Citrix Cloud Connectors are members of a domain; write identity.mode: hybrid with its domain, or broker: avd',
    ],
  },
  {
    what: "Citrix with balancing of Azure Virtual Desktop",
    lines: [hybrid, `sessions: { broker: citrix, balancing: depthFirst, ${citrix} }`],
    faults: [
      '6:40: sessions.balancing: met "depthFirst"; allowed: breadthFirst with sessions.broker citrix, because Citrix balances by policies of its own; remove it, and set load balancing in Citrix Cloud',
    ],
  },
  {
    what: "a secret of Citrix in the file",
    lines: [
      hybrid,
      `sessions: { broker: citrix, ${citrix.replace("agent", "clientSecret: 'pA_ss!word', agent")} }`,
    ],
    faults: [
      "6:180: sessions.citrix.clientSecret: met a text that is not shown; allowed: the name of a secret in the firm's key vault: 1 to 127 letters, digits and -; write the secret's name, like citrix-client; the secret itself stays in the vault",
    ],
  },
  {
    what: "an installer with an access token",
    lines: [
      hybrid,
      `sessions: { broker: citrix, ${citrix.replace("vda.exe", "vda.exe?sig=abc")} }`,
    ],
    faults: [
      '6:180: sessions.citrix.agent.url: met "https://logiciels.example/vda.exe?sig=abc"; allowed: an https address without query; remove what follows the ?, an access token is a secret and has no place here',
    ],
  },
  {
    what: "an installer without its hash",
    lines: [hybrid, `sessions: { broker: citrix, ${citrix.replace(/, sha256: \w+/, "")} }`],
    faults: [
      "6:166: sessions.citrix.agent.sha256: met nothing; allowed: a SHA-256, 64 hexadecimal digits; add sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ],
  },
  {
    what: "thinprint without its settings",
    lines: ["sessions: { printing: thinprint }"],
    faults: [
      '5:23: sessions.printing: met "thinprint"; allowed: thinprint together with the key sessions.thinprint, because hosts need its engine and the engine a licence server; add thinprint: { licenceServer, engine, switches } under sessions, or write printing: redirect',
    ],
  },
  {
    what: "settings of thinprint without thinprint",
    lines: [`sessions: { thinprint: { licenceServer: 10.60.0.170, ${engine} } }`],
    faults: [
      "5:24: sessions.thinprint: met a map of licenceServer, engine, switches; allowed: no such key with sessions.printing redirect, because nothing would use it; remove it, or write printing: thinprint",
    ],
  },
  {
    what: "a licence server nobody reaches",
    lines: [
      `sessions: { printing: thinprint, thinprint: { licenceServer: 10.99.0.1, ${engine} } }`,
    ],
    faults: [
      `5:62: sessions.thinprint.licenceServer: met "10.99.0.1"; allowed: an address that hosts reach: in the firm's network 10.64.10.0/24, the hub 10.60.0.0/22, or the network of an office under sites; write such an address, or add the office it is in to sites`,
    ],
  },
  {
    what: "a licence server among the session hosts",
    lines: [
      `sessions: { printing: thinprint, thinprint: { licenceServer: 10.64.10.20, ${engine} } }`,
    ],
    faults: [
      `5:62: sessions.thinprint.licenceServer: met "10.64.10.20"; allowed: an address from 10.64.10.180 to 10.64.10.190, the part of 10.64.10.0/24 that is kept for servers; move the server there`,
    ],
  },
  {
    what: "universal print in a managed domain",
    lines: [managed, "sessions: { printing: universalPrint }"],
    faults: [
      '6:23: sessions.printing: met "universalPrint"; allowed: universalPrint with identity.mode entra or hybrid, because it serves devices known to Entra and hosts of a managed domain are not; write printing: redirect, or another identity.mode',
    ],
  },
  {
    what: "generation 0",
    lines: ["sessions: { generation: 0 }"],
    faults: [
      "5:25: sessions.generation: met 0; allowed: a whole number from 1 to 999; write generation: 1",
    ],
  },
  {
    what: "a previous generation that is the present one",
    lines: [
      "sessions: { generation: 2, previous: { generation: 2, hosts: { size: Standard_D8as_v5, count: 1 }, until: 2026-12-08 } }",
    ],
    faults: [
      "5:52: sessions.previous.generation: met 2; allowed: another number than sessions.generation, which is 2; write the number of the generation that is left, or remove previous",
    ],
  },
  {
    what: "a previous generation that never goes",
    lines: [
      "sessions: { generation: 2, previous: { generation: 1, hosts: { size: Standard_D8as_v5, count: 1 } } }",
    ],
    faults: [
      "5:28: sessions.previous.until: met nothing; allowed: the day on which they are removed, a date; add until: 2026-12-24",
    ],
  },
  {
    what: "a host below the documented minimum",
    lines: ["sessions: { hosts: { size: Standard_D2as_v5, count: 4 } }"],
    faults: [
      '5:28: sessions.hosts.size: met "Standard_D2as_v5"; allowed: Standard_D8as_v5, Standard_E8as_v5, Standard_D16as_v5, Standard_E16as_v5 or Standard_D32as_v5 (at least 8 vCPU and 16 GiB); choose a larger size, Standard_D2as_v5 has 2 vCPU and 8 GiB',
    ],
  },
  {
    what: "more hosts than the network has addresses for",
    lines: [
      "people: { supervisor: a@b.example, staff: 100 }",
      "sessions: { hosts: { size: Standard_D8as_v5, count: 100 }, generation: 2, previous: { generation: 1, hosts: { size: Standard_D8as_v5, count: 24 }, until: 2026-12-08 } }",
    ],
    faults: [
      '3:10: network: met "10.64.10.0/24"; allowed: a network with room for all session hosts: half of this one has 123 addresses for them, and there are 124; write a network of /23, or fewer hosts',
    ],
  },
  {
    what: "more hosts than one deployment may create",
    lines: [
      "people: { supervisor: a@b.example, staff: 500, externals: 4000, externalsAtOnce: 400 }",
      `sessions: { applications: [${app}] }`,
      "data: { profile: 5 GiB }",
    ],
    faults: [
      "4:43: people.staff: met 500; allowed: people for at most 100 session hosts, these need 113; write a lower sessions.load or larger hosts under sessions.hosts, or make two firms",
    ],
  },
  {
    what: "one copy where there are three zones (STO-16)",
    lines: ["data: { redundancy: local }"],
    faults: [
      `5:21: data.redundancy: met "local"; allowed: zone or geo in a region with availability zones, because a firm's only copies must not be in one data centre; write redundancy: zone`,
    ],
  },
  {
    what: "zones in a region without",
    lines: ["region: francesouth"],
    faults: [
      "5:9: region: met francesouth; allowed: a region with availability zones, because data.redundancy is zone; write data.redundancy: local, or choose another region",
    ],
  },
  {
    what: "geo in a region without zones",
    lines: ["region: francesouth", "data: { redundancy: geo }"],
    faults: [
      "5:9: region: met francesouth; allowed: a region with availability zones, because data.redundancy is geo; write data.redundancy: local, or choose another region",
    ],
  },
  {
    what: "geo in a region without a pair",
    lines: ["region: italynorth", "data: { redundancy: geo }"],
    faults: [
      '6:21: data.redundancy: met "geo"; allowed: zone in italynorth, because Azure has paired no other region with it; write redundancy: zone, or choose another region',
    ],
    rules: { allowedRegions: ["italynorth"] },
  },
  {
    what: "a region the provider does not allow (A38)",
    lines: ["region: westeurope"],
    faults: [
      '5:9: region: met "westeurope"; allowed: francecentral or francesouth; write region: francecentral, or have the provider allow this region',
    ],
  },
  {
    what: "files in another region than hosts (A27)",
    lines: ["data: { region: westeurope }"],
    faults: [
      `5:9: data.region: met the key "region"; allowed: the keys store, dossiers, profile, drive, redundancy, archive; remove it: client files are in the firm's region, for databases opened from another one are slow and break`,
    ],
  },
  {
    what: "a file server without a domain",
    lines: ["data: { store: fileServer }"],
    faults: [
      '5:16: data.store: met "fileServer"; allowed: fileServer with identity.mode hybrid or domainServices, because a Windows server knows users by its domain only; write store: azureFiles, or identity.mode: hybrid with its domain',
    ],
  },
  {
    what: "a file server larger than the largest disk",
    lines: [hybrid, "data: { store: fileServer, dossiers: 33 TiB }"],
    faults: [
      '6:38: data.dossiers: met "33 TiB"; allowed: at most 32767 GiB with data.store fileServer, the largest disk there is; write dossiers: 32767 GiB, or store: azureFiles',
    ],
  },
  {
    what: "profiles that fit into no share",
    lines: [people("externals: 5000, externalsAtOnce: 10"), `sessions: { applications: [${app}] }`],
    faults: [
      "1:1: data.profile: met 30 GiB for each of 5005 people; allowed: profiles that fit into one share of 100 TiB together; write profile: 20 GiB, or make two firms",
    ],
  },
  {
    what: "an archive twice",
    lines: ["data: { archive: [comptable10, paie5, comptable10] }"],
    faults: [
      '5:39: data.archive[2]: met "comptable10"; allowed: each archive once; remove one of the two',
    ],
  },
  {
    what: "an archive that no law knows",
    lines: ["data: { archive: [comptable8] }"],
    faults: [
      '5:19: data.archive[0]: met "comptable8"; allowed: comptable10, fiscal6, paie5 or paieElectronique50; write comptable10',
    ],
  },
  {
    what: "a drive that Windows keeps for itself",
    lines: ["data: { drive: C }"],
    faults: ['5:16: data.drive: met "C"; allowed: one letter from F to Z; write drive: Q'],
  },
  {
    what: "hybrid without a domain",
    lines: ["identity: { mode: hybrid }"],
    faults: [
      "5:11: identity.domain: met nothing; allowed: a value with identity.mode hybrid, because hosts must be told which domain they join; add domain: cabinet-moreau.example",
      '5:11: identity.ou: met nothing; allowed: a value with identity.mode hybrid, because a unit of their own keeps other group policies off the hosts; add ou: "OU=Postes,DC=cabinet-moreau,DC=example"',
      "5:11: identity.joinAccount: met nothing; allowed: a value with identity.mode hybrid, because somebody must be allowed to join them; add joinAccount: svc-join@cabinet-moreau.example",
      "5:11: identity.dnsServers: met nothing; allowed: a value with identity.mode hybrid, because hosts find a domain by its DNS only; add dnsServers: [10.64.9.52, 10.64.9.53]",
    ],
  },
  {
    what: "a managed domain without its account",
    lines: [
      `identity: { mode: domainServices, domain: a.example, ou: 'OU=x,DC=a,DC=example', dnsServers: [10.60.0.4, 10.60.0.5] }`,
    ],
    faults: [
      "5:11: identity.joinAccount: met nothing; allowed: a value with identity.mode domainServices, because somebody must be allowed to join them; add joinAccount: svc-join@cabinet-moreau.example",
    ],
  },
  {
    what: "a domain with hosts joined to Entra alone",
    lines: ["identity: { domain: cabinet-petit.example }"],
    faults: [
      '5:21: identity.domain: met "cabinet-petit.example"; allowed: no such key with identity.mode entra, because hosts join no domain; remove it, or write mode: hybrid',
    ],
  },
  {
    what: "a unit of another domain",
    lines: [hybrid.replace("DC=cabinet-petit", "DC=autre")],
    faults: [
      "5:62: identity.ou: met 'OU=Postes,DC=autre,DC=example'; allowed: a unit of the domain cabinet-petit.example, this one is in autre.example; end it in DC=cabinet-petit,DC=example",
    ],
  },
  {
    what: "a password in the file",
    lines: [hybrid.replace("joinAccount", "joinPassword: Secret123, joinAccount")],
    faults: [
      `5:103: identity.joinPassword: met the key "joinPassword"; allowed: the keys mode, domain, ou, joinAccount, joinSecret, dnsServers; remove it and change the password, it is no secret any more; put the new one into the firm's key vault, under the name in joinSecret`,
    ],
  },
  {
    what: "the supervisor as the account that joins",
    lines: ["people: { supervisor: svc-join@cabinet-petit.example, staff: 5 }", hybrid],
    faults: [
      '5:116: identity.joinAccount: met "svc-join@cabinet-petit.example"; allowed: an account that joins machines and does nothing else; create one of its own for it, the supervisor is a person',
    ],
  },
  {
    what: "a domain controller nobody reaches",
    lines: [hybrid.replace("10.64.10.181", "192.168.10.5")],
    faults: [
      `5:175: identity.dnsServers[1]: met "192.168.10.5"; allowed: an address that hosts reach: in the firm's network 10.64.10.0/24, the hub 10.60.0.0/22, or the network of an office under sites; write such an address, or add the office it is in to sites`,
    ],
  },
  {
    what: "a domain controller in an office without gateway",
    lines: [
      hybrid.replace("10.64.10.181", "192.168.10.5"),
      "sites: { meylan: { lan: 192.168.10.0/24 } }",
    ],
    faults: [
      `5:175: identity.dnsServers[1]: met "192.168.10.5"; allowed: an address in Azure while the platform has no VPN gateway, this one is in the office meylan; have the provider set cabinet:vpnGateway: VpnGw1AZ, or put the server into the firm's network`,
    ],
  },
  {
    what: "a domain controller among the session hosts",
    lines: [hybrid.replace("10.64.10.181", "10.64.10.5")],
    faults: [
      `5:175: identity.dnsServers[1]: met "10.64.10.5"; allowed: an address from 10.64.10.180 to 10.64.10.190, the part of 10.64.10.0/24 that is kept for servers; move the server there`,
    ],
  },
  {
    what: "a domain controller twice",
    lines: [hybrid.replace("10.64.10.181", "10.64.10.180")],
    faults: [
      '5:175: identity.dnsServers[1]: met "10.64.10.180"; allowed: each domain controller once; remove one of the two',
    ],
  },
  {
    what: "one domain controller for all",
    lines: [hybrid.replace(", 10.64.10.181", "")],
    faults: [
      "5:160: identity.dnsServers: met a list of one value; allowed: two domain controllers at least, when none is in an office; add a second one: without the only one nobody signs in",
    ],
  },
  {
    what: "a managed domain in an office",
    lines: [
      managed.replace("10.60.0.165", "192.168.10.5"),
      "sites: { meylan: { lan: 192.168.10.0/24 } }",
    ],
    faults: [
      '5:182: identity.dnsServers[1]: met "192.168.10.5"; allowed: addresses of the managed domain, which is in Azure, with identity.mode domainServices; this one is in an office; write the two addresses that Entra Domain Services shows, or mode: hybrid',
    ],
    rules: { vpnGateway: "VpnGw1AZ" },
  },
  {
    what: "a domain controller with a public address",
    lines: [hybrid.replace("10.64.10.181", "51.4.1.1")],
    faults: [
      '5:175: identity.dnsServers[1]: met "51.4.1.1"; allowed: a domain controller: a private IPv4 address; write an address in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16',
    ],
  },
  {
    what: "a season around New Year",
    lines: [season("from: 11-15, until: 01-31, weekdays: 06:30-22:00")],
    faults: [
      '5:42: workday.season.until: met "01-31"; allowed: a day from 11-15 to 12-31, because a season lies within one year; write a later day, or the part of the season that counts most',
    ],
  },
  {
    what: "a season of the same hours",
    lines: [season("from: 01-15, until: 05-31, weekdays: 07:00-20:00")],
    faults: [
      '5:59: workday.season.weekdays: met "07:00-20:00"; allowed: other hours than in the rest of the year, because a season of the same hours is none; write longer hours, like 06:30-22:00, or remove the season',
    ],
  },
  {
    what: "a season that ends on 31 April",
    lines: [season("from: 01-15, until: 04-31, weekdays: 06:30-22:00")],
    faults: [
      '5:42: workday.season.until: met "04-31"; allowed: a day of every year, month and day; write a day from 04-01 to 04-30',
    ],
  },
  {
    what: "hours that end before they begin",
    lines: ["workday: { weekdays: 20:00-07:00 }"],
    faults: [
      '5:22: workday.weekdays: met "20:00-07:00"; allowed: a time range of at least one hour within a day; write the start before the end, at least one hour apart',
    ],
  },
  {
    what: "hours into the night",
    lines: ["workday: { saturday: 18:00-24:00 }"],
    faults: [
      '5:22: workday.saturday: met "18:00-24:00"; allowed: a time range of at least one hour within a day, or closed; write 23:59 for the end of the day, like "07:00-23:59"',
    ],
  },
  {
    what: "a closed day twice",
    lines: ["workday: { closed: [2026-12-24, 2026-12-24] }"],
    faults: [
      '5:33: workday.closed[1]: met "2026-12-24"; allowed: each day once; remove one of the two',
    ],
  },
  {
    what: "a closed day that is a holiday",
    lines: ["workday: { closed: [2026-12-25] }"],
    faults: [
      '5:21: workday.closed[0]: met "2026-12-25"; allowed: a day on which the firm would work, this one is a public holiday already: Noël; remove it',
    ],
  },
  {
    what: "a closed day that is a Sunday",
    lines: ["workday: { closed: [2026-12-27] }"],
    faults: [
      '5:21: workday.closed[0]: met "2026-12-27"; allowed: a day on which the firm would work, this one is a Sunday and closed anyway; remove it',
    ],
  },
  {
    what: "a closed Saturday of a firm that never works on one",
    lines: ["workday: { closed: [2026-12-26] }"],
    faults: [
      '5:21: workday.closed[0]: met "2026-12-26"; allowed: a day on which the firm would work, this one is a Saturday and closed anyway; remove it',
    ],
  },
  {
    what: "a closed day that no month has",
    lines: ["workday: { closed: [2026-13-24] }"],
    faults: [
      '5:21: workday.closed[0]: met "2026-13-24"; allowed: a day on which the firm is closed, a date; write a day that the month has',
    ],
  },
  {
    what: "hours in which the provider patches",
    lines: ["workday: { weekdays: 05:00-20:00 }"],
    faults: [
      '5:22: workday.weekdays: met "05:00-20:00"; allowed: hours apart from Wednesday 04:00-05:30, when the provider patches servers; write other hours, or ask the provider to move cabinet:maintenanceWindow',
    ],
    rules: {
      maintenance: {
        day: "Wednesday",
        hours: { from: { hour: 4, minute: 0 }, until: { hour: 5, minute: 30 } },
      },
    },
  },
  {
    what: "a season in which the provider patches",
    lines: [season("from: 01-15, until: 05-31, weekdays: 06:30-23:00")],
    faults: [
      '5:59: workday.season.weekdays: met "06:30-23:00"; allowed: hours apart from Wednesday 22:00-23:30, when the provider patches servers; write other hours, or ask the provider to move cabinet:maintenanceWindow',
    ],
    rules: {
      maintenance: {
        day: "Wednesday",
        hours: { from: { hour: 22, minute: 0 }, until: { hour: 23, minute: 30 } },
      },
    },
  },
];

test.each(refusals)("rejects $what", ({ lines, faults, rules }) => {
  expect(firmFaults(firmOf(lines), rules)).toEqual(faults.map((fault) => `petit.yaml:${fault}`));
});

const accepted: readonly Omit<Refusal, "faults">[] = [
  {
    what: "twain with Citrix (A20)",
    lines: [hybrid, `sessions: { broker: citrix, scanning: twain, ${citrix} }`],
  },
  { what: "a drop folder without Citrix (A20)", lines: ["sessions: { scanning: folder }"] },
  {
    what: "a region of the provider's list (A38)",
    lines: ["region: francesouth", "data: { redundancy: local }"],
  },
  { what: "geo where Azure has a pair", lines: ["data: { redundancy: geo }"] },
  {
    what: "a file server in a domain",
    lines: [hybrid, "data: { store: fileServer, dossiers: 31 TiB }"],
  },
  {
    what: "Citrix in a managed domain",
    lines: [managed, `sessions: { broker: citrix, ${citrix} }`],
  },
  {
    what: "one domain controller in an office behind the gateway",
    lines: [
      hybrid.replace("10.64.10.180, 10.64.10.181", "192.168.10.5"),
      "sites: { meylan: { lan: 192.168.10.0/24 } }",
    ],
    rules: { vpnGateway: "VpnGw1AZ" },
  },
  {
    what: "a closed Saturday in a season with Saturdays",
    lines: [
      "workday: { season: { from: 01-15, until: 05-31, weekdays: 07:00-20:00, saturday: 08:00-12:00 }, closed: [2027-04-03] }",
    ],
  },
];

test.each(accepted)("accepts $what", ({ lines, rules }) => {
  expect(firmFaults(firmOf(lines), rules)).toEqual([]);
});
