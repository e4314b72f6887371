import { isRecord } from "./property-values";
import type { RegisteredResource } from "./registered";

/** A share that a program has Azure back up. */
export interface ProtectedShare {
  /** Id of the protected item. */
  readonly itemId: string;
  readonly vault: string;
  /** Group of the vault. */
  readonly group: string;
  readonly container: string;
  readonly item: string;
  readonly account: string;
  readonly accountGroup: string;
  readonly share: string;
  readonly gibibytes: number;
  /** Whether its copies are in the vault, and not only beside it. */
  readonly inVault: boolean;
}

/** The shares a stack protects, from what it registers. */
export function protectedShares(
  resources: readonly RegisteredResource[],
): readonly ProtectedShare[] {
  const byId = new Map(resources.map((one) => [one.id?.toLowerCase(), one]));
  return resources.flatMap(({ type, id, inputs }) => {
    if (type !== "azure-native:recoveryservices:ProtectedItem" || id === undefined) return [];
    const { properties } = inputs;
    if (!isRecord(properties) || properties["protectedItemType"] !== "AzureFileShareProtectedItem")
      return [];
    const share = text(inputs["protectedItemName"]).replace(/^AzureFileShare;/, "");
    const account = byId.get(text(properties["sourceResourceId"]).toLowerCase());
    const policy = byId.get(text(properties["policyId"]).toLowerCase());
    const own = resources.find(
      (one) =>
        one.type === "azure-native:storage:FileShare" &&
        one.inputs["shareName"] === share &&
        one.inputs["accountName"] === account?.inputs["accountName"],
    );
    if (account === undefined || own === undefined) return [];
    return [
      {
        itemId: id,
        vault: text(inputs["vaultName"]),
        group: text(inputs["resourceGroupName"]),
        container: text(inputs["containerName"]),
        item: text(inputs["protectedItemName"]),
        account: text(account.inputs["accountName"]),
        accountGroup: text(account.inputs["resourceGroupName"]),
        share,
        gibibytes: Number(own.inputs["shareQuota"]),
        inVault:
          isRecord(policy?.inputs["properties"]) &&
          policy.inputs["properties"]["vaultRetentionPolicy"] !== undefined,
      },
    ];
  });
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
