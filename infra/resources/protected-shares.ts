import { isRecord } from "./property-values";
import { protectionsOf, textIn, type ProtectedItem } from "./protected-items";
import type { RegisteredResource } from "./registered";

/** A share that a program has Azure back up. */
export interface ProtectedShare extends ProtectedItem {
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
  return protectionsOf(resources, "AzureFileShareProtectedItem").flatMap(
    ({ item, source: account, policy }) => {
      const share = item.item.replace(/^AzureFileShare;/, "");
      const own = resources.find(
        (one) =>
          one.type === "azure-native:storage:FileShare" &&
          one.inputs["shareName"] === share &&
          one.inputs["accountName"] === account?.inputs["accountName"],
      );
      if (account === undefined || own === undefined) return [];
      return [
        {
          ...item,
          account: textIn(account.inputs["accountName"]),
          accountGroup: textIn(account.inputs["resourceGroupName"]),
          share,
          gibibytes: Number(own.inputs["shareQuota"]),
          inVault:
            isRecord(policy?.inputs["properties"]) &&
            policy.inputs["properties"]["vaultRetentionPolicy"] !== undefined,
        },
      ];
    },
  );
}
