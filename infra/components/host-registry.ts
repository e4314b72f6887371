import type { RegistryValue } from "./registry-value";

/** What decides a host's registry. */
export interface HostRegistry {
  /** Required. Share with the profiles, as Windows writes it. */
  readonly profilesPath: string;
  /** Required. Size limit of one profile, in GiB; the share has room for all of them. */
  readonly profileGiB: number;
  /** Required. Who gives the tickets for the shares: Entra, or a domain controller. */
  readonly kerberos: "entra" | "domain";
  /** Required. Whether pictures of a session may be taken on the user's device. */
  readonly screenCapture: "allowed" | "blocked";
}

const minute = 60_000;

/** Accountants leave for appointments: a session waits that long before it is disconnected. */
const idleMinutes = 3 * 60;
/** And that long before it ends, so that what was not saved in the evening is still there at night. */
const disconnectedMinutes = 12 * 60;
/** The screen asks for the password again, as in any office that files of clients lie in. */
const lockSeconds = 15 * 60;

/** All values of the registry that a session host gets, the same for hosts of every broker. */
export function hostRegistry(wish: HostRegistry): readonly RegistryValue[] {
  return [...profileContainers(wish), ...tickets(wish), ...sessionLimits, ...screen(wish)];
}

const fslogix = "SOFTWARE\\FSLogix\\Profiles";
const terminalServices = "SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services";

/**
 * FSLogix: a user whose profile cannot be mounted is told so, and never works on a temporary one
 * that is gone in the evening. The values are Microsoft's, but for the two `PreventLogin`:
 * https://learn.microsoft.com/fslogix/reference-configuration-settings
 */
function profileContainers({ profilesPath, profileGiB }: HostRegistry): readonly RegistryValue[] {
  const number = (name: string, value: number): RegistryValue => ({
    key: fslogix,
    name,
    type: "DWord",
    value,
  });
  return [
    number("Enabled", 1),
    { key: fslogix, name: "VHDLocations", type: "MultiString", value: [profilesPath] },
    { key: fslogix, name: "VolumeType", type: "String", value: "vhdx" },
    number("SizeInMBs", profileGiB * 1024),
    number("IsDynamic", 1),
    number("ProfileType", 0),
    number("DeleteLocalProfileWhenVHDShouldApply", 1),
    number("FlipFlopProfileDirectoryName", 1),
    number("PreventLoginWithFailure", 1),
    number("PreventLoginWithTempProfile", 1),
    number("LockedRetryCount", 3),
    number("LockedRetryInterval", 15),
    number("ReAttachRetryCount", 3),
    number("ReAttachIntervalSeconds", 15),
  ];
}

/** https://learn.microsoft.com/fslogix/how-to-configure-profile-container-entra-id-hybrid */
function tickets({ kerberos }: HostRegistry): readonly RegistryValue[] {
  switch (kerberos) {
    case "domain":
      return [];
    case "entra":
      return [
        {
          key: "SYSTEM\\CurrentControlSet\\Control\\Lsa\\Kerberos\\Parameters",
          name: "CloudKerberosTicketRetrievalEnabled",
          type: "DWord",
          value: 1,
        },
        {
          // The user's key moves between hosts with the profile.
          key: "SOFTWARE\\Policies\\Microsoft\\AzureADAccount",
          name: "LoadCredKeyFromProfile",
          type: "DWord",
          value: 1,
        },
      ];
  }
}

const sessionLimits: readonly RegistryValue[] = [
  { key: terminalServices, name: "MaxIdleTime", type: "DWord", value: idleMinutes * minute },
  {
    key: terminalServices,
    name: "MaxDisconnectionTime",
    type: "DWord",
    value: disconnectedMinutes * minute,
  },
  {
    key: "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System",
    name: "InactivityTimeoutSecs",
    type: "DWord",
    value: lockSeconds,
  },
];

function screen({ screenCapture }: HostRegistry): readonly RegistryValue[] {
  const value = screenCapture === "blocked" ? 1 : 0;
  return [{ key: terminalServices, name: "fEnableScreenCaptureProtect", type: "DWord", value }];
}
