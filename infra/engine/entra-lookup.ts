import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getGroups } from "@pulumi/azuread/getGroups";
import { LocalWorkspace, Stack } from "@pulumi/pulumi/automation";
import type { StackAccess } from "./state";

/**
 * Finds a Microsoft Entra group by its display name, through the provider: a program that only
 * asks, previewed on a stack of its own in a folder that is thrown away.
 *
 * @returns its id; undefined when there is none, or several, or the type has no names
 */
export async function findEntraObject(
  access: StackAccess,
  type: string,
  displayName: string,
): Promise<string | undefined> {
  if (type !== "azuread:index/group:Group") return undefined;
  const folder = mkdtempSync(join(tmpdir(), "cabinet-lookup-"));
  let ids: readonly string[] = [];
  try {
    const workspace = await LocalWorkspace.create({
      workDir: folder,
      pulumiCommand: access.pulumi.with({ PULUMI_BACKEND_URL: `file://${folder}` }),
      projectSettings: { name: "lookup", runtime: "nodejs" },
      program: async () => {
        ids = (await getGroups({ displayNames: [displayName], ignoreMissing: true })).objectIds;
        return {};
      },
    });
    const stack = await Stack.create("lookup", workspace);
    await stack.preview();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  // The provider's ids are paths of Microsoft Graph.
  return ids.length === 1 ? `/groups/${ids[0]}` : undefined;
}
