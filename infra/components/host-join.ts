import type { Input } from "@pulumi/pulumi";

/** How hosts come to be known to those who sign their users in; exactly one of them. */
export type HostJoin = { readonly kind: "entra" } | ({ readonly kind: "domain" } & DomainJoin);

/** Membership of an Active Directory domain, the firm's own or a managed one. */
export interface DomainJoin {
  /** DNS name of the domain. */
  readonly domain: string;
  /** Distinguished name of the unit the machine's account is put into. */
  readonly unit: string;
  /** Account that may join machines: no administrator, and allowed more than ten of them. */
  readonly account: string;
  /** Where its password is. */
  readonly password: VaultSecret;
}

/** A secret that Azure reads itself, while it runs a template: neither program nor state ever hold it. */
export interface VaultSecret {
  /** Vault that lets templates read from it; who deploys needs the action `vaults/deploy` on it. */
  readonly vaultId: Input<string>;
  readonly secretName: string;
}

/** The secret as a parameter of a deployment. */
export function secretParameter({ vaultId, secretName }: VaultSecret) {
  return { reference: { keyVault: { id: vaultId }, secretName } };
}

// Join it, and make an account for it: NETSETUP_JOIN_DOMAIN and NETSETUP_ACCT_CREATE,
// https://learn.microsoft.com/windows/win32/api/lmjoin/nf-lmjoin-netjoindomain
const joinOptions = "3";

/**
 * Deployment that joins a machine, and restarts one that joins a domain. Run once in a machine's life:
 * joining again breaks the trust between the two. It is a deployment in every mode, so that a firm
 * that changes its mode changes nothing on the hosts it has.
 */
export function joinDeployment(vmName: string, location: string, join: HostJoin) {
  switch (join.kind) {
    case "entra":
      return machineExtension(vmName, location, {
        type: "AADLoginForWindows",
        publisher: "Microsoft.Azure.ActiveDirectory",
        typeHandlerVersion: "2.2",
      });
    case "domain":
      return machineExtension(
        vmName,
        location,
        {
          type: "JsonADDomainExtension",
          publisher: "Microsoft.Compute",
          typeHandlerVersion: "1.3",
          settings: {
            Name: "[parameters('domain')]",
            OUPath: "[parameters('unit')]",
            User: "[parameters('account')]",
            Restart: "true",
            Options: joinOptions,
          },
          protectedSettings: { Password: "[parameters('password')]" },
        },
        {
          domain: ["string", { value: join.domain }],
          unit: ["string", { value: join.unit }],
          account: ["string", { value: join.account }],
          password: ["securestring", secretParameter(join.password)],
        },
      );
  }
}

interface Extension {
  readonly type: string;
  readonly publisher: string;
  readonly typeHandlerVersion: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly protectedSettings?: Readonly<Record<string, string>>;
}

type Parameters = Readonly<Record<string, readonly [type: string, given: object]>>;

function machineExtension(
  vmName: string,
  location: string,
  extension: Extension,
  own: Parameters = {},
) {
  const parameters: Parameters = {
    vmName: ["string", { value: vmName }],
    location: ["string", { value: location }],
    ...own,
  };
  const each = (pick: (parameter: Parameters[string]) => object) =>
    Object.fromEntries(Object.entries(parameters).map(([name, one]) => [name, pick(one)]));
  return {
    template: {
      $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      contentVersion: "1.0.0.0",
      parameters: each(([type]) => ({ type })),
      resources: [
        {
          type: "Microsoft.Compute/virtualMachines/extensions",
          apiVersion: "2024-11-01",
          name: `[concat(parameters('vmName'), '/${extension.type}')]`,
          location: "[parameters('location')]",
          properties: { ...extension, autoUpgradeMinorVersion: true },
        },
      ],
    },
    parameters: each(([, given]) => given),
  };
}
