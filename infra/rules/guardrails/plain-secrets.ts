import { isRecord } from "../../resources/property-values";
import { SECRET, UNKNOWN } from "../../resources/registered";
import type { Guardrail } from "../model";

/** Names of inputs that hold a secret, and what in such a name says that it is only about one. */
const secretName =
  /pass(word|phrase)|secret|token|(account|shared|access|primary|secondary)key|connectionstring|credential|privatekey|protectedsettings/i;
const aboutSecret =
  /^(use|require|allow|disable|enable)|(name|id|uri|url|version|type|length|permissions?|enabled|days|lifetime|minutes|duration|policy|access|size|operation|expirationtime|vault)$/i;

/** Values that are a secret wherever they stand: signed tokens, signed addresses, account keys, private keys. */
const secretValue = [
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/,
  /[?&]sig=[\w%]{20,}/,
  /\bAccountKey=[\w+/=]{20,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
];

export const plainSecrets: Guardrail = {
  id: "plain-secrets",
  what: "secrets are marked as such in what the program registers",
  why: "what is not marked stands in the state, in logs and in previews for everybody to read",
  severity: "error",
  source:
    "Azure review checklists, key vault: 108d5099 (no clear text in configuration, state, outputs)",
  remedy: "wrap the value in pulumi.secret, or refer to the key vault",
  check: {
    of: "stack",
    breaches: (resources) =>
      resources.flatMap((resource) =>
        [...plainIn(resource.inputs, "", resource.type === "azure-native:keyvault:Secret")].map(
          (path) => ({ resource, met: `${path} is a secret in clear` }),
        ),
      ),
  },
};

/** Paths of secrets in clear. `suspect`: a text that is called nothing but `value` is one here. */
function* plainIn(value: unknown, path: string, suspect: boolean): Generator<string> {
  if (typeof value === "string") {
    const key = path.split(".").at(-1) ?? "";
    const named = isSecretName(key) || (suspect && /^(value|defaultValue)$/i.test(key));
    if ((named && !isPlaceholder(value)) || secretValue.some((form) => form.test(value)))
      yield path;
    return;
  }
  if (Array.isArray(value)) {
    for (const [place, one] of value.entries()) yield* plainIn(one, `${path}[${place}]`, suspect);
    return;
  }
  if (!isRecord(value)) return;
  for (const [key, one] of Object.entries(value))
    yield* plainIn(one, path === "" ? key : `${path}.${key}`, suspect || isSecretName(key));
}

function isSecretName(key: string): boolean {
  return secretName.test(key) && !aboutSecret.test(key);
}

/** Known to be hidden, or an expression of a template that will be. */
function isPlaceholder(value: string): boolean {
  return value === "" || value === SECRET || value === UNKNOWN || value.startsWith("[");
}
