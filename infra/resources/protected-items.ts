import { isRecord } from "./property-values";
import type { RegisteredResource } from "./registered";

/** What a program has Azure back up, as the vault knows it. */
export interface ProtectedItem {
  /** Id of the protected item. */
  readonly itemId: string;
  readonly vault: string;
  /** Group of the vault. */
  readonly group: string;
  readonly container: string;
  readonly item: string;
}

/** A protected item with the resource it is a copy of and the policy it follows, where the stack registers them. */
export interface Protection {
  readonly item: ProtectedItem;
  readonly source: RegisteredResource | undefined;
  readonly policy: RegisteredResource | undefined;
}

/**
 * What a stack protects, from what it registers.
 * @param kind ARM's `protectedItemType`
 */
export function protectionsOf(
  resources: readonly RegisteredResource[],
  kind: "AzureFileShareProtectedItem" | "Microsoft.Compute/virtualMachines",
): readonly Protection[] {
  return resources.flatMap(({ type, id, inputs }) => {
    if (type !== "azure-native:recoveryservices:ProtectedItem" || id === undefined) return [];
    const { properties } = inputs;
    if (!isRecord(properties) || properties["protectedItemType"] !== kind) return [];
    return [
      {
        item: {
          itemId: id,
          vault: textIn(inputs["vaultName"]),
          group: textIn(inputs["resourceGroupName"]),
          container: textIn(inputs["containerName"]),
          item: textIn(inputs["protectedItemName"]),
        },
        source: resourceWith(resources, properties["sourceResourceId"]),
        policy: resourceWith(resources, properties["policyId"]),
      },
    ];
  });
}

/** The resource with an id, which ARM compares without case. */
export function resourceWith(
  resources: readonly RegisteredResource[],
  id: unknown,
): RegisteredResource | undefined {
  const wanted = textIn(id).toLowerCase();
  return wanted === "" ? undefined : resources.find((one) => one.id?.toLowerCase() === wanted);
}

/** A text among inputs; empty where it is none, such as what only a deployment can tell. */
export function textIn(value: unknown): string {
  return typeof value === "string" ? value : "";
}
