import * as authorization from "@pulumi/azure-native/authorization";
import * as storage from "@pulumi/azure-native/storage";
import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import { stableGuid } from "../azure/guid";
import { BlobStore, expireAfter, type BlobStoreArgs } from "./blob-store";
import { grantRole } from "./role-grant";
import { timedMembers, type TimedMember } from "./timed-members";

export interface LandingArgs extends Omit<
  BlobStoreArgs,
  "owner" | "purpose" | "softDeleteDays" | "lifecycle" | "sasPolicy" | "bypass"
> {
  /** Required. Whose data lands. */
  readonly owner: BlobStoreArgs["owner"] & { readonly firm: string };
  /** Required. Who brings it; Microsoft's import service is let in where that is asked to read the disk. */
  readonly carrier: "technician" | "importExport";
  /** Required. Who may bring it, for a time; nobody where somebody is put into the group by hand. */
  readonly technicians: readonly TimedMember[];
  /** Required. The group everything stands in; the role cannot be given outside of it. */
  readonly resourceGroupId: pulumi.Input<string>;
}

/** Days after which what has landed is deleted, taken over or not, and days it can be had back then. */
export const landingDays = 30;
const softDeleteDays = 7;

/** Longest life of a technician's token; a user delegation key lives no longer either. */
export const tokenDays = 7;

/**
 * Where the technician brings the firm's data from its old server: whoever is in his group, or holds
 * a token that a member signed with his own Entra key (`az storage container generate-sas --as-user
 * --auth-mode login --permissions c`), can put new blobs here and do nothing else: not list, read,
 * overwrite or delete. Account keys are refused, so no token can be signed with one. It is there
 * while the firm is landing and goes, with all that is in it, when its data is verified.
 */
export class Landing extends pulumi.ComponentResource {
  readonly accountId: pulumi.Output<string>;
  /** The account's blob service, which keeps logs. */
  readonly serviceId: pulumi.Output<string>;
  readonly accountName: pulumi.Output<string>;
  readonly containerName: pulumi.Output<string>;
  readonly technicians: string;

  constructor(name: string, args: LandingArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:Landing", name, {}, opts);
    const {
      owner,
      resourceGroupName,
      resourceGroupId,
      carrier,
      technicians: members,
      ...store
    } = args;
    const prefix = `cabinet-${owner.environment}-${owner.firm}`;

    const { accountId, accountName, service } = new BlobStore(
      `${name}-store`,
      {
        ...store,
        owner,
        resourceGroupName,
        purpose: "landing",
        softDeleteDays,
        lifecycle: [expireAfter(landingDays)],
        // https://learn.microsoft.com/azure/import-export/storage-import-export-requirements
        ...(carrier === "importExport" ? { bypass: storage.Bypass.AzureServices } : {}),
        sasPolicy: {
          expirationAction: storage.ExpirationAction.Block,
          sasExpirationPeriod: `${tokenDays}.00:00:00`,
        },
      },
      { parent: this },
    );

    const container = new storage.BlobContainer(
      `${name}-disk`,
      {
        resourceGroupName,
        accountName,
        containerName: "disk",
        publicAccess: storage.PublicAccess.None,
      },
      { parent: this, dependsOn: service },
    );

    this.technicians = `${prefix}-technicians`;
    const technicians = new azuread.Group(
      `${name}-technicians`,
      {
        displayName: this.technicians,
        description: "Bring the firm's data from its old server; may add to what has landed, only.",
        securityEnabled: true,
        preventDuplicateNames: true,
      },
      // Whoever has taken the right up is a member for some hours.
      { parent: this, ignoreChanges: ["members"] },
    );
    timedMembers(`${name}-technicians`, technicians.objectId, members, { parent: this });

    const role = new authorization.RoleDefinition(
      `${name}-role`,
      {
        scope: resourceGroupId,
        roleDefinitionId: stableGuid("landingRole", owner.environment, owner.firm),
        // Unique in the tenant.
        roleName: `${prefix}-landing`,
        roleType: "CustomRole",
        description:
          "Adds blobs and signs tokens for it. Lists, reads, overwrites, deletes nothing.",
        permissions: [{ actions: [signToken], notActions: [], dataActions: [add] }],
        assignableScopes: [resourceGroupId],
      },
      { parent: this },
    );

    grantRole(
      `${name}-technicians-add`,
      {
        owner,
        role: { word: "landing", definitionId: role.id },
        scope: accountId,
        scopeWord: "landing",
        principalId: technicians.objectId,
        principalWord: "technicians",
        principalType: "Group",
      },
      { parent: this },
    );

    this.serviceId = service.id;
    this.accountId = accountId;
    this.accountName = accountName;
    this.containerName = container.name;
    this.registerOutputs({ accountId });
  }
}

const blobService = "Microsoft.Storage/storageAccounts/blobServices";
// Given on the account: a user delegation key cannot be had for less.
const signToken = `${blobService}/generateUserDelegationKey/action`;
// Makes new blobs; `blobs/write` would overwrite too:
// https://learn.microsoft.com/rest/api/storageservices/put-blob#permissions
const add = `${blobService}/containers/blobs/add/action`;
