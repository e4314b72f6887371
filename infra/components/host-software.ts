/**
 * What a new session host is made of, pinned: a host built tomorrow equals one built today. Change
 * it together with the firms' `generation`; hosts that live keep what they were built with.
 */

/**
 * Windows 11 multi-session with Microsoft 365, generation 2. The version must be offered in the firm's
 * region, and Microsoft withdraws old ones: `az vm image list --all --publisher
 * microsoftwindowsdesktop --offer office-365 --sku win11-24h2-avd-m365 --location francecentral`.
 */
export function marketplaceImage(version: string) {
  return {
    publisher: "microsoftwindowsdesktop",
    offer: "office-365",
    sku: "win11-24h2-avd-m365",
    version,
  } as const;
}

/** Installs and registers the Azure Virtual Desktop agent. Published by Microsoft; seen 2026-11-24. */
export const agentPackage =
  "https://wvdportalstorageblob.blob.core.windows.net/galleryartifacts/Configuration_1.0.03519.1433.zip";

export interface HostExtension {
  /** Last part of the logical name. */
  readonly noun: string;
  readonly publisher: string;
  readonly type: string;
  readonly version: string;
  /** Whether Azure replaces the extension itself when a newer version is out. */
  readonly automaticUpgrade: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Defender with a quick scan at noon on Wednesdays, when hosts are on; 720 minutes after midnight. */
export const antiMalware: HostExtension = {
  noun: "antimalware",
  publisher: "Microsoft.Azure.Security",
  type: "IaaSAntimalware",
  version: "1.3",
  automaticUpgrade: false,
  settings: {
    AntimalwareEnabled: true,
    RealtimeProtectionEnabled: "true",
    ScheduledScanSettings: { isEnabled: "true", scanType: "Quick", day: "4", time: "720" },
  },
};

/** Has Azure attest that the host booted unaltered. */
export const guestAttestation: HostExtension = {
  noun: "attestation",
  publisher: "Microsoft.Azure.Security.WindowsAttestation",
  type: "GuestAttestation",
  version: "1.0",
  automaticUpgrade: true,
  settings: {
    AttestationConfig: {
      MaaSettings: { maaEndpoint: "", maaTenantName: "GuestAttestation" },
      AscSettings: { ascReportingEndpoint: "", ascReportingFrequency: "" },
      useCustomToken: "false",
      disableAlerts: "false",
    },
  },
};

/** Sends what data collection rules ask for. */
export const monitorAgent: HostExtension = {
  noun: "monitor",
  publisher: "Microsoft.Azure.Monitor",
  type: "AzureMonitorWindowsAgent",
  version: "1.0",
  automaticUpgrade: true,
};

/** Inputs of an extension as azure-native wants them. */
export function extensionOf({
  publisher,
  type,
  version,
  automaticUpgrade,
  settings,
}: HostExtension) {
  return {
    vmExtensionName: type,
    publisher,
    type,
    typeHandlerVersion: version,
    autoUpgradeMinorVersion: true,
    enableAutomaticUpgrade: automaticUpgrade,
    ...(settings === undefined ? {} : { settings }),
  };
}
