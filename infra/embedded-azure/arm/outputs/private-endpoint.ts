import { stableGuid } from "../../../azure/guid";
import { textOf } from "../../values/json";
import type { Json, JsonObject } from "../../values/property";
import { isArray, isJsonObject } from "../../values/property";
import { partsOf } from "../existence";
import { freeAddress } from "../private-address";
import type { Change, Computation, Effect } from "../world";
import { objectsIn } from "./network";

/**
 * Public names of services by the sub-resource an endpoint leads to:
 * https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 */
const publicNames: Readonly<Record<string, string>> = {
  blob: "blob.core.windows.net",
  file: "file.core.windows.net",
  queue: "queue.core.windows.net",
  table: "table.core.windows.net",
  dfs: "dfs.core.windows.net",
  web: "web.core.windows.net",
  vault: "vault.azure.net",
  sqlServer: "database.windows.net",
  DSCAndHybridWorker: "azure-automation.net",
};

/** Its network interface, the address of that, and the name that is to lead there. */
export const privateEndpoint: Computation = ({ resources }, change) => {
  const { body } = change.wish;
  const { subnet } = body;
  const subnetId = isJsonObject(subnet) ? subnet["id"] : undefined;
  if (typeof subnetId !== "string") return {};
  const interfaceId = interfaceIdOf(change);
  const address = freeAddress(resources, subnetId, interfaceId, configurationName);
  const connections = objectsIn(body["privateLinkServiceConnections"]);
  return {
    body: {
      networkInterfaces: [{ id: interfaceId }],
      customDnsConfigs: connections.flatMap((connection) =>
        fqdnsOf(connection).map((fqdn) => ({
          fqdn,
          ipAddresses: address === undefined ? [] : [address.text],
        })),
      ),
      privateLinkServiceConnections: connections.map(() => ({
        provisioningState: "Succeeded",
        privateLinkServiceConnectionState: { status: "Approved", actionsRequired: "None" },
      })),
    },
    uses: { "networkInterfaces[0].id": interfaceId },
  };
};

/** The network interface of an endpoint is a resource too, and holds the subnet. */
export const endpointInterface: Effect = (_world, change, put) => {
  const { location, subnet } = change.wish.body;
  put({
    id: interfaceIdOf(change),
    token: "azure-native:network:NetworkInterface",
    body: {
      ...(location !== undefined && { location }),
      ipConfigurations: [
        { name: configurationName, ...(subnet !== undefined && { subnet }), primary: true },
      ],
    },
    secretPaths: new Set(),
  });
};

const configurationName = "privateEndpointIpConfig";

function interfaceIdOf({ wish, name }: Change): string {
  const asked = wish.body["customNetworkInterfaceName"];
  const own =
    typeof asked === "string" && asked !== ""
      ? asked
      : `${name}.nic.${stableGuid("endpoint", wish.id.toLowerCase())}`;
  return wish.id.replace(/\/privateEndpoints\/[^/]+$/i, `/networkInterfaces/${own}`);
}

function fqdnsOf(connection: JsonObject): readonly string[] {
  const target = connection["privateLinkServiceId"];
  const name = typeof target === "string" ? partsOf(target)?.names.at(-1) : undefined;
  const groups = connection["groupIds"];
  if (name === undefined || !isArray<Json>(groups)) return [];
  return groups.flatMap((group) => {
    const suffix = publicNames[textOf(group)];
    return suffix === undefined ? [] : [`${name}.${suffix}`];
  });
}
