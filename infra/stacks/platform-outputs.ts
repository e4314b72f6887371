import * as pulumi from "@pulumi/pulumi";

/** What a platform's stack tells its firms' stacks. Renaming one breaks every firm until it is deployed again. */
export interface PlatformOutputs {
  readonly hubGroupName: string;
  readonly hubNetworkName: string;
  readonly hubNetworkId: string;
  readonly fileZoneId: string;
  readonly blobZoneId: string;
  readonly vaultZoneId: string;
  /** Definition of the platform's own host image: `<id>/versions/<version>`. */
  readonly imageDefinitionId: string;
  /** When servers are patched. */
  readonly maintenanceId: string;
  /** Where hosts' routes lead and their questions for names go; empty without a firewall. */
  readonly firewallAddress: string;
  /** Guards of backups, by region. */
  readonly guardIds: Readonly<Record<string, string>>;
}

export type Live<T> = { readonly [Key in keyof T]: pulumi.Output<T[Key]> };

/** The outputs of an environment's platform; a firm's deployment fails when one is not there. */
export function readPlatformOutputs(environment: string): Live<PlatformOutputs> {
  const stack = `${pulumi.getOrganization()}/${pulumi.getProject()}/${environment}`;
  const platform = new pulumi.StackReference(stack);
  const text = (output: Exclude<keyof PlatformOutputs, "guardIds">): pulumi.Output<string> =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a platform's outputs are texts, by the type above
    platform.requireOutput(output) as pulumi.Output<string>;
  return {
    hubGroupName: text("hubGroupName"),
    hubNetworkName: text("hubNetworkName"),
    hubNetworkId: text("hubNetworkId"),
    fileZoneId: text("fileZoneId"),
    blobZoneId: text("blobZoneId"),
    vaultZoneId: text("vaultZoneId"),
    imageDefinitionId: text("imageDefinitionId"),
    maintenanceId: text("maintenanceId"),
    firewallAddress: text("firewallAddress"),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- by the type above
    guardIds: platform.requireOutput("guardIds") as Live<PlatformOutputs>["guardIds"],
  };
}
