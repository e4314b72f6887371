import * as dataprotection from "@pulumi/azure-native/dataprotection";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";

export interface BackupGuardArgs extends Omit<Placement, "location"> {
  /** Required. Regions with vaults: a guard watches over those of its own region only. */
  readonly regions: readonly string[];
}

/**
 * Multi-user authorisation of what can harm backups: whoever runs a firm's stack cannot lift
 * immutability, delete a backup or shorten its life, until somebody who holds a role on the guard
 * lets him. So no single stolen account destroys the backups of all firms. It stands in the
 * platform's subscription, apart from the firms' owners. Costs nothing.
 * https://learn.microsoft.com/azure/backup/multi-user-authorization-concept
 */
export class BackupGuard extends pulumi.ComponentResource {
  readonly ids: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, args: BackupGuardArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:platform:BackupGuard", name, {}, opts);
    const { owner, resourceGroupName, tags, regions } = args;

    this.ids = Object.fromEntries(
      regions.map((location) => [
        location,
        new dataprotection.ResourceGuard(
          `${name}-${location}`,
          {
            resourceGroupName,
            resourceGuardsName: azureName("resourceGuard", owner, location),
            location,
            // Nothing is left out: every operation that Azure can guard is guarded.
            properties: { vaultCriticalOperationExclusionList: [] },
            tags,
          },
          { parent: this },
        ).id,
      ]),
    );
    this.registerOutputs({ ids: this.ids });
  }
}
