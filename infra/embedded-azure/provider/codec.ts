import { ListValue, NullValue, Struct, Value } from "google-protobuf/google/protobuf/struct_pb";

import type { Property, PropertyObject } from "../values/property";
import { Secret, Special, Unknown, isArray, isObject, unknown } from "../values/property";

// The marks below are constants of Pulumi's protocol:
// https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/plugin/rpc.go and
// https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/sig/sig.go
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const unknownMarks: ReadonlySet<string> = new Set([
  unknownString,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
  "030794c1-ac77-496b-92df-f27374a8bd58", // asset
  "e48ece36-62e2-4504-bad9-02848725956a", // archive
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

/** Reads properties off the wire. Properties that are null are left out, as the engine's own reader does. */
export function decode(struct: Struct | undefined): PropertyObject {
  if (struct === undefined) return {};
  const entries: [string, Property][] = [];
  struct.getFieldsMap().forEach((value, key) => {
    const decoded = decodeValue(value);
    if (decoded !== null) entries.push([key, decoded]);
  });
  return Object.fromEntries(entries);
}

/** Writes properties to the wire. */
export function encode(properties: PropertyObject): Struct {
  const struct = new Struct();
  const fields = struct.getFieldsMap();
  for (const [key, value] of Object.entries(properties)) fields.set(key, encodeValue(value));
  return struct;
}

function decodeValue(value: Value): Property {
  switch (value.getKindCase()) {
    case Value.KindCase.BOOL_VALUE:
      return value.getBoolValue();
    case Value.KindCase.NUMBER_VALUE:
      return value.getNumberValue();
    case Value.KindCase.STRING_VALUE: {
      const text = value.getStringValue();
      return unknownMarks.has(text) ? unknown : text;
    }
    case Value.KindCase.LIST_VALUE:
      return (value.getListValue()?.getValuesList() ?? []).map(decodeValue);
    case Value.KindCase.STRUCT_VALUE:
      return decodeObject(decode(value.getStructValue()));
    case Value.KindCase.NULL_VALUE:
    case Value.KindCase.KIND_NOT_SET:
      return null;
  }
}

function decodeObject(fields: PropertyObject): Property {
  switch (fields[signatureKey]) {
    case undefined:
      return fields;
    case secretSignature:
      return new Secret(fields["value"] ?? null);
    case outputSignature: {
      // An output without a value is one not known yet; whose dependency it is matters to the engine only.
      const value = fields["value"] ?? unknown;
      return fields["secret"] === true ? new Secret(value) : value;
    }
    default:
      return new Special(fields);
  }
}

function encodeValue(value: Property): Value {
  if (value === null) return new Value().setNullValue(NullValue.NULL_VALUE);
  if (value instanceof Unknown) return new Value().setStringValue(unknownString);
  if (value instanceof Secret)
    return encodeObject({ [signatureKey]: secretSignature, value: value.value });
  if (value instanceof Special) return encodeObject(value.fields);
  if (isArray(value))
    return new Value().setListValue(new ListValue().setValuesList(value.map(encodeValue)));
  if (isObject(value)) return encodeObject(value);
  switch (typeof value) {
    case "boolean":
      return new Value().setBoolValue(value);
    case "number":
      return new Value().setNumberValue(value);
    default:
      return new Value().setStringValue(value);
  }
}

function encodeObject(properties: PropertyObject): Value {
  return new Value().setStructValue(encode(properties));
}
