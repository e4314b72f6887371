import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import {
  signInGroupMeanings,
  signInGroups,
  signInRules,
  type SignInGroup,
  type SignInRule,
} from "../platform/sign-in-rules";

export interface SignInRulesArgs {
  /** Required. Environment, part of the names. */
  readonly environment: string;
  /** Required. Entra group that no rule counts for; undefined: groups, and no rule. */
  readonly breakGlassGroup: string | undefined;
}

/**
 * Conditional access for the people of all firms, and the groups it counts for. Wants Entra ID P1 for
 * them; costs nothing itself.
 */
export class SignInRules extends pulumi.ComponentResource {
  /** Object ids. */
  readonly groupIds: Readonly<Record<SignInGroup, pulumi.Output<string>>>;

  constructor(name: string, args: SignInRulesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:platform:SignInRules", name, {}, opts);
    const { environment, breakGlassGroup } = args;

    const make = (word: SignInGroup) =>
      new azuread.Group(
        `${name}-${word}`,
        {
          displayName: `cabinet-${environment}-signin-${word.toLowerCase()}`,
          description: signInGroupMeanings[word],
          securityEnabled: true,
          preventDuplicateNames: true,
        },
        // Each firm's stack puts its own groups in: a member that is not written here stays.
        { parent: this, ignoreChanges: ["members"] },
      ).objectId;
    const [people, managedDevices, reportedDevices] = signInGroups;
    this.groupIds = {
      people: make(people),
      managedDevices: make(managedDevices),
      reportedDevices: make(reportedDevices),
    };

    if (breakGlassGroup !== undefined)
      for (const rule of signInRules)
        new azuread.ConditionalAccessPolicy(
          `${name}-${rule.word}`,
          policyOf(rule, environment, this.groupIds[rule.group], breakGlassGroup),
          { parent: this },
        );

    this.registerOutputs({});
  }
}

function policyOf(
  rule: SignInRule,
  environment: string,
  groupId: pulumi.Input<string>,
  breakGlassGroup: string,
): azuread.ConditionalAccessPolicyArgs {
  return {
    displayName: `cabinet-${environment}-${rule.word.toLowerCase()}`,
    state: rule.state === "enforced" ? "enabled" : "enabledForReportingButNotEnforced",
    conditions: {
      clientAppTypes: rule.demands === "block" ? ["exchangeActiveSync", "other"] : ["all"],
      applications: { includedApplications: [...rule.applications] },
      users: { includedGroups: [groupId], excludedGroups: [breakGlassGroup] },
      ...(rule.demands === "freshSignIn" ? { devices: { filter: unmanaged } } : {}),
    },
    ...controlsOf(rule.demands),
  };
}

/** Every device but those the firm or its domain looks after. */
const unmanaged = {
  mode: "exclude",
  rule: 'device.isCompliant -eq True -or device.trustType -eq "ServerAD"',
};

function controlsOf(
  demands: SignInRule["demands"],
): Pick<azuread.ConditionalAccessPolicyArgs, "grantControls" | "sessionControls"> {
  switch (demands) {
    case "multiFactor":
      return { grantControls: { operator: "OR", builtInControls: ["mfa"] } };
    case "managedDevice":
      return {
        grantControls: {
          operator: "OR",
          builtInControls: ["compliantDevice", "domainJoinedDevice"],
        },
      };
    case "block":
      return { grantControls: { operator: "OR", builtInControls: ["block"] } };
    case "freshSignIn":
      // A stranger's computer remembers nobody: a working day, and no cookie after the browser.
      return {
        sessionControls: {
          signInFrequency: 8,
          signInFrequencyPeriod: "hours",
          persistentBrowserMode: "never",
        },
      };
  }
}
