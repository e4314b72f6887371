import { checkCase } from "./support/check-case";
import type { PlainResource, TranslatedCase } from "./support/case-facts";
import { committedCases } from "./support/read-cases";

// What a program writes in another way and Azure takes for the same costs the same: each case, spelled anew.

type Value = PlainResource["inputs"][string];

const spellings: Readonly<Record<string, (value: Value) => Value>> = {
  "in upper case": (value) => (typeof value === "string" ? value.toUpperCase() : value),
  "in lower case": (value) => (typeof value === "string" ? value.toLowerCase() : value),
  "with numbers and flags as texts": (value) =>
    typeof value === "number" || typeof value === "boolean" ? String(value) : value,
};

function spelled(value: Value, spell: (value: Value) => Value): Value {
  if (Array.isArray(value)) return value.map((item: Value) => spelled(item, spell));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, spelled(part, spell)]),
    );
  return spell(value);
}

function withInputs(
  fact: TranslatedCase,
  change: (inputs: PlainResource["inputs"]) => PlainResource["inputs"],
): TranslatedCase {
  const resources = fact.resources.map((one) => ({ ...one, inputs: change(one.inputs) }));
  return { ...fact, resources };
}

const cases = committedCases();

test.each(Object.entries(spellings))("all cases cost the same %s", (_, spell) => {
  const faults = cases.flatMap((fact) =>
    checkCase(
      withInputs(fact, (inputs) =>
        Object.fromEntries(
          Object.entries(inputs).map(([key, value]) => [key, spelled(value, spell)]),
        ),
      ),
    ).map((fault) => `${fact.id}: ${fault}`),
  );
  expect(faults).toEqual([]);
});

/** Every key that some resource of the type writes. */
function keysByType(): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { type, inputs } of cases.flatMap(({ resources }) => resources)) {
    const known = keys.get(type) ?? new Set();
    for (const key of Object.keys(inputs)) known.add(key);
    keys.set(type, known);
  }
  return keys;
}

test("all cases cost the same with nothing written out as null", () => {
  const keys = keysByType();
  const faults = cases.flatMap((fact) => {
    const resources = fact.resources.map((one) => ({
      ...one,
      inputs: {
        ...Object.fromEntries([...(keys.get(one.type) ?? [])].map((key) => [key, null])),
        ...one.inputs,
      },
    }));
    return checkCase({ ...fact, resources }).map((fault) => `${fact.id}: ${fault}`);
  });
  expect(faults).toEqual([]);
});
