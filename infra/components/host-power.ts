import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import type { NameOwner } from "../azure/names";
import { wellKnownApps } from "../azure/well-known-apps";
import { grantRole } from "./role-grant";

export interface HostPowerArgs {
  /** Required. Whose hosts they are. */
  readonly owner: NameOwner;
  /** Required. Group of the session hosts. */
  readonly hostsGroupId: pulumi.Input<string>;
  /** Required. Group of the host pool. */
  readonly desktopsGroupId: pulumi.Input<string>;
}

/**
 * Lets Azure Virtual Desktop switch the firm's hosts on and off. Microsoft advises the whole
 * subscription; the role is needed on hosts and host pool alone, so their groups get it and two
 * firms in one subscription do not meet: https://github.com/Azure/avdaccelerator/issues/615
 */
export class HostPower extends pulumi.ComponentResource {
  constructor(name: string, args: HostPowerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:HostPower", name, {}, opts);

    // Its object id is another one in every tenant.
    const service = azuread.getServicePrincipalOutput(
      { clientId: wellKnownApps.azureVirtualDesktop },
      { parent: this },
    );
    const scopes = { hosts: args.hostsGroupId, desktops: args.desktopsGroupId };
    for (const [word, scope] of Object.entries(scopes)) {
      grantRole(
        `${name}-${word}`,
        {
          owner: args.owner,
          role: "desktopVirtualizationPowerOnOffContributor",
          scope,
          scopeWord: `group-${word}`,
          principalId: service.objectId,
          principalWord: "azureVirtualDesktop",
          principalType: "ServicePrincipal",
        },
        { parent: this },
      );
    }

    this.registerOutputs({});
  }
}
