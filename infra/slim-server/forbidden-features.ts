import type { Phrase } from "./phrase";
import { windowsFeatures } from "./windows-features";

interface ForbiddenGroup {
  /** Names of Windows, or how a family of them begins. */
  readonly features: readonly string[];
  readonly families?: readonly RegExp[];
  readonly reason: Phrase;
}

/** What a slim server never has, whatever a firm file says. What a family begins with is Windows' own naming. */
export const forbiddenFeatures: readonly ForbiddenGroup[] = [
  {
    features: ["Remote-Desktop-Services"],
    families: [/^RDS-/, /^RSAT-RDS-/],
    reason: {
      fr: "les sessions sont hébergées dans Azure, le bureau à distance n'a plus sa place au cabinet",
      en: "sessions are hosted in Azure, no remote desktop remains in the office",
    },
  },
  {
    features: ["WAS", "WinRM-IIS-Ext", "ManagementOdata", "WindowsPowerShellWebAccess"],
    families: [/^Web-/, /^WAS-/],
    reason: {
      fr: "un serveur web ouvre le serveur au réseau et n'est d'aucune utilité au cabinet",
      en: "a web server opens the server to the network and is of no use in the office",
    },
  },
  {
    features: [
      "FS-Resource-Manager",
      "FS-DFS-Namespace",
      "FS-Data-Deduplication",
      "FS-SyncShareService",
      "FS-NFS-Service",
      "FS-BranchCache",
      "FS-iSCSITarget-Server",
      "iSCSITarget-VSS-VDS",
      "FS-VSS-Agent",
      "BranchCache",
      "NFS-Client",
      "Storage-Replica",
      "Storage-Migration-Service",
      "Storage-Migration-Proxy",
    ],
    reason: {
      fr: "les dossiers sont dans Azure, le serveur du cabinet ne partage plus de fichiers",
      en: "client files are in Azure, the server in the office shares no files any more",
    },
  },
  {
    features: ["UpdateServices", "Windows-Internal-Database"],
    families: [/^UpdateServices-(Services|WidDB|DB)$/],
    reason: {
      fr: "une base de données et un service de mises à jour à entretenir, qu'Azure remplace",
      en: "a database and an update service to look after, which Azure replaces",
    },
  },
  {
    features: ["RemoteAccess", "DirectAccess-VPN", "Routing", "CMAK", "RPC-over-HTTP-Proxy"],
    families: [/^RSAT-RemoteAccess/],
    reason: {
      fr: "l'accès à distance passe par Azure, jamais par le serveur du cabinet",
      en: "remote access goes by Azure, never by the server in the office",
    },
  },
  {
    features: ["AD-Certificate", "ADFS-Federation", "ADLDS", "ADRMS"],
    families: [/^ADCS-/, /^ADRMS-/],
    reason: {
      fr: "une autorité ou une fédération de plus, dont la compromission livre tout le domaine",
      en: "one more authority or federation, whose loss gives away the whole domain",
    },
  },
  {
    features: [
      "ServerEssentialsRole",
      "MultiPointServerRole",
      "MultiPoint-Connector",
      "MultiPoint-Connector-Services",
      "MultiPoint-Tools",
    ],
    reason: {
      fr: "un reste de serveur pour petites entreprises, qui n'est plus maintenu",
      en: "a leftover of a small-business server, no longer maintained",
    },
  },
  {
    features: [
      "Print-LPD-Service",
      "LPR-Port-Monitor",
      "Print-Internet",
      "Fax",
      "Print-Scan-Server",
    ],
    reason: {
      fr: "un ancien service d'impression ou de télécopie sans chiffrement ni authentification",
      en: "an old print or fax service without encryption and authentication",
    },
  },
  {
    features: ["FS-SMB1", "FS-SMB1-CLIENT", "FS-SMB1-SERVER", "PowerShell-V2", "SMTP-Server"],
    families: [/^Telnet-/, /^TFTP-/, /^Simple-TCPIP$/, /^SNMP-/, /^WINS$/],
    reason: {
      fr: "un protocole ancien que les rançongiciels et les attaques de mots de passe exploitent",
      en: "an old protocol that ransomware and attacks on passwords exploit",
    },
  },
  {
    features: [
      "WDS",
      "WDS-Deployment",
      "WDS-Transport",
      "IPAM",
      "NPAS",
      "Containers",
      "Failover-Clustering",
      "NLB",
      "HostGuardianServiceRole",
      "DeviceHealthAttestationService",
      "VolumeActivation",
      "NetworkController",
      "Microsoft-Windows-Subsystem-Linux",
    ],
    families: [/^MSMQ/],
    reason: {
      fr: "un rôle qui n'a rien à faire sur un serveur réduit à l'annuaire, au DNS, au DHCP et à l'impression",
      en: "a role that has no place on a server reduced to directory, DNS, DHCP and printing",
    },
  },
];

const reasons: ReadonlyMap<string, Phrase> = new Map(
  windowsFeatures.flatMap((name) => {
    const group = forbiddenFeatures.find(
      ({ features, families = [] }) =>
        features.includes(name) || families.some((family) => family.test(name)),
    );
    return group === undefined ? [] : [[name, group.reason] as const];
  }),
);

/** Why a feature, written as Windows does, is forbidden everywhere; undefined when it is not. */
export function reasonForbidden(feature: string): Phrase | undefined {
  return reasons.get(feature);
}
