import { isDeepStrictEqual } from "node:util";

import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import fc from "fast-check";

import { decode, encode } from "../../../infra/embedded-azure/provider/codec";
import type { Property, PropertyObject } from "../../../infra/embedded-azure/values/property";
import { Secret, Special, unknown } from "../../../infra/embedded-azure/values/property";

const signature = "4dabf18193072939515e22adb298388d";
// Not `__proto__`: the maps of google-protobuf cannot hold it.
const key = fc.oneof(
  fc.string().filter((name) => name !== "__proto__"),
  fc.constantFrom("constructor", "toString", "id"),
);

const { property } = fc.letrec<{ readonly property: Property; readonly object: PropertyObject }>(
  (tie) => ({
    object: fc.dictionary(key, tie("property"), { maxKeys: 4, noNullPrototype: true }),
    property: fc.oneof(
      { depthSize: "small" },
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string(),
      fc.constant(unknown),
      tie("property").map((value) => new Secret(value)),
      fc
        .string()
        .map((text) => new Special({ [signature]: "c44067f5952c0a294b673a41bacd8c17", text })),
      fc.array(tie("property"), { maxLength: 4 }),
      tie("object"),
    ),
  }),
);

function overTheWire(properties: PropertyObject): PropertyObject {
  return decode(Struct.deserializeBinary(encode(properties).serializeBinary()));
}

describe("properties on the wire", () => {
  test("come back as they went, secrets and unknowns at any depth", () => {
    fc.assert(
      fc.property(
        fc.dictionary(key, property, { maxKeys: 4, noNullPrototype: true }),
        (properties) => {
          expect(isDeepStrictEqual(overTheWire(properties), properties)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("properties that are null are left out, elements that are null are not", () => {
    expect(overTheWire({ a: null, b: [null, 1] })).toEqual({ b: [null, 1] });
  });

  test.each([
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
  ])("%s is the unknown, whatever type it stands for", (mark) => {
    const struct = Struct.fromJavaScript({ a: [{ b: mark }] });
    expect(decode(struct)).toEqual({ a: [{ b: unknown }] });
  });

  test.each<[string, Record<string, string | boolean>, Property]>([
    ["known", { value: "x" }, "x"],
    ["known and secret", { value: "x", secret: true }, new Secret("x")],
    ["not known", {}, unknown],
    ["not known and secret", { secret: true }, new Secret(unknown)],
  ])("an output that is %s", (_what, fields, value) => {
    const output = { [signature]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", ...fields };
    expect(decode(Struct.fromJavaScript({ a: output }))).toEqual({ a: value });
  });
});
