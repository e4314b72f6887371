import { wellKnownApps } from "../azure/well-known-apps";

/** Groups that rules of conditional access count for; firms put their own groups into them. */
export const signInGroups = ["people", "managedDevices", "reportedDevices"] as const;
export type SignInGroup = (typeof signInGroups)[number];

export const signInGroupMeanings: Readonly<Record<SignInGroup, string>> = {
  people: "Everybody of every firm: a second factor, no old protocols, no lasting sign-in.",
  managedDevices: "People who get in from managed devices only.",
  reportedDevices: "People whose unmanaged devices are reported, and not refused.",
};

export interface SignInRule {
  /** Part of its names; never changes. */
  readonly word: string;
  readonly group: SignInGroup;
  /** `report`: written into the sign-in log, and nothing refused. */
  readonly state: "enforced" | "report";
  readonly applications: readonly string[];
  readonly demands: "multiFactor" | "managedDevice" | "block" | "freshSignIn";
}

/**
 * What people of firms sign in to: desktops, the portal with the console, Microsoft 365. They are
 * listed, because a rule for all applications would stand before the application of each storage
 * account too, whose tickets Windows fetches without anybody to ask for a second factor: profiles
 * would not open. Leaving those out one by one is no way either: there are two for each firm, and a
 * rule takes 250 at most. https://learn.microsoft.com/azure/storage/files/storage-files-identity-auth-hybrid-identities-enable
 */
const applications = [
  wellKnownApps.azureVirtualDesktop,
  wellKnownApps.windowsCloudLogin,
  wellKnownApps.microsoftRemoteDesktop,
  wellKnownApps.azureManagement,
  "Office365",
];
const desktops = [wellKnownApps.azureVirtualDesktop, wellKnownApps.windowsCloudLogin];

/**
 * Five rules for all firms of a tenant, which takes 195 at most: a set for each firm would end at the
 * fiftieth. They count for groups of firms' people only, never for the whole tenant, so nobody else's
 * sign-in changes. https://learn.microsoft.com/entra/identity/users/directory-service-limits-restrictions
 */
export const signInRules: readonly SignInRule[] = [
  { word: "factor", group: "people", state: "enforced", applications, demands: "multiFactor" },
  // Old protocols ask for no second factor; they reach no application of a storage account.
  { word: "legacy", group: "people", state: "enforced", applications: ["All"], demands: "block" },
  { word: "fresh", group: "people", state: "enforced", applications, demands: "freshSignIn" },
  {
    word: "device",
    group: "managedDevices",
    state: "enforced",
    applications: desktops,
    demands: "managedDevice",
  },
  // As long as a firm's devices are not all enrolled, refusing the others would lock it out.
  {
    word: "deviceReport",
    group: "reportedDevices",
    state: "report",
    applications: desktops,
    demands: "managedDevice",
  },
];

/** How people get tickets for shares: Entra's need an application of the account's own, a domain's do not. */
export type JoinMode = "entra" | "hybrid" | "domainServices";

/**
 * Rules that would keep a firm's profiles from opening: those that ask something of a person, and
 * count for the application of a storage account. Only all applications together include it.
 */
export function rulesBeforeStorage(
  rules: readonly SignInRule[],
  join: JoinMode,
): readonly SignInRule[] {
  if (join === "domainServices") return [];
  return rules.filter(
    ({ applications: named, demands }) => demands !== "block" && named.includes("All"),
  );
}
