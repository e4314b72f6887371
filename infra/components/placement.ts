import type { Input } from "@pulumi/pulumi";
import type { NameOwner } from "../azure/names";

/** Where a component's resources go and what they are called; every component takes it. */
export interface Placement {
  /** Required. Whose resources they are; takes part in every physical name. */
  readonly owner: NameOwner;
  /** Required. Azure region. */
  readonly location: string;
  /** Required. Group the resources are created in. */
  readonly resourceGroupName: Input<string>;
  /** Required. Put on every resource that takes tags. */
  readonly tags: Readonly<Record<string, string>>;
}
