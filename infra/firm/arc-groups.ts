import { azureName } from "../azure/names";
import type { Firm } from "./firm";
import type { Site } from "./site";

/** A resource group that holds the machines of one office, and who may administer them by Azure. */
export interface ArcGroup {
  /** Azure's id of the group. */
  readonly id: string;
  /** Entra groups, by object id. */
  readonly administrators: readonly string[];
}

/** Id of the group that an office's machines are onboarded into; nothing else is ever in it. */
export function arcGroupId(
  environment: string,
  { key: firm, subscription }: Pick<Firm, "key" | "subscription">,
  { key: site }: Pick<Site, "key">,
): string {
  const name = azureName("resourceGroup", { environment, firm, site, subscription }, "arc");
  return `/subscriptions/${subscription}/resourceGroups/${name}`;
}

/** Those of all offices of a firm that Azure Arc watches. */
export function arcGroupsOf(
  environment: string,
  firm: Pick<Firm, "key" | "subscription" | "sites">,
): readonly ArcGroup[] {
  return firm.sites.flatMap((site) =>
    site.supervision.kind === "agentless"
      ? []
      : [
          {
            id: arcGroupId(environment, firm, site),
            administrators: site.supervision.administrators,
          },
        ],
  );
}
