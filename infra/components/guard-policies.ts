import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { azureName, type NameOwner } from "../azure/names";
import { builtInPolicies, policyDefinitionId } from "../azure/policies";

export interface GuardPoliciesArgs {
  /** Required. Whose subscription they hold in. */
  readonly owner: NameOwner;
  /** Required. Regions in which resources may be. */
  readonly regions: readonly string[];
  /** Required. Tags that every resource must have. */
  readonly requiredTags: readonly string[];
}

/**
 * What Azure refuses in a subscription, whoever asks: other regions, public addresses of machines.
 * Resources without an owner's tags it reports: Azure makes some itself and puts no tag on, such as
 * restore points, and refusing those would stop backups; what a stack makes without tags a guardrail
 * refuses. https://learn.microsoft.com/azure/backup/backup-azure-vms-troubleshoot They are assigned to each subscription by its own stack: a
 * management group above all firms would want rights on the whole tenant, and one list of regions for
 * all; so a firm's rules are previewed, changed and destroyed with the firm. Costs nothing.
 */
export class GuardPolicies extends pulumi.ComponentResource {
  constructor(name: string, args: GuardPoliciesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:governance:GuardPolicies", name, {}, opts);
    const scope = `/subscriptions/${args.owner.subscription}`;

    const assign = (
      word: string,
      policy: keyof typeof builtInPolicies,
      more: Pick<authorization.PolicyAssignmentArgs, "parameters">,
      message: string,
    ) =>
      new authorization.PolicyAssignment(
        `${name}-${word}`,
        {
          scope,
          policyAssignmentName: azureName("policyAssignment", args.owner, word),
          displayName: `${args.owner.firm ?? args.owner.environment}: ${builtInPolicies[policy].name}`,
          policyDefinitionId: policyDefinitionId(policy),
          enforcementMode:
            policy === "requiredTag"
              ? authorization.EnforcementMode.DoNotEnforce
              : authorization.EnforcementMode.Default,
          nonComplianceMessages: [{ message }],
          ...more,
        },
        { parent: this },
      );

    assign(
      "regions",
      "allowedLocations",
      { parameters: { listOfAllowedLocations: { value: [...args.regions] } } },
      `Resources stand in ${args.regions.join(", ")} only: cabinet:allowedRegions, and region in the file of a firm.`,
    );
    assign(
      "addresses",
      "noPublicAddresses",
      {},
      "No machine has a public address: users come through Azure's gateway, hosts leave by a NAT gateway or firewall.",
    );
    for (const tag of args.requiredTags)
      assign(
        `tag${tag.toLowerCase()}`,
        "requiredTag",
        {
          parameters: { tagName: { value: tag } },
        },
        `Every resource says whose it is: it wants the tag ${tag}.`,
      );

    this.registerOutputs({});
  }
}
