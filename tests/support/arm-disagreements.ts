/** Where Microsoft's types and the embedded Azure do not agree, and why. */
export interface Disagreement {
  readonly refusedBy: "types" | "embedded";
  /** In `token path what`. */
  readonly where: RegExp;
  readonly because: string;
}

export const disagreements: readonly Disagreement[] = [
  {
    refusedBy: "types",
    where: / location left out$/,
    because: "the provider fills in the location of the resource group before ARM sees it",
  },
  {
    refusedBy: "types",
    where: /\[\]\.name left out$|networkInterfaces\[\]\.id left out$|subnet\.id left out$/,
    because:
      "the translation of the SDK's shape to ARM's tells parts with `properties` by their name or id",
  },
  {
    refusedBy: "types",
    where: /GuestConfigurationHCRPAssignment properties left out$/,
    because:
      "without properties the translation does not know the name for one that stands beside them",
  },
  {
    refusedBy: "types",
    where: /:(Protect\w+|ResourceGuardProxy) properties left out$/,
    because: "the translation adds empty properties; the SDK lets them be left out",
  },
  {
    refusedBy: "embedded",
    where: /NetworkSecurityGroup securityRules\[\]\.priority far too (small|large)$/,
    because: "the types have no range of priorities; Azure's documentation does",
  },
  {
    refusedBy: "types",
    where: /ScalingPlan schedules\[\]\.daysOfWeek\[\] another value$/,
    because: "the SDK has plain text where the API lists the days",
  },
  {
    refusedBy: "types",
    where: /DataCollectionRule .*streams\[\] another value$/,
    because: "streams of one's own are allowed beside those listed",
  },
  {
    refusedBy: "types",
    where: /Vault properties\.tenantId another value$/,
    because: "the SDK knows no form of a text; there is no rule for this one",
  },
  {
    refusedBy: "embedded",
    where: /:(Key|Secret) properties left out$/,
    because: "the translation adds empty properties, in which the types miss nothing",
  },
  {
    refusedBy: "embedded",
    where: /GuestConfigurationHCRPAssignment name (left out|another type)$/,
    because: "the SDK demands a name in the body, which the API takes from the address too",
  },
  {
    refusedBy: "embedded",
    where: /Workspace features\.\* unknown beside it$/,
    because: "the API takes further features; the SDK has no place for them",
  },
  {
    refusedBy: "embedded",
    where: /(:\w+ \w*[nN]ame) another value$/,
    because: "the published types have no form of this name; Azure's naming rules do",
  },
  {
    refusedBy: "types",
    where: /ActionGroup enabled left out$/,
    because: "the SDK fills in its default, true",
  },
  {
    refusedBy: "types",
    where: /ScheduledQueryRule criteria\.allOf\[\]\.operator another value$/,
    because: "the SDK lists the operators of another API, so the embedded Azure takes any",
  },
  {
    refusedBy: "embedded",
    where: /userAssignedIdentities\[\] another type$/,
    because: "ARM has the ids as keys, and a key is always text",
  },
  {
    refusedBy: "embedded",
    where: /Job template\.containers\[\]\.resources\.cpu another type$/,
    because: "these types know whole numbers only, and refuse the right value too",
  },
  {
    refusedBy: "embedded",
    where: /VirtualMachine hardwareProfile\.vmSize another type$/,
    because: "sizes are no longer listed: the types refuse every size of today, whatever its type",
  },
];
