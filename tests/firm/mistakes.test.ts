import { firmFaults, firmOf, firmRules } from "../support/firm-file";

// What people really write wrongly: copied from another place, typed one key too far, or meant well.

const raw = String.raw;
const hybrid = (changes: Readonly<Record<string, string>> = {}) => {
  const keys = {
    domain: "cabinet-petit.example",
    ou: "'OU=Postes,DC=cabinet-petit,DC=example'",
    joinAccount: "svc-join@cabinet-petit.example",
    dnsServers: "[10.64.10.180, 10.64.10.181]",
    mode: "hybrid",
    ...changes,
  };
  return `identity: { ${Object.entries(keys)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")} }`;
};
const agentHash = "ab".repeat(32);
const citrix = (changes: Readonly<Record<string, string>> = {}) => {
  const keys = {
    customer: "petit7f3k2a",
    resourceLocation: "7a1d2c3b-0000-4000-8000-000000000001",
    clientId: "7a1d2c3b-0000-4000-8000-000000000002",
    agent: `{ url: https://logiciels.example/vda.exe, sha256: ${agentHash} }`,
    ...changes,
  };
  return `broker: citrix, citrix: { ${Object.entries(keys)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")} }`;
};
const thinprint = (hash: string, switches = "/quiet", server = "10.64.10.182") =>
  `printing: thinprint, thinprint: { licenceServer: ${server}, engine: { url: https://logiciels.example/e.exe, sha256: ${hash} }, switches: ${switches} }`;
const clients = "people: { supervisor: a@b.example, staff: 5, externals: 10 }";
const app = (path: string, more = "") => raw`{ name: Caisse, path: ${path}${more} }`;
const exception = (rule: string, more: string) => `{ rule: ${rule}, ${more}until: 2026-12-31 }`;

const mistakes: readonly (readonly [what: string, lines: readonly string[], fault: string])[] = [
  [
    "the platform's subscription",
    [`subscription: ${firmRules.subscription}`],
    "2:15: subscription: met \"5e0c1b2a-0000-4000-8000-000000000001\"; allowed: a subscription of the firm's own, this one is the platform's; write the id of the firm's own subscription, `az account list --output table`",
  ],
  [
    "the tenant for the subscription",
    [`subscription: ${firmRules.tenant}`],
    '2:15: subscription: met "1b2c3d4e-0000-4000-8000-000000000001"; allowed: a subscription, this is the id of the tenant; write the id of the firm\'s own subscription, `az account list --output table`',
  ],
  [
    "the resource location as the API client",
    [hybrid(), `sessions: { ${citrix({ clientId: "7a1d2c3b-0000-4000-8000-000000000001" })} }`],
    `6:128: sessions.citrix.clientId: met "7a1d2c3b-0000-4000-8000-000000000001"; allowed: another id than those above: no two of Azure's and Citrix's are the same; copy it once more from where it is shown`,
  ],
  [
    "the subscription as the API client",
    [hybrid(), `sessions: { ${citrix({ clientId: "6f1d2c3b-0000-4000-8000-000000000002" })} }`],
    `6:128: sessions.citrix.clientId: met "6f1d2c3b-0000-4000-8000-000000000002"; allowed: another id than those above: no two of Azure's and Citrix's are the same; copy it once more from where it is shown`,
  ],
  [
    "a supervisor at a provider of mail",
    ["people: { supervisor: paul.petit@gmail.com, staff: 5 }"],
    `4:23: people.supervisor: met "paul.petit@gmail.com"; allowed: a sign-in name in a domain of the tenant, gmail.com is everybody's; write the name that the person signs in to Microsoft 365 with`,
  ],
  [
    "a supervisor at a French provider",
    ["people: { supervisor: cabinetpetit@orange.fr, staff: 5 }"],
    `4:23: people.supervisor: met "cabinetpetit@orange.fr"; allowed: a sign-in name in a domain of the tenant, orange.fr is everybody's; write the name that the person signs in to Microsoft 365 with`,
  ],
  [
    "a mailbox for a supervisor",
    ["people: { supervisor: contact@cabinet-petit.example, staff: 5 }"],
    `4:23: people.supervisor: met "contact@cabinet-petit.example"; allowed: a person: whoever reads a shared mailbox would give rights to everybody; write the person's own sign-in name`,
  ],
  [
    "the domain's administrator to join",
    [hybrid({ joinAccount: "Administrateur@cabinet-petit.example" })],
    `5:102: identity.joinAccount: met "Administrateur@cabinet-petit.example"; allowed: an account that joins machines and does nothing else: every host's set-up reads its password; create svc-join with that one right`,
  ],
  [
    "an account of Entra to join a domain",
    [hybrid({ joinAccount: "svc-join@petit.onmicrosoft.com" })],
    '5:102: identity.joinAccount: met "svc-join@petit.onmicrosoft.com"; allowed: an account of the domain, this one is known to Entra only and joins nothing; write svc-join@cabinet-petit.example',
  ],
  [
    "Entra's name for a domain",
    [hybrid({ domain: "petit.onmicrosoft.com", ou: "'OU=Postes,DC=petit,DC=onmicrosoft,DC=com'" })],
    '5:21: identity.domain: met "petit.onmicrosoft.com"; allowed: the name of an Active Directory domain, this one is Entra\'s own, which no domain controller serves; write the name that `Get-ADDomain` shows under DNSRoot',
  ],
  [
    "hosts among the domain controllers",
    [hybrid({ ou: "'OU=Domain Controllers,DC=cabinet-petit,DC=example'" })],
    "5:48: identity.ou: met 'OU=Domain Controllers,DC=cabinet-petit,DC=example'; allowed: a unit of the session hosts' own: in this one they would be told what domain controllers are told; create a unit beside it, such as OU=Postes",
  ],
  [
    "a third controller of a managed domain",
    [hybrid({ mode: "domainServices", dnsServers: "[10.60.0.164, 10.60.0.165, 10.60.0.166]" })],
    "5:146: identity.dnsServers: met a list of 3 values; allowed: the two addresses of the managed domain; Microsoft runs two controllers, no more; write the two that Entra Domain Services shows, such as 10.60.0.164 and 10.60.0.165",
  ],
  [
    "a join secret that the program writes",
    [hybrid({ joinSecret: "session-hosts" })],
    '5:202: identity.joinSecret: met "session-hosts"; allowed: the name of a secret that a person puts into the vault; this one is written by the program, which would overwrite it; choose another name',
  ],
  [
    "a secret of Citrix that the program writes",
    [hybrid(), `sessions: { ${citrix({ clientSecret: "file-server" })} }`],
    '6:305: sessions.citrix.clientSecret: met "file-server"; allowed: the name of a secret that a person puts into the vault; this one is written by the program, which would overwrite it; choose another name',
  ],
  [
    "one secret for two passwords",
    [
      hybrid({ joinSecret: "mot-de-passe" }),
      `sessions: { ${citrix({ clientSecret: "mot-de-passe" })} }`,
    ],
    '6:305: sessions.citrix.clientSecret: met "mot-de-passe"; allowed: another secret than identity.joinSecret: one text cannot be the password of both; choose another name',
  ],
  [
    "a licence server on a domain controller",
    [hybrid(), `sessions: { ${thinprint(agentHash, "/quiet", "10.64.10.180")} }`],
    '6:62: sessions.thinprint.licenceServer: met "10.64.10.180"; allowed: a server of its own, this one is a domain controller: what opens a print service there opens the domain; install the licence server on another machine',
  ],
  [
    "one file's hash for two installers",
    [hybrid(), `sessions: { ${citrix()}, ${thinprint(agentHash)} }`],
    "6:412: sessions.thinprint.engine.sha256: met \"abababababababababababababababababababababababababababababab…\"; allowed: the SHA-256 of ThinPrint's own file, this one is that of Citrix' agent; write what `Get-FileHash <file>` prints for the engine",
  ],
  [
    "a licence key among the switches",
    [hybrid(), `sessions: { ${thinprint("cd".repeat(32), '"/quiet PASSWORD=Bonjour1"')} }`],
    "6:210: sessions.thinprint.switches: met a text that is not shown; allowed: arguments without a password: every process of the host can read them; remove it and change the password, it is no secret any more",
  ],
  [
    "a shell for clients",
    [clients, raw`sessions: { applications: [${app(raw`C:\Windows\System32\cmd.exe`)}] }`],
    raw`5:50: sessions.applications[0].path: met "C:\Windows\System32\cmd.exe"; allowed: a program for work; from this one, externals would start every other program of the host; publish the program itself`,
  ],
  [
    "PowerShell for clients",
    [
      clients,
      raw`sessions: { applications: [${app(raw`C:\Windows\System32\WindowsPowerShell\v1.0\PowerShell.exe`)}] }`,
    ],
    raw`5:50: sessions.applications[0].path: met "C:\Windows\System32\WindowsPowerShell\v1.0\PowerShell.exe"; allowed: a program for work; from this one, externals would start every other program of the host; publish the program itself`,
  ],
  [
    "the desktop as an application",
    [clients, raw`sessions: { applications: [${app(raw`C:\Windows\explorer.exe`)}] }`],
    raw`5:50: sessions.applications[0].path: met "C:\Windows\explorer.exe"; allowed: a program for work; from this one, externals would start every other program of the host; publish the program itself`,
  ],
  [
    "another remote desktop from within",
    [clients, raw`sessions: { applications: [${app(raw`C:\Windows\System32\mstsc.exe`)}] }`],
    raw`5:50: sessions.applications[0].path: met "C:\Windows\System32\mstsc.exe"; allowed: a program for work; from this one, externals would start every other program of the host; publish the program itself`,
  ],
  [
    "a program in one person's profile",
    [
      clients,
      raw`sessions: { applications: [${app(raw`C:\Users\paul\AppData\Local\Caisse.exe`)}] }`,
    ],
    raw`5:50: sessions.applications[0].path: met "C:\Users\paul\AppData\Local\Caisse.exe"; allowed: a program that every user of the host finds; this one is in one person's profile; install it for all users, under C:\Program Files`,
  ],
  [
    "one program under two names",
    [
      clients,
      raw`sessions: { applications: [${app(raw`C:\Caisse.exe`)}, { name: Caisse enregistreuse, path: c:\caisse.exe }] }`,
    ],
    '5:75: sessions.applications[1].name: met "Caisse enregistreuse"; allowed: one name for one program, this one is Caisse already; remove one of the two, or write other arguments',
  ],
  [
    "a password on a command line",
    [
      clients,
      raw`sessions: { applications: [${app(raw`C:\Caisse.exe`, ", arguments: /user=a /pwd=Bonjour1")}] }`,
    ],
    "5:76: sessions.applications[0].arguments: met a text that is not shown; allowed: arguments without a password: every process of the host can read them; remove it and change the password, it is no secret any more",
  ],
  [
    "Quadra Connect as a shell",
    [
      clients,
      "suite: quadra",
      "services: [quadraConnect]",
      raw`quadraConnect: { path: C:\Windows\System32\cmd.exe }`,
    ],
    raw`7:24: quadraConnect.path: met "C:\Windows\System32\cmd.exe"; allowed: a program for work; from this one, externals would start every other program of the host; publish the program itself`,
  ],
  [
    "a machine for everybody",
    ["sessions: { hosts: { size: Standard_D8as_v5, count: 20 } }"],
    "5:53: sessions.hosts.count: met 20; allowed: no more hosts than people who work on them at once, which is 5; write hosts: auto, or the number of machines, not of people",
  ],
  [
    "a season of the whole year",
    ["workday: { season: { from: 01-01, until: 12-31, weekdays: 06:30-22:00 } }"],
    '5:42: workday.season.until: met "12-31"; allowed: a part of the year, because a season of the whole year is none; write its last day, or its hours under workday',
  ],
  [
    "an exception twice",
    [
      `exceptions: [${exception("public-address", "reason: for the migration, ")}, ${exception("public-address", "reason: prolonged by a month, ")}]`,
    ],
    '5:94: exceptions[1].rule: met "public-address"; allowed: each rule and resource once; remove one of the two, or move its end',
  ],
  [
    "an exception for one thing beside one for all",
    [
      `exceptions: [${exception("public-address", "reason: for the migration, ")}, ${exception("public-address", "resource: hosts-g1-1-nic, reason: for the migration, ")}]`,
    ],
    '5:120: exceptions[1].resource: met "hosts-g1-1-nic"; allowed: public-address for single resources or for all; another exception is for all; remove one of the two',
  ],
  [
    "secrets in clear, for a while",
    [`exceptions: [${exception("plain-secrets", "reason: for the migration, ")}]`],
    '5:22: exceptions[0].rule: met "plain-secrets"; allowed: a guardrail that can be set aside, this one never is; mend what it finds',
  ],
  [
    "a firm in another's subscription, for a while",
    [`exceptions: [${exception("firm-boundary", "reason: for the migration, ")}]`],
    '5:22: exceptions[0].rule: met "firm-boundary"; allowed: a guardrail that can be set aside, this one never is; mend what it finds',
  ],
  [
    "two things of one name, for a while",
    [`exceptions: [${exception("unique-names", "reason: for the migration, ")}]`],
    '5:22: exceptions[0].rule: met "unique-names"; allowed: a guardrail that can be set aside, this one never is; mend what it finds',
  ],
  [
    "a reason that is none",
    [`exceptions: [${exception("CKV_AZURE_59", "reason: todo, ")}]`],
    '5:44: exceptions[0].reason: met "todo"; allowed: a reason of at least 10 characters that somebody else understands; write why, and what must happen until then',
  ],
];

test.each(mistakes)("rejects %s", (_, lines, fault) => {
  expect(firmFaults(firmOf(lines))).toEqual([`petit.yaml:${fault}`]);
});
