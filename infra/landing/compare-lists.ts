import type { ListedFile, Manifest } from "./manifest";

/** How what has arrived differs from what the old server had. */
export type Difference =
  | { readonly kind: "missing"; readonly listed: ListedFile }
  | { readonly kind: "corrupt"; readonly listed: ListedFile; readonly arrived: ListedFile }
  /** Nobody can say where it is from. */
  | { readonly kind: "unlisted"; readonly arrived: ListedFile }
  /** Was open on the old server: what was copied of it may be half of a change. */
  | { readonly kind: "open"; readonly listed: ListedFile };

/** Access keeps one beside a database for as long as somebody has it open. */
const lockFile = /\.(ldb|laccdb)$/i;

/**
 * Every difference, in the order of the lists. Lock files count as what they tell, and need not arrive.
 *
 * @param manifest What was listed on the old server.
 * @param arrived What was listed in the firm's share.
 */
export function compareLists(manifest: Manifest, arrived: Manifest): readonly Difference[] {
  const differences: Difference[] = [];
  for (const [key, listed] of manifest) {
    const found = arrived.get(key);
    if (lockFile.test(listed.path)) differences.push({ kind: "open", listed });
    else if (found === undefined) differences.push({ kind: "missing", listed });
    else if (found.bytes !== listed.bytes || found.sha256 !== listed.sha256)
      differences.push({ kind: "corrupt", listed, arrived: found });
  }
  for (const [key, file] of arrived)
    if (!manifest.has(key)) differences.push({ kind: "unlisted", arrived: file });
  return differences;
}

export function bytesOf(manifest: Manifest): number {
  return [...manifest.values()].reduce((sum, { bytes }) => sum + bytes, 0);
}
