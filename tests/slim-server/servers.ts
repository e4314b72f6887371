import type { ObservedServer, ObservedService } from "../../infra/slim-server/compare-server";

/** What an installation of Windows Server 2022 shows as installed before anybody touches it. */
const core = [
  "FileAndStorage-Services",
  "Storage-Services",
  "NET-Framework-45-Features",
  "NET-Framework-45-Core",
  "NET-WCF-Services45",
  "NET-WCF-TCP-PortSharing45",
  "Windows-Defender",
  "System-DataArchiver",
  "PowerShellRoot",
  "PowerShell",
  "WoW64-Support",
];

export const fresh = { core, desktop: [...core, "PowerShell-ISE", "XPS-Viewer"] };

export function running(...names: readonly string[]): readonly ObservedService[] {
  return names.map((name) => ({ name, state: "running", start: "automatic" }));
}

const off: ObservedService = { name: "Spooler", state: "stopped", start: "disabled" };

export const installed = {
  shares: (...names: readonly string[]) => names.map((name) => ({ name })),
};

const directoryServices = ["NTDS", "Kdc", "Netlogon", "DFSR", "DNS", "DHCPServer"];

const directoryFeatures = [
  "AD-Domain-Services",
  "DNS",
  "DHCP",
  "File-Services",
  "FS-FileServer",
  "GPMC",
  "RSAT",
  "RSAT-Role-Tools",
  "RSAT-AD-Tools",
  "RSAT-AD-PowerShell",
  "RSAT-ADDS",
  "RSAT-ADDS-Tools",
  "RSAT-DNS-Server",
  "RSAT-DHCP",
];

const printFeatures = [
  "Print-Services",
  "Print-Server",
  "RSAT",
  "RSAT-Role-Tools",
  "RSAT-Print-Services",
];

/** Machines as they should be, with what any server runs besides. */
export const server = {
  controller: {
    features: [...core, ...directoryFeatures],
    services: [...running(...directoryServices, "W32Time", "WinDefend", "TermService"), off],
    shares: installed.shares("ADMIN$", "C$", "IPC$", "NETLOGON", "SYSVOL"),
  },
  print: {
    features: [...fresh.desktop, "File-Services", "FS-FileServer", ...printFeatures],
    services: running("Spooler", "LanmanServer", "WinDefend"),
    shares: installed.shares("ADMIN$", "C$", "D$", "IPC$", "print$", "accueil"),
  },
  single: {
    features: [...fresh.desktop, ...directoryFeatures, ...printFeatures],
    services: running(...directoryServices, "Spooler"),
    shares: installed.shares("ADMIN$", "C$", "IPC$", "NETLOGON", "SYSVOL", "print$", "accueil"),
  },
  host: {
    features: [
      ...core,
      "Hyper-V",
      "RSAT",
      "RSAT-Role-Tools",
      "RSAT-Hyper-V-Tools",
      "Hyper-V-PowerShell",
      "BitLocker",
      "EnhancedStorage",
    ],
    services: running("vmms", "LanmanServer"),
    shares: installed.shares("ADMIN$", "C$", "IPC$"),
  },
} as const satisfies Readonly<Record<string, ObservedServer>>;
