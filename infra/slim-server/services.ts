import type { MachineRole } from "./machine-role";
import type { Phrase } from "./phrase";

const directory: readonly MachineRole[] = ["controller", "server"];

/** A service by which a role does its work: installed, but not running, is as good as missing. */
export interface NeededService {
  readonly name: string;
  /** What Windows calls it in its own log, in either language. */
  readonly title: Phrase;
  readonly roles: readonly MachineRole[];
  readonly reason: Phrase;
}

export const neededServices: readonly NeededService[] = [
  {
    name: "NTDS",
    title: { fr: "Services de domaine Active Directory", en: "Active Directory Domain Services" },
    roles: directory,
    reason: { fr: "l'annuaire", en: "the directory" },
  },
  {
    name: "Kdc",
    title: {
      fr: "Centre de distribution de clés Kerberos",
      en: "Kerberos Key Distribution Center",
    },
    roles: directory,
    reason: { fr: "les tickets du domaine", en: "the domain's tickets" },
  },
  {
    name: "Netlogon",
    title: { fr: "Netlogon", en: "Netlogon" },
    roles: directory,
    reason: { fr: "l'ouverture des sessions du domaine", en: "sign-in to the domain" },
  },
  {
    name: "DFSR",
    title: { fr: "Réplication DFS", en: "DFS Replication" },
    roles: directory,
    reason: { fr: "la réplication de SYSVOL", en: "replication of SYSVOL" },
  },
  {
    name: "DNS",
    title: { fr: "Serveur DNS", en: "DNS Server" },
    roles: directory,
    reason: { fr: "le DNS", en: "DNS" },
  },
  {
    name: "DHCPServer",
    title: { fr: "Serveur DHCP", en: "DHCP Server" },
    roles: directory,
    reason: { fr: "le DHCP", en: "DHCP" },
  },
  {
    name: "Spooler",
    title: { fr: "Spouleur d'impression", en: "Print Spooler" },
    roles: ["print", "server"],
    reason: { fr: "l'impression", en: "printing" },
  },
  {
    name: "vmms",
    title: {
      fr: "Gestion d'ordinateur virtuel Hyper-V",
      en: "Hyper-V Virtual Machine Management",
    },
    roles: ["host"],
    reason: { fr: "Hyper-V", en: "Hyper-V" },
  },
];

/**
 * Whose spooler must be off. A spooler on a domain controller has been the way to take a domain:
 * https://msrc.microsoft.com/update-guide/vulnerability/CVE-2021-34527
 */
export const spoolerOff: readonly MachineRole[] = ["controller"];

/** Why what stands behind a service has no place on a slim server. */
export type ServiceKind = "database" | "remoteDesktop" | "citrix" | "smallBusiness" | "webServer";

export interface ForbiddenService {
  readonly kind: ServiceKind;
  /** Regular expression for the whole name, in letters of any case, for .NET and ECMAScript alike. */
  readonly pattern: string;
  readonly reason: Phrase;
}

export const forbiddenServices: readonly ForbiddenService[] = [
  {
    kind: "database",
    pattern:
      "MSSQL(SERVER|\\$.*)|SQLSERVERAGENT|SQLAgent\\$.*|SQLBrowser|SQLWriter|SQLTELEMETRY.*|MSOLAP.*|ReportServer.*|MySQL.*|MariaDB.*|postgresql.*|Oracle(Service|.*TNSListener).*|Firebird(Server|Guardian).*|InterBase.*|psqlWGE|zenengine.*|SQLANY.*|HFSQL.*|Manta.*|MongoDB",
    reason: {
      fr: "une base de données, alors que la production est hébergée dans Azure",
      en: "a database, while production is hosted in Azure",
    },
  },
  {
    kind: "remoteDesktop",
    pattern: "TermServLicensing|Tssdis|TSGateway|RDMS|TScPubRPC",
    reason: {
      fr: "un reste de bureau à distance, alors que les sessions sont dans Azure",
      en: "a leftover of remote desktop, while sessions are in Azure",
    },
  },
  {
    kind: "citrix",
    pattern:
      "Citrix.*|BrokerAgent|PorticaService|IMAService|MFCom|CdfSvc|Ctx.*|PicaSvc.*|cpsvc|RadeSvc|XTE",
    reason: {
      fr: "un reste de Citrix, alors que les sessions sont dans Azure",
      en: "a leftover of Citrix, while sessions are in Azure",
    },
  },
  {
    kind: "smallBusiness",
    pattern: "MSExchange.*|Wse.*Svc|ServiceProviderRegistry|SPAdminV4|SPTimerV4|SBCore|SbsMonitor",
    reason: {
      fr: "un reste de serveur pour petites entreprises",
      en: "a leftover of a small-business server",
    },
  },
  {
    kind: "webServer",
    pattern: "Apache.*|nginx|Tomcat.*|FileZilla.*",
    reason: {
      fr: "un serveur web ou FTP, ouvert au réseau",
      en: "a web or FTP server, open to the network",
    },
  },
];
