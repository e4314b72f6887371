import type { Finding } from "../model";
import { units } from "../units";
import { type Context, type Family, running, used } from "./family";

const inVault = { types: ["keyvault:Vault"], by: ["vaultName"] } as const;

export const keyVaults: Family = {
  name: "Key vaults",
  group: "other",
  types: ["keyvault:Vault"],
  usage: [
    "monthlyOperations",
    "monthlyCertificateRenewalRequests",
    "monthlyCertificateOtherOperations",
  ],
  *findings(context) {
    const { usage } = context;
    yield used(
      context,
      "operations",
      "Key vault operations",
      "key-vault/operations",
      units.transactions10k,
      "monthlyOperations",
    );
    const certificates =
      usage("monthlyCertificateRenewalRequests") ?? usage("monthlyCertificateOtherOperations");
    if (certificates !== undefined) yield* certificateFindings(context);
  },
};

function* certificateFindings(context: Context): Generator<Finding> {
  yield used(
    context,
    "renewals",
    "Certificate renewals",
    "key-vault/certificate-renewals",
    units.renewals,
    "monthlyCertificateRenewalRequests",
  );
  yield used(
    context,
    "certificate-operations",
    "Certificate operations",
    "key-vault/operations",
    units.transactions10k,
    "monthlyCertificateOtherOperations",
  );
}

/** RSA keys of 2,048 bits are the cheap ones; longer ones and curves are advanced. */
export const keys: Family = {
  name: "Keys",
  group: "other",
  types: ["keyvault:Key"],
  owner: inVault,
  usage: [
    "monthlySecretsOperations",
    "monthlyKeyRotationRenewals",
    "monthlyProtectedKeysOperations",
    "hsmProtectedKeys",
  ],
  *findings(context) {
    const { inputs } = context;
    const type = inputs.choice("properties.kty") ?? "rsa";
    const hardware = type.endsWith("-hsm");
    const bits = inputs.count("properties.keySize") ?? 2048;
    const strength = type.startsWith("rsa") && bits <= 2048 ? "rsa-2048" : "advanced";
    yield used(
      context,
      "secrets",
      "Secrets operations",
      "key-vault/operations",
      units.transactions10k,
      "monthlySecretsOperations",
    );
    yield used(
      context,
      "rotations",
      "Storage key rotations",
      "key-vault/key-rotations",
      units.renewals,
      "monthlyKeyRotationRenewals",
    );
    const kind = hardware ? "hsm" : "software";
    if (hardware)
      yield used(
        context,
        "hsm-keys",
        `HSM-protected keys, ${strength}`,
        `key-vault/hsm-key/${strength}`,
        units.keys,
        "hsmProtectedKeys",
      );
    yield used(
      context,
      "key-operations",
      `Operations with ${hardware ? "HSM-protected" : "software-protected"} keys, ${strength}`,
      `key-vault/${kind}-key-operations/${strength}`,
      units.transactions10k,
      "monthlyProtectedKeysOperations",
    );
  },
};

export const managedHsms: Family = {
  name: "Managed HSMs",
  group: "other",
  types: ["keyvault:ManagedHsm"],
  usage: ["monthlyHours"],
  *findings(context) {
    const sku = context.inputs.choice("sku.name") ?? "standard_b1";
    yield running(context, "pool", `Managed HSM ${sku}`, `key-vault/managed-hsm/${sku}`);
  },
};
