import type * as pulumi from "@pulumi/pulumi";
import { azureName, type NameOwner } from "../azure/names";
import { regionFacts } from "../azure/regions";
import { FileServer } from "../components/file-server";
import type { FirmKey } from "../components/firm-key";
import type { Keys } from "../components/keys";
import { endsLocked, type Recovery } from "../components/recovery";
import { ServerBackup } from "../components/server-backup";
import type { FirmDataArgs } from "./firm-data";

/** A file server, and the group it is in. */
export interface PlacedFileServer {
  readonly server: FileServer;
  readonly groupId: pulumi.Output<string>;
}

/** The firm's file server and its backup. */
export function fileServerOf(
  { firm, makeGroup, network, hub, group }: FirmDataArgs,
  { vaultId, vaultName }: Keys,
  { diskEncryptionSetId }: FirmKey,
  recovery: Recovery,
  opts: pulumi.ComponentResourceOptions,
): PlacedFileServer {
  const { data, identity, region } = firm;
  if (identity.mode === "entra" || network.filesSubnetId === undefined)
    throw new Error("a file server needs a domain and a subnet; no firm's file leaves them out");
  const { name: domain, ou: unit, joinAccount: account, joinSecretName } = identity.domain;
  const { id: groupId, placement: files } = makeGroup("files");

  const server = new FileServer(
    "files",
    {
      ...files,
      dossiersGiB: data.dossiersGiB,
      zones: regionFacts[region].zones ? ["1", "2", "3"] : [],
      subnetId: network.filesSubnetId,
      join: { domain, unit, account, password: { vaultId, secretName: joinSecretName } },
      diskEncryptionSetId,
      maintenanceId: hub.maintenanceId,
      vaultName,
      vaultGroupName: group.placement.resourceGroupName,
    },
    opts,
  );
  const stopped = endsLocked({ leaving: firm.stage === "leaving", backup: firm.backup });
  new ServerBackup(
    "files-backup",
    {
      owner: files.owner,
      backup: firm.backup,
      vaultName: recovery.vaultName,
      resourceGroupName: group.placement.resourceGroupName,
      vmName: server.vmName,
      ...(stopped
        ? { stopped, ...named(files.owner, server.vmName) }
        : { vmId: server.vmId, vmGroupName: files.resourceGroupName }),
    },
    opts,
  );
  return { server, groupId };
}

/** The machine by its names: see `sourceOf` of the firm's shares. */
function named(owner: NameOwner, vmName: string) {
  const vmGroupName = azureName("resourceGroup", owner, "files");
  return {
    vmGroupName,
    vmId: `/subscriptions/${owner.subscription}/resourceGroups/${vmGroupName}/providers/Microsoft.Compute/virtualMachines/${vmName}`,
  };
}
