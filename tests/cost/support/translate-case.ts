import type { CaseFact, Component, ExpectedLine, TranslatedCase } from "./case-facts";
import { functionApp, plan } from "./translate/apps";
import { vault } from "./translate/backup";
import { database, managedInstance } from "./translate/databases";
import { managedDisk, snapshot } from "./translate/disks";
import { certificate, key } from "./translate/keys";
import { anyMachine, windowsMachine } from "./translate/machines";
import * as network from "./translate/network";
import { share, storageAccount, table } from "./translate/storage";
import { subject, type Translate, usageOfCase } from "./translate/translation";
import * as watching from "./translate/watching";

const translations: Readonly<Record<string, Translate>> = {
  azurerm_app_service_plan: plan,
  azurerm_application_insights: watching.applicationInsights,
  azurerm_application_insights_web_test: watching.webTest,
  azurerm_bastion_host: network.bastion,
  azurerm_dns_a_record: network.record("dns:RecordSet"),
  azurerm_dns_zone: network.zone("dns:Zone"),
  azurerm_express_route_connection: network.expressRouteConnection,
  azurerm_express_route_gateway: network.expressRouteGateway,
  azurerm_function_app: functionApp,
  azurerm_key_vault_certificate: certificate,
  azurerm_key_vault_key: key,
  azurerm_lb: network.loadBalancer,
  azurerm_log_analytics_workspace: watching.logWorkspace,
  azurerm_managed_disk: managedDisk,
  azurerm_monitor_action_group: watching.actionGroup,
  azurerm_monitor_data_collection_rule: watching.dataCollectionRule,
  azurerm_mssql_database: database,
  azurerm_nat_gateway: network.natGateway,
  azurerm_network_ddos_protection_plan: network.ddosPlan,
  azurerm_network_watcher: network.networkWatcher,
  azurerm_network_watcher_flow_log: network.flowLog,
  azurerm_private_dns_a_record: network.record("privatedns:PrivateRecordSet"),
  azurerm_private_dns_zone: network.zone("privatedns:PrivateZone"),
  azurerm_public_ip: network.publicAddress,
  azurerm_public_ip_prefix: network.addressPrefix,
  azurerm_recovery_services_vault: vault,
  azurerm_snapshot: snapshot,
  azurerm_sql_managed_instance: managedInstance,
  azurerm_storage_account: storageAccount,
  azurerm_storage_share: share,
  azurerm_storage_table: table,
  azurerm_virtual_machine: anyMachine,
  azurerm_virtual_network_gateway: network.virtualNetworkGateway,
  azurerm_windows_function_app: functionApp,
  azurerm_windows_virtual_machine: windowsMachine,
};

/** A case as resources, usage and expected lines; undefined for kinds outside of the families. */
export function translateCase(
  fact: CaseFact,
  all: readonly CaseFact[],
): TranslatedCase | undefined {
  const translation = translations[fact.resource_kind]?.(fact, all);
  if (translation === undefined) return undefined;
  const { resources, offer, place, usage = { [subject]: usageOfCase(fact.usage) } } = translation;
  const lines = fact.components.map((component): ExpectedLine => {
    const found = place(component);
    if (found === undefined) throw new Error(`${fact.id}: nowhere to put ${component.name}`);
    return {
      resource: found.resource ?? subject,
      slot: found.slot,
      quantity: component.monthly_qty,
      price: priceOf(component),
    };
  });
  const said = Object.entries(usage).filter(([, values]) => Object.keys(values).length > 0);
  return {
    id: fact.id,
    resources,
    usage: Object.fromEntries(said),
    ...(offer === undefined ? {} : { offer }),
    lines,
    total: fact.monthly_total_usd,
  };
}

function priceOf({ implied_unit_price_usd, unit_price_usd_shown }: Component): number | null {
  return implied_unit_price_usd ?? unit_price_usd_shown ?? null;
}
