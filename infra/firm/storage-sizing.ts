import type { FirmData, People } from "./firm";

/** The share for profiles, and how its size comes about. */
export interface ProfilesShare {
  /** Provisioned size: `neededGiB` within what Azure sells. */
  readonly quotaGiB: number;
  /** Room for every profile to reach its limit, and speed enough for everybody to sign in at once. */
  readonly neededGiB: number;
  /** The arithmetic, one sentence a step. */
  readonly steps: readonly string[];
}

/** Least and most of one premium share: https://learn.microsoft.com/azure/storage/files/storage-files-scale-targets */
const smallestShareGiB = 100;
export const largestShareGiB = 102_400;

/** Operations a second of a premium share: 3000, and one more for each GiB; same source. */
const baseIops = 3000;

/** Of one user who signs in: https://learn.microsoft.com/azure/virtual-desktop/fslogix-profile-containers */
const signInIops = 50;

/** Profiles of everybody, externals too: whoever has a session has a profile. */
export function profilesShare(
  { staff, externals, externalsAtOnce }: People,
  { profileGiB }: Pick<FirmData, "profileGiB">,
): ProfilesShare {
  const users = staff + externals;
  const room = users * profileGiB;
  const atOnce = staff + externalsAtOnce;
  const forSpeed = Math.max(0, atOnce * signInIops - baseIops);
  const neededGiB = Math.max(room, forSpeed);
  const quotaGiB = Math.min(Math.max(neededGiB, smallestShareGiB), largestShareGiB);
  return {
    quotaGiB,
    neededGiB,
    steps: [
      `profiles: ${users} people of ${profileGiB} GiB at most need ${room} GiB`,
      `${atOnce} who sign in at once need ${atOnce * signInIops} operations a second, which a share of ${Math.max(smallestShareGiB, forSpeed)} GiB gives`,
      `share for profiles: ${quotaGiB} GiB`,
    ],
  };
}
