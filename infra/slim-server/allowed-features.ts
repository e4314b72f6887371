import type { MachineRole } from "./machine-role";
import type { Phrase } from "./phrase";

/**
 * Why a feature may be there. `kept`: the machine is there for it, and it must not be missing. `present`: Windows
 * brings it along, or what is kept does. `tool`: what is kept is managed by it.
 */
export interface AllowedFeature {
  readonly kind: "kept" | "present" | "tool";
  readonly features: readonly string[];
  readonly roles: readonly MachineRole[];
  readonly reason: Phrase;
}

const all: readonly MachineRole[] = ["host", "controller", "print", "server"];
const directory: readonly MachineRole[] = ["controller", "server"];
const printing: readonly MachineRole[] = ["print", "server"];

/**
 * The allow list. What a role does not find here it must not have; what is named in `forbiddenFeatures` nobody may
 * have. Defaults of an installation: "Installed by default" in
 * https://learn.microsoft.com/windows-server/administration/server-core/server-core-roles-and-services
 */
export const allowedFeatures: readonly AllowedFeature[] = [
  {
    kind: "kept",
    features: ["AD-Domain-Services"],
    roles: directory,
    reason: {
      fr: "l'annuaire du cabinet : comptes, postes et stratégies",
      en: "the firm's directory: accounts, desks and policies",
    },
  },
  {
    kind: "kept",
    features: ["DNS"],
    roles: directory,
    reason: {
      fr: "sans DNS, aucun poste ne trouve l'annuaire",
      en: "without DNS no desk finds the directory",
    },
  },
  {
    kind: "kept",
    features: ["DHCP"],
    roles: directory,
    reason: {
      fr: "les adresses des postes, des imprimantes et des scanners",
      en: "addresses of desks, printers and scanners",
    },
  },
  {
    kind: "kept",
    features: ["Print-Services", "Print-Server"],
    roles: printing,
    reason: {
      fr: "les files d'impression des imprimantes du cabinet",
      en: "queues of the office's printers",
    },
  },
  {
    kind: "kept",
    features: ["Hyper-V"],
    roles: ["host"],
    reason: {
      fr: "l'hôte porte les deux machines du cabinet, et rien d'autre",
      en: "the host carries the office's two machines, and nothing else",
    },
  },
  {
    kind: "present",
    features: ["FileAndStorage-Services", "Storage-Services"],
    roles: all,
    reason: {
      fr: "installés avec Windows Server, ils ne s'enlèvent pas",
      en: "installed with Windows Server, they cannot be removed",
    },
  },
  {
    kind: "present",
    features: ["File-Services", "FS-FileServer"],
    roles: all,
    reason: {
      fr: "le partage de fichiers porte SYSVOL, NETLOGON et print$ : ce sont les partages que l'on contrôle",
      en: "file sharing carries SYSVOL, NETLOGON and print$: it is the shares that are checked",
    },
  },
  {
    kind: "present",
    features: [
      "NET-Framework-45-Features",
      "NET-Framework-45-Core",
      "NET-WCF-Services45",
      "NET-WCF-TCP-PortSharing45",
      "PowerShellRoot",
      "PowerShell",
      "PowerShell-ISE",
      "WoW64-Support",
      "System-DataArchiver",
      "Windows-Defender-Features",
      "Windows-Defender",
      "Windows-Defender-Gui",
      "WindowsAdminCenterSetup",
      "XPS-Viewer",
      "User-Interfaces-Infra",
      "Server-Gui-Mgmt-Infra",
      "Server-Gui-Shell",
    ],
    roles: all,
    reason: { fr: "livré avec Windows Server", en: "part of every Windows Server" },
  },
  {
    kind: "tool",
    features: [
      "BitLocker",
      "EnhancedStorage",
      "RSAT-Feature-Tools",
      "RSAT-Feature-Tools-BitLocker",
      "RSAT-Feature-Tools-BitLocker-RemoteAdminTool",
      "RSAT-Feature-Tools-BitLocker-BdeAducExt",
    ],
    roles: all,
    reason: {
      fr: "les disques d'un serveur de cabinet sont chiffrés",
      en: "disks of a server in an office are encrypted",
    },
  },
  {
    kind: "tool",
    features: [
      "RSAT",
      "RSAT-Role-Tools",
      "RSAT-AD-Tools",
      "RSAT-AD-PowerShell",
      "RSAT-ADDS",
      "RSAT-ADDS-Tools",
      "RSAT-AD-AdminCenter",
      "GPMC",
      "RSAT-DNS-Server",
      "RSAT-DHCP",
    ],
    roles: directory,
    reason: {
      fr: "outils d'administration de l'annuaire, du DNS et du DHCP",
      en: "tools that manage directory, DNS and DHCP",
    },
  },
  {
    kind: "tool",
    features: ["RSAT", "RSAT-Role-Tools", "RSAT-Print-Services"],
    roles: printing,
    reason: { fr: "outils d'administration de l'impression", en: "tools that manage printing" },
  },
  {
    kind: "tool",
    features: [
      "RSAT",
      "RSAT-Role-Tools",
      "RSAT-Hyper-V-Tools",
      "Hyper-V-Tools",
      "Hyper-V-PowerShell",
      "Multipath-IO",
    ],
    roles: ["host"],
    reason: { fr: "outils d'administration de Hyper-V", en: "tools that manage Hyper-V" },
  },
];

/** Features a machine must have. */
export function keptFeatures(role: MachineRole): readonly string[] {
  return allowedFeatures
    .filter(({ kind, roles }) => kind === "kept" && roles.includes(role))
    .flatMap(({ features }) => features);
}

/** The entry by which a machine may have a feature; undefined when it may not. */
export function allowanceOf(role: MachineRole, feature: string): AllowedFeature | undefined {
  return allowedFeatures.find(
    ({ roles, features }) => roles.includes(role) && features.includes(feature),
  );
}
