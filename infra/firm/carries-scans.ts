import type { Firm } from "./firm";
import type { Site } from "./site";

/**
 * Whether scans that a desk of an office writes into its folder come to the session: no drive of a desk is redirected,
 * so they have to be brought to the share of client files.
 */
export function carriesScans(
  { scanning }: Pick<Firm["sessions"], "scanning">,
  { link }: Pick<Site, "link">,
): boolean {
  return scanning === "folder" && link.kind === "vpn" && link.scans === "carry";
}
