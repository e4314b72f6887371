import * as keyvault from "@pulumi/azure-native/keyvault";
import * as pulumi from "@pulumi/pulumi";
import { keyVaultName } from "../azure/names";
import type { Placement } from "./placement";
import { PrivateEndpoint, type EndpointPlace } from "./private-endpoint";

export interface KeysArgs extends Placement {
  /** Required. Entra tenant whose identities may be let in. */
  readonly tenant: string;
  /** Optional. Which vault of the firm's this is: another number, another name, for a vault that is made anew. @default 1 */
  readonly number?: number;
  /** Optional. Whether Azure may hand a secret to a template it runs, such as a join account's. @default false */
  readonly readByTemplates?: boolean;
  /** Required. Where its private endpoint goes. */
  readonly endpoint: EndpointPlace;
}

/**
 * The firm's key vault: closed to the internet, access by role only, and nothing in it can be lost
 * for good within 90 days. Azure keeps a deleted vault that long; its name stays taken: whoever deploys
 * the firm again within that time recovers the vault, or has a new one under the next number.
 */
export class Keys extends pulumi.ComponentResource {
  readonly vaultId: pulumi.Output<string>;
  readonly vaultName: pulumi.Output<string>;

  constructor(name: string, args: KeysArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:Keys", name, {}, opts);
    const { owner, location, resourceGroupName, tags } = args;

    const vault = new keyvault.Vault(
      `${name}-vault`,
      {
        resourceGroupName,
        vaultName: keyVaultName(owner, args.number ?? 1),
        location,
        properties: {
          tenantId: args.tenant,
          sku: { family: keyvault.SkuFamily.A, name: keyvault.SkuName.Standard },
          enableRbacAuthorization: true,
          enableSoftDelete: true,
          softDeleteRetentionInDays: 90,
          enablePurgeProtection: true,
          enabledForDeployment: false,
          enabledForDiskEncryption: false,
          enabledForTemplateDeployment: args.readByTemplates ?? false,
          publicNetworkAccess: "Disabled",
          // Storage and managed disks unwrap the firm's key from networks of Azure's own; as trusted
          // services they still need a role: https://learn.microsoft.com/azure/key-vault/general/network-security#key-vault-firewall-enabled-trusted-services-only
          networkAcls: { bypass: "AzureServices", defaultAction: "Deny" },
        },
        tags,
      },
      // A vault that is there keeps its name: with another one, everything it encrypts would lose its key.
      { parent: this, ignoreChanges: ["vaultName"] },
    );

    new PrivateEndpoint(
      `${name}-private`,
      {
        owner,
        location,
        resourceGroupName,
        tags,
        purpose: "keys",
        targetId: vault.id,
        service: "vault",
        place: args.endpoint,
      },
      { parent: this },
    );

    this.vaultId = vault.id;
    this.vaultName = vault.name;
    this.registerOutputs({ vaultId: this.vaultId });
  }
}
