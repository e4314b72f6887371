import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { azureName, type NameOwner } from "../azure/names";

export interface DeletionLocksArgs {
  /** Required. Whose resources they are; takes part in the names. */
  readonly owner: NameOwner;
  /** Required. What must not be deleted, by a word for it; the word takes part in the name. */
  readonly scopes: Readonly<Record<string, pulumi.Input<string>>>;
  /** Required. Why it must not go, and what to do instead, for who meets the lock. */
  readonly why: string;
  /** Required. What is inside or on those resources; its deletion waits for the locks'. */
  readonly after: readonly pulumi.Resource[];
}

/**
 * Keeps everybody, in the portal too, from deleting what must not go. A lock also covers
 * what is inside and on its resource; therefore locks come last, and are the first to go when the
 * stack is destroyed.
 */
export class DeletionLocks extends pulumi.ComponentResource {
  constructor(name: string, args: DeletionLocksArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:DeletionLocks", name, {}, opts);

    for (const [word, scope] of Object.entries(args.scopes)) {
      new authorization.ManagementLockByScope(
        `${name}-${word}`,
        {
          scope,
          lockName: azureName("managementLock", args.owner, word),
          level: authorization.LockLevel.CanNotDelete,
          notes: args.why,
        },
        { parent: this, dependsOn: [...args.after] },
      );
    }

    this.registerOutputs({});
  }
}
