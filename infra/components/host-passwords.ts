import * as keyvault from "@pulumi/azure-native/keyvault";
import * as pulumi from "@pulumi/pulumi";
import type { Placement } from "./placement";

export interface HostPasswords extends Pick<Placement, "tags"> {
  readonly vaultName: pulumi.Input<string>;
  readonly vaultGroupName: pulumi.Input<string>;
  /** Local administrators' passwords, by their machines' names. */
  readonly passwords: Readonly<Record<string, pulumi.Input<string>>>;
}

/**
 * Keeps the passwords of all hosts in the firm's vault as one secret for all generations: a secret's
 * name stays taken when it is deleted, and a firm may go back to an earlier generation.
 */
export function keepHostPasswords(
  name: string,
  { vaultName, vaultGroupName, passwords, tags }: HostPasswords,
  opts: pulumi.CustomResourceOptions,
): keyvault.Secret {
  // In order of the names: two generations that change places change nothing here.
  const sorted = Object.entries(passwords).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return new keyvault.Secret(
    name,
    {
      resourceGroupName: vaultGroupName,
      vaultName,
      secretName: "session-hosts",
      properties: {
        contentType: "application/json",
        value: pulumi.jsonStringify(Object.fromEntries(sorted)),
      },
      tags,
    },
    // Azure has no way to delete a secret from outside the vault; it goes with the vault.
    { ...opts, retainOnDelete: true },
  );
}
