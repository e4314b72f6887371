import * as keyvault from "@pulumi/azure-native/keyvault";
import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { azureName, type NameOwner } from "../azure/names";
import type { Network } from "../azure/network";
import type { SiteLink as Link } from "../firm/site";

export interface SiteLinkArgs {
  /** Required. Whose office it is; takes part in the names. */
  readonly owner: NameOwner & { readonly site: string };
  /** Required. Put on every resource that takes tags. */
  readonly tags: Readonly<Record<string, string>>;
  /** Required. The office's end, and the number of its shared secret. */
  readonly link: Extract<Link, { readonly kind: "vpn" }>;
  /** Required. What is behind that end. */
  readonly lan: Network;
  /** Required. The hub's end, the group it is in, and its region. */
  readonly gatewayId: pulumi.Input<string>;
  readonly hubGroupName: pulumi.Input<string>;
  readonly hubLocation: string;
  /** Required. Creates what stands in the platform's subscription. */
  readonly hubProvider: pulumi.ProviderResource;
  /** Required. The firm's vault, which keeps the shared secret, and the group it is in. */
  readonly vaultName: pulumi.Input<string>;
  readonly vaultGroupName: pulumi.Input<string>;
}

/**
 * The tunnel between an office and the hub, IKEv2 with one fixed set of algorithms. Its shared secret is made here,
 * kept in the firm's vault for who sets up the office's router, and made anew with each number in the firm's file.
 * Costs by the hour beyond the gateway's first ten.
 */
export class SiteLink extends pulumi.ComponentResource {
  /** Name of the secret in the firm's vault. */
  readonly secretName: string;

  constructor(name: string, args: SiteLinkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:site:SiteLink", name, {}, opts);
    const { owner, tags, link, lan, hubGroupName: resourceGroupName } = args;
    const location = args.hubLocation;
    const inHub = { parent: this, provider: args.hubProvider };
    this.secretName = `vpn-${owner.site}`;

    // Letters and digits only: routers differ in what else they take.
    const secret = new random.RandomPassword(
      `${name}-secret`,
      {
        length: 64,
        special: false,
        minLower: 1,
        minUpper: 1,
        minNumeric: 1,
        keepers: { generation: String(link.generation) },
      },
      { parent: this },
    ).result;

    const office = new network.LocalNetworkGateway(
      `${name}-office`,
      {
        resourceGroupName,
        localNetworkGatewayName: azureName("localNetworkGateway", owner),
        location,
        ...(link.remote.kind === "address"
          ? { gatewayIpAddress: link.remote.text }
          : { fqdn: link.remote.text }),
        localNetworkAddressSpace: { addressPrefixes: [lan.text] },
        tags,
      },
      inHub,
    );

    new network.VirtualNetworkGatewayConnection(
      `${name}-tunnel`,
      {
        resourceGroupName,
        virtualNetworkGatewayConnectionName: azureName("connection", owner),
        location,
        connectionType: network.VirtualNetworkGatewayConnectionType.IPsec,
        connectionProtocol: network.VirtualNetworkGatewayConnectionProtocol.IKEv2,
        virtualNetworkGateway1: { id: args.gatewayId },
        localNetworkGateway2: { id: office.id },
        sharedKey: secret,
        ipsecPolicies: [ipsecPolicy],
        dpdTimeoutSeconds: 45,
        enableBgp: false,
        tags,
      },
      inHub,
    );

    new keyvault.Secret(
      `${name}-kept`,
      {
        resourceGroupName: args.vaultGroupName,
        vaultName: args.vaultName,
        secretName: this.secretName,
        properties: { contentType: "text/plain", value: secret },
        tags,
      },
      // Azure has no way to delete a secret from outside the vault; it goes with the vault.
      { parent: this, retainOnDelete: true },
    );

    this.registerOutputs({ secretName: this.secretName });
  }
}

// What ANSSI's guide on IPsec (2015) asks for among what Azure's gateways know, lifetimes Azure's own:
// https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto
const ipsecPolicy = {
  ikeEncryption: network.IkeEncryption.AES256,
  ikeIntegrity: network.IkeIntegrity.SHA384,
  dhGroup: network.DhGroup.ECP384,
  ipsecEncryption: network.IpsecEncryption.GCMAES256,
  ipsecIntegrity: network.IpsecIntegrity.GCMAES256,
  pfsGroup: network.PfsGroup.ECP384,
  saLifeTimeSeconds: 27_000,
  saDataSizeKilobytes: 102_400_000,
};
