import type { ArmPath } from "../../../azure/arm-paths";
import { inputsOf } from "../../../azure/arm-paths";
import type { ReplaceKeys } from "../difference";

/**
 * Properties azure-native makes a new resource for, beside those of the path. The first table is the
 * provider's own `forceNewMap`: https://github.com/pulumi/pulumi-azure-native/blob/master/provider/pkg/gen/replacement.go
 */
const forced: Readonly<Record<string, readonly string[]>> = {
  "authorization:RoleAssignment": ["principalId", "scope"],
  "automation:JobSchedule": ["parameters"],
  "cdn:Profile": ["location", "sku.name"],
  "network:PrivateEndpoint": ["subnet"],
  "network:PublicIPAddress": ["location", "publicIPAddressVersion", "publicIPPrefix", "sku"],
  "network:VirtualNetwork": ["location"],
  "resources:ResourceGroup": ["location"],
  "storage:StorageAccount": ["isHnsEnabled", "location"],
  "web:WebApp": ["location", "kind"],
};

/**
 * Classes whose `location` the API's own description marks as not changeable (`x-ms-mutability` without
 * `update` on the common TrackedResource: https://github.com/Azure/azure-rest-api-specs/tree/main/specification/common-types).
 */
const trackedModules =
  /^azure-native:(managedidentity|operationalinsights|applicationinsights|monitor|automation|desktopvirtualization|keyvault|recoveryservices|dataprotection|storagemover|storagesync|netapp|hybridcompute|databox|sql|app|aad|privatedns|dns|dnsresolver|consumption|maintenance|migrate):/;

/** Which properties of a class azure-native makes a new resource for. */
export function replaceKeys(path: ArmPath): ReplaceKeys {
  const inPath = new Set(inputsOf(path));
  const own = new Set(forced[path.token.replace("azure-native:", "")] ?? []);
  const located = trackedModules.test(path.token);
  return (key) => inPath.has(key) || own.has(key) || (located && key === "location");
}
