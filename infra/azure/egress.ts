/** Where a session host must get to, in the terms of a network security group. */
export interface EgressDestination {
  /** Unique, fit for the name of a rule. */
  readonly name: string;
  readonly to: EgressTarget;
  readonly protocol: "Tcp" | "Udp";
  readonly ports: readonly number[];
  readonly why: string;
  /** Broker that alone needs it; absent where every host does. */
  readonly onlyFor?: "avd";
  /** Day from which Microsoft asks for it, see {@link inForceOn}. */
  readonly requiredSince: string;
  readonly source: string;
}

/** A service tag Azure keeps up to date, or address prefixes in CIDR form. */
export type EgressTarget =
  | { readonly kind: "serviceTag"; readonly tag: string }
  | { readonly kind: "prefixes"; readonly prefixes: readonly string[] };

/** A name a session host must reach, in the terms of a firewall that knows names; `*.` stands for any labels. */
export interface EgressHost {
  readonly host: string;
  readonly port: number;
  /** `required`: without it Microsoft gives no support; `optional`: a convenience goes missing. */
  readonly need: "required" | "optional";
  readonly why: string;
  /** Day from which Microsoft lists it. */
  readonly requiredSince: string;
}

const requiredList = "https://learn.microsoft.com/azure/virtual-desktop/required-fqdn-endpoint";

// Where Microsoft names no day, the day of the oldest version of its list that was read and holds the entry.
const firstList = "2024-06-26";
const laterList = "2026-08-20";

const tag = (name: string): EgressTarget => ({ kind: "serviceTag", tag: name });
const prefixes = (...list: readonly string[]): EgressTarget => ({
  kind: "prefixes",
  prefixes: list,
});

/**
 * Destinations every session host needs, for security rules. Tags cover what they cover: the names of
 * {@link sessionHostHosts} that have no tag of their own on port 443 need a firewall that knows names.
 */
export const sessionHostEgress: readonly EgressDestination[] = [
  {
    name: "desktop-service",
    to: tag("WindowsVirtualDesktop"),
    protocol: "Tcp",
    ports: [443],
    why: "brokering and sessions of Azure Virtual Desktop",
    onlyFor: "avd",
    requiredSince: firstList,
    source: requiredList,
  },
  {
    name: "desktop-relay",
    to: prefixes("51.5.0.0/16"),
    protocol: "Udp",
    ports: [3478],
    why: "sessions over UDP through Microsoft's relays, faster than TCP on poor lines",
    onlyFor: "avd",
    requiredSince: "2025-06-15",
    source:
      "https://techcommunity.microsoft.com/discussions/windows365discussions/expanded-turn-relay-regions-for-windows-365-and-azure-virtual-desktop/4419716",
  },
  {
    name: "entra",
    to: tag("AzureActiveDirectory"),
    protocol: "Tcp",
    ports: [443],
    why: "sign-in of users and registration of the host",
    requiredSince: firstList,
    source: requiredList,
  },
  {
    name: "monitor",
    to: tag("AzureMonitor"),
    protocol: "Tcp",
    ports: [443],
    why: "diagnostics of the agent, logs and counters",
    requiredSince: firstList,
    source: requiredList,
  },
  {
    name: "azure",
    to: tag("AzureCloud"),
    protocol: "Tcp",
    ports: [443],
    why: "agent traffic, updates of agent and network stack, support from the portal",
    requiredSince: firstList,
    source: requiredList,
  },
  {
    name: "marketplace",
    to: tag("AzureFrontDoor.Frontend"),
    protocol: "Tcp",
    ports: [443],
    why: "artifacts of the Azure Marketplace",
    requiredSince: firstList,
    source: requiredList,
  },
  {
    name: "resource-manager",
    to: tag("AzureResourceManager"),
    protocol: "Tcp",
    ports: [443],
    why: "run commands report their results",
    requiredSince: laterList,
    source: "Azure/FederalAVD efbc876, network security rules of session hosts",
  },
  {
    name: "activation",
    to: prefixes("20.118.99.224/32", "40.83.235.53/32", "23.102.135.246/32"),
    protocol: "Tcp",
    ports: [1688],
    why: "activation of Windows by azkms.core.windows.net and kms.core.windows.net",
    requiredSince: firstList,
    source: "https://learn.microsoft.com/azure/firewall/protect-azure-virtual-desktop",
  },
  {
    name: "certificates",
    to: tag("Internet"),
    protocol: "Tcp",
    ports: [80],
    why: "revocation lists and certificate chains, published without encryption and without a tag",
    requiredSince: firstList,
    source: requiredList,
  },
  {
    name: "instance-metadata",
    to: prefixes("169.254.169.254/32"),
    protocol: "Tcp",
    ports: [80],
    why: "the host asks Azure what it is, and for tokens of its identity",
    requiredSince: firstList,
    source: requiredList,
  },
  {
    name: "platform",
    to: prefixes("168.63.129.16/32"),
    protocol: "Tcp",
    ports: [80, 32526],
    why: "health of the host and its extensions",
    requiredSince: firstList,
    source: "https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16",
  },
];

const listed =
  (need: EgressHost["need"], requiredSince: string) =>
  (host: string, port: number, why: string): EgressHost => ({
    host,
    port,
    need,
    why,
    requiredSince,
  });
const required = listed("required", firstList);
const requiredLater = listed("required", laterList);
// The Windows App client moves to these names in October 2026.
const requiredForWindowsApp = listed("required", "2026-10-01");
const optional = listed("optional", firstList);

/** Names every session host needs, from Microsoft's list of required names and addresses. */
export const sessionHostHosts: readonly EgressHost[] = [
  required("login.microsoftonline.com", 443, "sign-in"),
  required("*.wvd.microsoft.com", 443, "service traffic"),
  required("*.prod.warm.ingest.monitor.core.windows.net", 443, "diagnostics of the agent"),
  required("catalogartifact.azureedge.net", 443, "Azure Marketplace"),
  required("gcs.prod.monitoring.core.windows.net", 443, "agent traffic"),
  required("azkms.core.windows.net", 1688, "activation of Windows"),
  required("mrsglobalsteus2prod.blob.core.windows.net", 443, "updates of agent and network stack"),
  required("wvdportalstorageblob.blob.core.windows.net", 443, "support from the portal"),
  required("oneocsp.microsoft.com", 80, "certificates"),
  required("www.microsoft.com", 80, "certificates"),
  requiredLater("*.aikcertaia.microsoft.com", 80, "certificates"),
  requiredLater("azcsprodeusaikpublish.blob.core.windows.net", 80, "certificates"),
  requiredLater("*.microsoftaik.azure.net", 80, "certificates"),
  requiredLater("ctldl.windowsupdate.com", 80, "certificates"),
  requiredLater("aka.ms", 443, "Microsoft's short links"),
  requiredForWindowsApp("*.service.windows.cloud.microsoft", 443, "service traffic"),
  requiredForWindowsApp("*.windows.cloud.microsoft", 443, "service traffic"),
  requiredForWindowsApp("*.windows.static.microsoft", 443, "service traffic"),
  optional("login.windows.net", 443, "sign-in to Microsoft 365"),
  optional("*.events.data.microsoft.com", 443, "telemetry"),
  optional("www.msftconnecttest.com", 80, "the host's own test of its connection"),
  optional("*.prod.do.dsp.mp.microsoft.com", 443, "Windows Update"),
  optional("*.sfx.ms", 443, "updates of OneDrive"),
  optional("*.digicert.com", 80, "certificate revocation"),
  optional("*.azure-dns.com", 443, "names in Azure DNS"),
  optional("*.azure-dns.net", 443, "names in Azure DNS"),
  optional("*eh.servicebus.windows.net", 443, "diagnostic settings"),
];

/** The entries of a list in force on a day, which is written like `2026-11-24`. */
export function inForceOn<Entry extends { readonly requiredSince: string }>(
  list: readonly Entry[],
  day: string,
): readonly Entry[] {
  return list.filter(({ requiredSince }) => requiredSince <= day);
}
