import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import type { NameOwner } from "../azure/names";
import type { WebService as ServiceName } from "../firm/firm";
import { webServices } from "../firm/services";

export interface WebServiceArgs {
  /** Required. Whose people use it. */
  readonly owner: NameOwner & { readonly firm: string };
  /** Required. The firm's name, for the group's description. */
  readonly firmName: string;
  readonly service: ServiceName;
}

/**
 * A service that its vendor hosts: here it has the group of those who use it, which the vendor's own
 * sign-in goes by, and a rule of the hosts' network. Costs nothing in Azure.
 */
export class WebService extends pulumi.ComponentResource {
  readonly groupName: string;

  constructor(name: string, args: WebServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:WebService", name, {}, opts);
    const { owner, firmName, service } = args;
    const facts = webServices[service];
    this.groupName = `cabinet-${owner.environment}-${owner.firm}-${service.toLowerCase()}`;
    new azuread.Group(
      `${name}-group`,
      {
        displayName: this.groupName,
        description: `${firmName}: use ${facts.name}, ${facts.what}.`,
        securityEnabled: true,
        preventDuplicateNames: true,
      },
      { parent: this },
    );
    this.registerOutputs({ groupName: this.groupName });
  }
}
