import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { stringify } from "yaml";
import { amend } from "../../infra/document/amend";
import { formatFault } from "../../infra/document/fault";
import { explainFirm } from "../../infra/firm/explain";
import { firmWarnings } from "../../infra/firm/firm-warnings";
import { readFirm } from "../../infra/firm/read-firm";
import { firmRules, openFirmText } from "../support/firm-file";

const folder = join(__dirname, "../../infra/firms");

const documents = ["petit", "dupont", "moreau", "rousseau"].map((key) =>
  openFirmText(readFileSync(join(folder, `${key}.yaml`), "utf8")),
);

/** Every map key of the samples, down to two levels, with the values that some sample has for it. */
const settings = documents.flatMap(({ root }) =>
  [...root.children].flatMap(([key, node]) => [
    { key, value: node.value },
    ...(Array.isArray(node.value)
      ? []
      : [...node.children].map(([inner, child]) => ({
          key: `${key}.${inner}`,
          value: child.value,
        }))),
  ]),
);

const change = fc
  .oneof(
    fc.constantFrom(...settings),
    fc.record({
      key: fc.constantFrom(...settings.map(({ key }) => key)),
      value: fc.jsonValue({ maxDepth: 2 }),
    }),
  )
  .map(({ key, value }) => `${key}=${stringify(value, { collectionStyle: "flow" }).trim()}`);

/**
 * Whatever a person carries over from one file into another: either a firm comes out, and can be explained, or every
 * fault says where, what and what to do.
 */
test("any mixture of the samples is a firm or is refused with reasons", () => {
  const outcomes = new Set<boolean>();
  fc.assert(
    fc.property(
      fc.constantFrom(...documents),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      (document, changes) => {
        const mixed = changes.reduce((current, text) => {
          const amended = amend(current, text);
          return amended.ok ? amended.value : current;
        }, document);
        const reading = readFirm("mixed", mixed, firmRules);
        outcomes.add(reading.ok);
        const lines = reading.ok
          ? [
              ...explainFirm(reading.value, { kind: "undated" }),
              ...firmWarnings(mixed, reading.value).map(formatFault),
            ]
          : reading.faults.map(formatFault);
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.filter((line) => /undefined|NaN|\[object|\n/.test(line))).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
  expect(outcomes.size).toBe(2);
});
