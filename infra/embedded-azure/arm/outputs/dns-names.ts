import { textOf } from "../../values/json";
import { valueAt } from "../../values/property";
import { plainLocation } from "../rules/immutable";
import type { Change, Computation } from "../world";

/**
 * Services that are reached by their name, which nobody else in Azure may have: scope `global` in
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules. Storage
 * accounts and key vaults have answers of their own.
 */
const domains: Readonly<Record<string, string>> = {
  "Microsoft.ApiManagement/service": "azure-api.net",
  "Microsoft.AppConfiguration/configurationStores": "azconfig.io",
  "Microsoft.Cache/redis": "redis.cache.windows.net",
  "Microsoft.CognitiveServices/accounts": "cognitiveservices.azure.com",
  "Microsoft.ContainerRegistry/registries": "azurecr.io",
  "Microsoft.DBforMySQL/flexibleServers": "mysql.database.azure.com",
  "Microsoft.DBforPostgreSQL/flexibleServers": "postgres.database.azure.com",
  "Microsoft.DocumentDB/databaseAccounts": "documents.azure.com",
  "Microsoft.EventHub/namespaces": "servicebus.windows.net",
  "Microsoft.Search/searchServices": "search.windows.net",
  "Microsoft.ServiceBus/namespaces": "servicebus.windows.net",
  "Microsoft.Sql/servers": "database.windows.net",
  "Microsoft.Web/sites": "azurewebsites.net",
};

/** ARM types of services that are reached by their name. */
export const namedTypes: RegExp = new RegExp(
  `^(${Object.keys(domains).join("|").replaceAll(".", "\\.")})$`,
  "i",
);

const byType = new Map(
  Object.entries(domains).map(([type, domain]) => [type.toLowerCase(), domain]),
);

export const dnsName: Computation = (_world, { parts, name }) => {
  const domain = byType.get(parts.type.toLowerCase());
  return domain === undefined ? {} : { claims: { name: `name ${name.toLowerCase()}.${domain}` } };
};

/**
 * The name of a public address, which nobody else in its region may have:
 * https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses#domain-name-label
 */
export const addressName: Computation = (_world, { wish }: Change) => {
  const label = textOf(valueAt(wish.body, "dnsSettings.domainNameLabel")).toLowerCase();
  if (label === "") return {};
  const fqdn = `${label}.${plainLocation(textOf(wish.body["location"]))}.cloudapp.azure.com`;
  return { body: { dnsSettings: { fqdn } }, claims: { dnsName: `DNS record ${fqdn}` } };
};
