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
  /** Entra groups that rules of conditional access count for: object ids. */
  readonly signInPeople: string;
  readonly signInManagedDevices: string;
  readonly signInReportedDevices: string;
  readonly guardIds: Readonly<Record<string, string>>;
}

/** What it tells its firms' offices; apart, for a firm needs none of it. */
export interface OfficeOutputs {
  readonly hubGroupName: string;
  readonly maintenanceId: string;
  /** The hub's end of tunnels to offices; empty without a gateway. */
  readonly vpnGatewayId: string;
  /** Rules by which the platform's resolver asks offices' controllers. */
  readonly forwardingRulesetName: string;
}

export type Live<T> = { readonly [Key in keyof T]: pulumi.Output<T[Key]> };

/** The outputs of another stack, `prod`, of which `T` says what they are; a deployment fails when one is not there. */
export function outputsOf<T>(
  stackName: string,
): <Name extends keyof T & string>(output: Name) => pulumi.Output<T[Name]> {
  const stack = new pulumi.StackReference(
    `${pulumi.getOrganization()}/${pulumi.getProject()}/${stackName}`,
  );
  return (output) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- that stack promises them by the same type
    stack.requireOutput(output) as pulumi.Output<T[typeof output]>;
}

/** The outputs of an environment's platform; a firm's deployment fails when one is not there. */
export function readPlatformOutputs(environment: string): Live<PlatformOutputs> {
  const of = outputsOf<PlatformOutputs>(environment);
  return {
    hubGroupName: of("hubGroupName"),
    hubNetworkName: of("hubNetworkName"),
    hubNetworkId: of("hubNetworkId"),
    fileZoneId: of("fileZoneId"),
    blobZoneId: of("blobZoneId"),
    vaultZoneId: of("vaultZoneId"),
    imageDefinitionId: of("imageDefinitionId"),
    maintenanceId: of("maintenanceId"),
    firewallAddress: of("firewallAddress"),
    signInPeople: of("signInPeople"),
    signInManagedDevices: of("signInManagedDevices"),
    signInReportedDevices: of("signInReportedDevices"),
    guardIds: of("guardIds"),
  };
}

/** The same for an office's deployment. */
export function readOfficeOutputs(environment: string): Live<OfficeOutputs> {
  const of = outputsOf<OfficeOutputs>(environment);
  return {
    hubGroupName: of("hubGroupName"),
    maintenanceId: of("maintenanceId"),
    vpnGatewayId: of("vpnGatewayId"),
    forwardingRulesetName: of("forwardingRulesetName"),
  };
}
