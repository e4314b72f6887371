import {
  compareServer,
  type ExpectedServer,
  type ObservedServer,
} from "../../infra/slim-server/compare-server";
import { fresh, installed, running, server } from "./servers";

const controller: ExpectedServer = { role: "controller", features: [], queues: [] };
const print: ExpectedServer = { role: "print", features: [], queues: ["accueil"] };
const single: ExpectedServer = { role: "server", features: [], queues: ["accueil"] };
const host: ExpectedServer = { role: "host", features: [], queues: [] };

function told(observed: ObservedServer, expected: ExpectedServer): readonly string[] {
  return compareServer(observed, expected).map(
    ({ code, subject, phrase }) => `${code} ${subject} | ${phrase.fr} | ${phrase.en}`,
  );
}

function codes(observed: ObservedServer, expected: ExpectedServer): readonly string[] {
  return compareServer(observed, expected).map(({ code, subject }) => `${code} ${subject}`);
}

test.each<[string, ObservedServer, ExpectedServer]>([
  ["a domain controller on Server Core", server.controller, controller],
  ["a print machine with its queue", server.print, print],
  ["one server for everything", server.single, single],
  ["a Hyper-V host", server.host, host],
])("A08: %s is as slim as it should be", (_, observed, expected) => {
  expect(told(observed, expected)).toEqual([]);
});

test("A08: a web server that was added is told with its reason", () => {
  const observed = {
    ...server.controller,
    features: [
      ...server.controller.features,
      "Web-Server",
      "Web-WebServer",
      "Web-Static-Content",
      "WAS",
    ],
  };
  const reason =
    "est interdit : un serveur web ouvre le serveur au réseau et n'est d'aucune utilité au cabinet.";
  const english =
    "is forbidden: a web server opens the server to the network and is of no use in the office.";
  expect(told(observed, controller)).toEqual(
    ["Web-Server", "Web-WebServer", "Web-Static-Content", "WAS"].map(
      (name) => `slim:feature:forbidden ${name} | ${name} ${reason} | ${name} ${english}`,
    ),
  );
});

test("an old terminal server is told role by role, leftovers of Citrix, databases and shares included", () => {
  const observed: ObservedServer = {
    features: [
      ...fresh.desktop,
      "File-Services",
      "FS-FileServer",
      "FS-SMB1",
      "Remote-Desktop-Services",
      "RDS-RD-Server",
      "RDS-Licensing",
      "RSAT",
      "RSAT-Role-Tools",
      "RSAT-RDS-Tools",
      "RDS-Licensing-UI",
      "Server-Media-Foundation",
    ],
    services: [
      ...running("Spooler", "TermServLicensing", "TermService", "MSSQL$QUADRA", "SQLWriter"),
      ...running("BrokerAgent", "CitrixHealthAssistant"),
    ],
    shares: installed.shares("Qappli", "RACDATA01", "Dossiers clients", "claire$", "C$", "ADMIN$"),
  };
  expect(told(observed, print)).toEqual([
    "slim:feature:missing Print-Services | Print-Services manque : la machine d'impression est là pour ce rôle. | Print-Services is missing: the print machine is there for this role.",
    "slim:feature:missing Print-Server | Print-Server manque : la machine d'impression est là pour ce rôle. | Print-Server is missing: the print machine is there for this role.",
    "slim:feature:forbidden FS-SMB1 | FS-SMB1 est interdit : un protocole ancien que les rançongiciels et les attaques de mots de passe exploitent. | FS-SMB1 is forbidden: an old protocol that ransomware and attacks on passwords exploit.",
    ...[
      "Remote-Desktop-Services",
      "RDS-RD-Server",
      "RDS-Licensing",
      "RSAT-RDS-Tools",
      "RDS-Licensing-UI",
    ].map(
      (name) =>
        `slim:feature:forbidden ${name} | ${name} est interdit : les sessions sont hébergées dans Azure, le bureau à distance n'a plus sa place au cabinet. | ${name} is forbidden: sessions are hosted in Azure, no remote desktop remains in the office.`,
    ),
    "slim:feature:unexpected Server-Media-Foundation | Server-Media-Foundation n'est pas dans la liste autorisée : la machine d'impression garde Print-Services, Print-Server, et leurs outils. | Server-Media-Foundation is not on the allow list: the print machine keeps Print-Services, Print-Server, and their tools.",
    "slim:service:remoteDesktop TermServLicensing | Le service TermServLicensing est à retirer : un reste de bureau à distance, alors que les sessions sont dans Azure. | The service TermServLicensing is to be removed: a leftover of remote desktop, while sessions are in Azure.",
    ...["MSSQL$QUADRA", "SQLWriter"].map(
      (name) =>
        `slim:service:database ${name} | Le service ${name} est à retirer : une base de données, alors que la production est hébergée dans Azure. | The service ${name} is to be removed: a database, while production is hosted in Azure.`,
    ),
    ...["BrokerAgent", "CitrixHealthAssistant"].map(
      (name) =>
        `slim:service:citrix ${name} | Le service ${name} est à retirer : un reste de Citrix, alors que les sessions sont dans Azure. | The service ${name} is to be removed: a leftover of Citrix, while sessions are in Azure.`,
    ),
    ...["Qappli", "RACDATA01", "Dossiers clients"].map(
      (name) =>
        `slim:share:production ${name} | Le partage ${name} est à retirer : un partage de production, alors que les dossiers sont dans Azure et qu'une seconde copie diverge. | The share ${name} is to be removed: a production share, while client files are in Azure and a second copy comes to differ.`,
    ),
    "slim:share:user claire$ | Le partage claire$ est à retirer : un partage d'utilisateurs, qui n'est ni sauvegardé ni protégé. | The share claire$ is to be removed: a share of users, which is neither backed up nor protected.",
  ]);
});

test("a small-business server that was kept as controller is told with all that came along", () => {
  const observed: ObservedServer = {
    features: [
      ...server.single.features,
      "ServerEssentialsRole",
      "AD-Certificate",
      "ADCS-Cert-Authority",
      "ADCS-Web-Enrollment",
      "UpdateServices",
      "UpdateServices-WidDB",
      "UpdateServices-Services",
      "UpdateServices-RSAT",
      "Windows-Internal-Database",
      "NPAS",
      "FS-DFS-Namespace",
    ],
    services: [...server.single.services, ...running("WseMgmtSvc", "WseStorageSvc", "SPTimerV4")],
    shares: [
      ...server.single.shares,
      ...installed.shares("Company", "Users", "CertEnroll", "UpdateServicesPackages"),
    ],
  };
  expect(codes(observed, single)).toEqual([
    "slim:feature:forbidden ServerEssentialsRole",
    "slim:feature:forbidden AD-Certificate",
    "slim:feature:forbidden ADCS-Cert-Authority",
    "slim:feature:forbidden ADCS-Web-Enrollment",
    "slim:feature:forbidden UpdateServices",
    "slim:feature:forbidden UpdateServices-WidDB",
    "slim:feature:forbidden UpdateServices-Services",
    "slim:feature:unexpected UpdateServices-RSAT",
    "slim:feature:forbidden Windows-Internal-Database",
    "slim:feature:forbidden NPAS",
    "slim:feature:forbidden FS-DFS-Namespace",
    "slim:service:smallBusiness WseMgmtSvc",
    "slim:service:smallBusiness WseStorageSvc",
    "slim:service:smallBusiness SPTimerV4",
    "slim:share:user Company",
    "slim:share:user Users",
    "slim:share:user CertEnroll",
    "slim:share:user UpdateServicesPackages",
  ]);
});

test("a spooler that is only stopped on a domain controller starts again: it is told until it is disabled", () => {
  const withSpooler = (state: "running" | "stopped", start: "manual" | "disabled") => ({
    ...server.controller,
    services: [
      ...running("NTDS", "Kdc", "Netlogon", "DFSR", "DNS", "DHCPServer"),
      { name: "Spooler", state, start },
    ],
  });
  expect(codes(withSpooler("running", "manual"), controller)).toEqual([
    "slim:service:spooler Spooler",
  ]);
  expect(codes(withSpooler("stopped", "manual"), controller)).toEqual([
    "slim:service:spooler Spooler",
  ]);
  expect(codes(withSpooler("stopped", "disabled"), controller)).toEqual([]);
});

test("what a machine is there for, and does not do, is told", () => {
  const observed = {
    ...server.controller,
    services: server.controller.services.filter(({ name }) => name !== "DHCPServer"),
  };
  expect(told(observed, controller)).toEqual([
    "slim:service:stopped DHCPServer | Le service DHCPServer ne tourne pas : il assure le DHCP. | The service DHCPServer is not running: it provides DHCP.",
  ]);
});

test("printing on a domain controller of its own is not on its list; Hyper-V is on the host's alone", () => {
  const features = [...server.controller.features, "Print-Services", "Print-Server", "Hyper-V"];
  expect(codes({ ...server.controller, features }, controller)).toEqual([
    "slim:feature:unexpected Print-Services",
    "slim:feature:unexpected Print-Server",
    "slim:feature:unexpected Hyper-V",
  ]);
});

test("a share named after a queue of the office is the queue's, one after another name is not", () => {
  const shares = installed.shares("print$", "ACCUEIL", "bureau");
  expect(codes({ ...server.print, shares }, print)).toEqual(["slim:share:user bureau"]);
});

test("features that the firm's file allows are allowed, in Windows' spelling or not", () => {
  const features = [...server.print.features, "windows-server-backup"];
  expect(codes({ ...server.print, features }, print)).toEqual([
    "slim:feature:unexpected Windows-Server-Backup",
  ]);
  const allowed = { ...print, features: ["Windows-Server-Backup"] };
  expect(codes({ ...server.print, features }, allowed)).toEqual([]);
});
