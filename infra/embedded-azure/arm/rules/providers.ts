import { ArmError } from "../error";
import type { Rule } from "../world";

/** Providers every subscription has from the start: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types */
const ofAzureItself =
  /^Microsoft\.(ADHybridHealthService|Authorization|Billing|ClassicSubscription|Commerce|Consumption|CostManagement|Features|MarketplaceOrdering|Portal|ResourceGraph|ResourceNotifications|Resources|SerialConsole|support|Management)$/i;

/**
 * A subscription uses a resource provider only once that is registered. azure-native registers what is
 * missing by itself when its caller may (the registration policy of azcore's arm/runtime.NewPipeline,
 * which provider/pkg/azure/client_azcore.go of pulumi-azure-native uses), so only callers who may not
 * see this.
 */
export const providerIsRegistered: Rule = ({ setting }, { parts }) => {
  if (setting("registration") !== "byHand" || parts.subscriptionId === undefined) return;
  const [namespace = ""] = parts.type.split("/");
  if (ofAzureItself.test(namespace) || setting(`registered.${namespace}`) === "yes") return;
  throw new ArmError(
    409,
    "MissingSubscriptionRegistration",
    `The subscription is not registered to use namespace '${namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.`,
  );
};
