import * as pulumi from "@pulumi/pulumi";
import { entraSid } from "../azure/entra-sid";
import { groupName, type AccessArgs } from "../components/access";
import { folderRights } from "../components/folder-rights";
import { type FirmRole, type GroupNoun, type ShareName } from "../components/rights";
import { folderCommands, serverCommands } from "../components/rights-commands";
import { reportRights } from "../components/rights-report";
import type { Firm } from "../firm/firm";

/**
 * What everybody in a firm may do, and the commands that make shares and folders say so too: Azure
 * gives rights on a share as a whole.
 */
export function firmRights(
  { identity, data, sessions }: Firm,
  roles: readonly FirmRole[],
  owner: AccessArgs["owner"],
  paths: Readonly<Record<ShareName, pulumi.Output<string>>>,
  groupIds: Readonly<Partial<Record<GroupNoun, pulumi.Output<string>>>>,
): pulumi.Inputs {
  const folders = folderRights(sessions.scanning === "folder" ? inbox : undefined);
  const nameOf = (noun: GroupNoun) => groupName(owner, noun);
  const known = pulumi.all([paths.profiles, paths.dossiers, pulumi.all(groupIds)]);
  const commands = known.apply(([profiles, dossiers, ids]) => {
    // Hosts of a domain know its groups by name; hosts of Entra alone know none.
    const accountOf = (noun: GroupNoun): string =>
      identity.mode === "entra"
        ? `*${entraSid(ids[noun] ?? "")}`
        : `${identity.domain.name}\\${nameOf(noun)}`;
    return {
      folders: folderCommands(roles, folders, { profiles, dossiers }, accountOf),
      ...(data.store === "azureFiles"
        ? {}
        : { server: serverCommands(roles, "dossiers", accountOf) }),
    };
  });
  return { ...reportRights(roles, folders, nameOf), commands };
}

const inbox = "Scans";
