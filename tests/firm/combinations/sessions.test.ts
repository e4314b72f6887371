import {
  testCombinations,
  app,
  citrix,
  hash,
  hybrid,
  managed,
  people,
} from "../../support/firm-combinations";

const raw = String.raw;
const engine = `engine: { url: https://logiciels.example/engine.exe, sha256: ${hash} }, switches: /quiet`;

testCombinations(
  [
    {
      what: "applications that nobody may start",
      lines: [`sessions: { applications: [${app}] }`],
      faults: [
        "5:27: sessions.applications: met a list of one value; allowed: applications together with people.externals, because they are published to externals only: staff find them on their desktop; remove it, or add people.externals: 25",
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
        '5:23: sessions.scanning: met "twain"; allowed: twain with sessions.broker citrix only, because the remote desktop protocol carries no TWAIN: the driver of each scanner would have to be in the session; write scanning: folder, or broker: citrix with the key citrix',
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
  ],
  [
    {
      what: "twain with Citrix (A20)",
      lines: [hybrid, `sessions: { broker: citrix, scanning: twain, ${citrix} }`],
    },
    { what: "a drop folder without Citrix (A20)", lines: ["sessions: { scanning: folder }"] },
    {
      what: "Citrix in a managed domain",
      lines: [managed, `sessions: { broker: citrix, ${citrix} }`],
    },
  ],
);
