import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** Which Azure an operation means. */
export type AzureKind = "embedded" | "live";

/** Where a target keeps what belongs to this work tree. Everything here can be deleted and made again, but `state`. */
export interface AzureTarget {
  readonly kind: AzureKind;
  /** Root of the work tree. */
  readonly root: string;
  readonly home: string;
  /** The project folder the engine runs in: its settings files never touch the tracked ones. */
  readonly project: string;
  /** State of the stacks, where no other backend is configured. */
  readonly state: string;
  /** What a shell puts on its PATH. */
  readonly bin: string;
  /** PULUMI_HOME of the embedded Azure, whose plugins are the stand-ins. */
  readonly pulumiHome: string;
  /** Store of the embedded Azure. */
  readonly azureStore: string;
}

export const repositoryRoot = resolve(__dirname, "../..");

/**
 * @param home folder for everything the target keeps; default `.cabinet/<kind>` in the work tree,
 *   or `CABINET_HOME/<kind>` when that variable is set (tests, several experiments side by side).
 */
export function azureTarget(
  kind: AzureKind,
  root = repositoryRoot,
  home = join(keptIn(root), kind),
): AzureTarget {
  return {
    kind,
    root,
    home,
    project: join(home, "project"),
    state: join(home, "state"),
    bin: join(home, "bin"),
    pulumiHome: join(home, "pulumi"),
    azureStore: join(home, "azure.sqlite"),
  };
}

/** Absolute, since the engine runs in another folder; a variable set to nothing counts as not set. */
function keptIn(root: string): string {
  const chosen = process.env["CABINET_HOME"] ?? "";
  return chosen === "" ? join(root, ".cabinet") : resolve(chosen);
}

/** Per user, not per clone: building the engine takes minutes and depends on pinned files only. */
export function engineCache(): string {
  return join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "cabinet", "engine");
}
