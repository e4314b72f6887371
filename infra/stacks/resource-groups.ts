import * as resources from "@pulumi/azure-native/resources";
import type * as pulumi from "@pulumi/pulumi";
import { azureName, type NameOwner } from "../azure/names";
import type { Placement } from "../components/placement";

export interface PlacedGroup {
  readonly id: pulumi.Output<string>;
  /** For components whose resources go into the group. */
  readonly placement: Placement;
}

/** Makes groups of one owner: what is in one of them comes and goes together. */
export function resourceGroups(
  owner: NameOwner,
  location: string,
  tags: Readonly<Record<string, string>>,
  provider: pulumi.ProviderResource,
): (purpose: string) => PlacedGroup {
  return (purpose) => {
    const group = new resources.ResourceGroup(
      purpose,
      { resourceGroupName: azureName("resourceGroup", owner, purpose), location, tags },
      { provider },
    );
    return {
      id: group.id,
      placement: { owner, location, tags, resourceGroupName: group.name },
    };
  };
}
