import { textOf } from "../../values/json";
import { isJsonObject, type JsonObject } from "../../values/property";
import { ArmError } from "../error";
import type { World } from "../world";

/**
 * The secret that a parameter of a deployment refers to: Azure reads it from the vault itself. The
 * embedded Azure keeps no secrets, so what stands for it is a fingerprint of where it is.
 *
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/key-vault-parameter
 *
 * @throws {ArmError} when the vault or the secret is not there, or the vault does not let templates in.
 */
export function secretReferredTo(world: World, parameter: string, reference: JsonObject): string {
  const vaultId = textOf(isJsonObject(reference["keyVault"]) ? reference["keyVault"]["id"] : "");
  const vault = world.resources.get(vaultId);
  if (vault === undefined)
    throw new ArmError(
      404,
      "KeyVaultParameterReferenceNotFound",
      `The specified KeyVault '${vaultId}' could not be found. Please ensure that the KeyVault exists.`,
    );
  const properties = vault.body["properties"];
  if (!isJsonObject(properties) || properties["enabledForTemplateDeployment"] !== true)
    throw new ArmError(
      403,
      "KeyVaultParameterReferenceAuthorizationFailed",
      `The KeyVault '${vaultId}' is not enabled for template deployment.`,
    );
  const secretName = textOf(reference["secretName"] ?? "");
  const secretId = `${vaultId}/secrets/${secretName}`;
  if (world.resources.get(secretId) === undefined)
    throw new ArmError(
      404,
      "KeyVaultParameterReferenceSecretRetrieveFailed",
      `The secret of KeyVault parameter '${parameter}' cannot be retrieved. Http status code: 'NotFound'. Error message: 'A secret with (name/id) ${secretName} was not found in this key vault.'`,
    );
  return `secret-${world.fingerprint(secretId)}`;
}
