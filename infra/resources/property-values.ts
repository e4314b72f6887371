import { SECRET, UNKNOWN } from "./registered";

// How Pulumi's engine writes special values into JSON: `@pulumi/pulumi/runtime/rpc.js`, 3.270.0.
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const resourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";

// One for each kind of value that is unknown: boolean, number, string, array, asset, archive, object;
// `sdk/go/common/resource/plugin/rpc.go`. JavaScript programs send the string's for all of them.
const unknownSentinels: ReadonlySet<string> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What `pulumi preview --json` prints in a secret's place. */
const maskedSecret = "[secret]";

/** Engine values as plain JSON: {@link UNKNOWN} and {@link SECRET} for what is either, null left out. */
export function toPlain(value: unknown): unknown {
  if (typeof value === "string") {
    if (unknownSentinels.has(value)) return UNKNOWN;
    return value === maskedSecret ? SECRET : value;
  }
  if (Array.isArray(value)) return value.map(toPlain);
  if (!isRecord(value)) return value;
  switch (value[signatureKey]) {
    case secretSignature:
      return SECRET;
    case outputSignature:
      if (value["secret"] === true) return SECRET;
      return "value" in value ? toPlain(value["value"]) : UNKNOWN;
    case resourceSignature:
      return toPlain(value["id"] ?? value["urn"]);
    default:
      return toPlainRecord(value);
  }
}

/** {@link toPlain} of each property; keys that begin with `__` are the engine's own and left out. */
export function toPlainRecord(
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([key, value]) => !key.startsWith("__") && value !== null && value !== undefined)
      .map(([key, value]) => [key, toPlain(value)]),
  );
}

/** The way back: plain JSON with markers as the engine would send it to a program. */
export function fromPlain(value: unknown): unknown {
  if (value === UNKNOWN) return unknownText;
  if (value === SECRET) return secretOf(unknownText);
  if (Array.isArray(value)) return value.map(fromPlain);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, fromPlain(item)]),
  );
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function secretOf(value: unknown): unknown {
  return { [signatureKey]: secretSignature, value };
}
