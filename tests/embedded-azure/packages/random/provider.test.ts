import fc from "fast-check";

import type { ResourceState } from "../../../../infra/embedded-azure/packages/provider";
import { randomProvider } from "../../../../infra/embedded-azure/packages/random/provider";
import { textOf } from "../../../../infra/embedded-azure/values/json";
import type { PropertyObject } from "../../../../infra/embedded-azure/values/property";
import { Secret, toJson, unknown } from "../../../../infra/embedded-azure/values/property";

const settings = { subscriptionId: "s", location: undefined };
const passwordToken = "random:index/randomPassword:RandomPassword";
const tokenOf = (name: string): string =>
  `random:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;

function make(token: string, inputs: PropertyObject): ResourceState {
  return randomProvider.create({ token, inputs, preview: false }, settings);
}

function passwordOf(inputs: PropertyObject): string {
  return textOf(toJson(make(passwordToken, inputs).outputs["result"] ?? null));
}

describe("passwords", () => {
  test("are as long and as mixed as asked for", () => {
    const least = fc.nat(4);
    fc.assert(
      fc.property(
        fc.integer({ min: 16, max: 40 }),
        least,
        least,
        least,
        least,
        (length, lower, upper, numeric, special) => {
          const result = passwordOf({
            length,
            minLower: lower,
            minUpper: upper,
            minNumeric: numeric,
            minSpecial: special,
            overrideSpecial: "!-_",
          });
          expect(result).toHaveLength(length);
          expect(result).toMatch(/^[a-zA-Z0-9!_-]*$/);
          const count = (kind: RegExp): number => result.match(kind)?.length ?? 0;
          expect(count(/[a-z]/g)).toBeGreaterThanOrEqual(lower);
          expect(count(/[A-Z]/g)).toBeGreaterThanOrEqual(upper);
          expect(count(/\d/g)).toBeGreaterThanOrEqual(numeric);
          expect(count(/[!_-]/g)).toBeGreaterThanOrEqual(special);
        },
      ),
    );
  });

  test("leave out what is switched off, differ, and are secret", () => {
    const inputs = { length: 40, special: false, upper: false };
    expect(passwordOf(inputs)).toMatch(/^[a-z0-9]{40}$/);
    expect(passwordOf(inputs)).not.toBe(passwordOf(inputs));
    expect(make(passwordToken, inputs)).toMatchObject({
      id: "none",
      outputs: { result: expect.any(Secret) as Secret, upper: false, numeric: true },
    });
  });

  test.each<[PropertyObject, string]>([
    [{ length: 3, minLower: 2, minUpper: 2 }, "less than the 4 the minima demand"],
    [{ length: 0 }, "at least 1"],
    [{ length: 1.5 }, "must be a whole number"],
    [{ length: 8, lower: false, upper: false, numeric: false, special: false }, "switched off"],
  ])("rejects %j", (inputs, message) => {
    expect(() => passwordOf(inputs)).toThrow(message);
  });
});

test.each<[string, PropertyObject, RegExp]>([
  ["RandomString", { length: 12, special: false }, /^[A-Za-z0-9]{12}$/],
  ["RandomUuid", {}, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ["RandomId", { byteLength: 4 }, /^[\w-]{6}$/],
  ["RandomInteger", { min: 5, max: 6 }, /^[56]$/],
  ["RandomPet", {}, /^[a-z]+-[a-z]+$/],
  ["RandomShuffle", { inputs: ["a"] }, /^-$/],
  ["RandomBytes", { length: 4 }, /^none$/],
])("%s", (name, inputs, id) => {
  expect(make(tokenOf(name), inputs).id).toMatch(id);
});

test("what was drawn stays as it is: read from the state, kept in a preview", () => {
  const inputs = { length: 12 };
  const { id, outputs } = make(passwordToken, inputs);
  const request = { token: passwordToken, id, oldInputs: inputs, oldOutputs: outputs };
  expect(randomProvider.read(request, settings)).toEqual({ id, inputs, outputs });
  const preview = randomProvider.create({ token: passwordToken, inputs, preview: true }, settings);
  expect(preview).toMatchObject({ id: "", outputs: { length: 12, result: new Secret(unknown) } });
});

test("any change draws anew", () => {
  const { changes } = randomProvider.diff(
    {
      token: passwordToken,
      id: "none",
      oldInputs: { length: 8 },
      oldOutputs: {},
      news: { length: 9 },
      ignoreChanges: [],
    },
    settings,
  );
  expect([...changes]).toEqual([["length", { kind: "update", replaces: true }]]);
});

test("rejects a class nobody knows", () => {
  expect(() => make(tokenOf("RandomNothing"), {})).toThrow("not found");
});
