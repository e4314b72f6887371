import * as dnsresolver from "@pulumi/azure-native/dnsresolver";
import * as pulumi from "@pulumi/pulumi";
import { azureName, type NameOwner } from "../azure/names";
import type { Address } from "../azure/network";

export interface OfficeNamesArgs {
  /** Required. Whose office it is; takes part in the name. */
  readonly owner: NameOwner;
  /** Required. The office's domain, without a dot at the end. */
  readonly domain: string;
  /** Required. Controllers that know it, reached through tunnels; one to six, as Azure takes. */
  readonly controllers: readonly Address[];
  /** Required. The platform's forwarding rules, and the group they are in. */
  readonly rulesetName: pulumi.Input<string>;
  readonly hubGroupName: pulumi.Input<string>;
}

/**
 * Has the platform's resolver ask an office's controllers for names of their domain. The other way round, Azure's
 * private names for the office, is a setting of the controllers. Made in the platform's subscription.
 */
export class OfficeNames extends pulumi.ComponentResource {
  constructor(name: string, args: OfficeNamesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:site:OfficeNames", name, {}, opts);

    new dnsresolver.ForwardingRule(
      `${name}-domain`,
      {
        resourceGroupName: args.hubGroupName,
        dnsForwardingRulesetName: args.rulesetName,
        forwardingRuleName: azureName("forwardingRule", args.owner),
        domainName: `${args.domain}.`,
        forwardingRuleState: dnsresolver.ForwardingRuleState.Enabled,
        targetDnsServers: args.controllers.map(({ text }) => ({ ipAddress: text, port: 53 })),
      },
      { parent: this },
    );

    this.registerOutputs({});
  }
}
