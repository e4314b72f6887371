import { Provider as Azure } from "@pulumi/azure-native/provider";
import { Provider as Entra } from "@pulumi/azuread";
import type { Platform } from "../platform/platform";

/** Works in one subscription, whatever account or default the machine is signed in with. */
export function azureIn(name: string, subscriptionId: string, { tenant }: Platform): Azure {
  return new Azure(name, { subscriptionId, tenantId: tenant });
}

/** Works in the tenant that holds the users. */
export function entraOf({ tenant }: Platform): Entra {
  return new Entra("entra", { tenantId: tenant });
}
