import fc from "fast-check";
import { stripVTControlCharacters } from "node:util";
import { renderChange } from "../../infra/cli/render-changes";
import type { PropertyChange } from "../../infra/engine/events";

function propertyLines(change: Omit<PropertyChange, "replaces">, replaces = false): string[] {
  const text = renderChange({
    urn: "urn:pulumi:prod.petit::cabinet::azure-native:storage:FileShare::share",
    type: "azure-native:storage:FileShare",
    name: "share",
    op: "update",
    properties: [{ ...change, replaces }],
  });
  const [head, ...lines] = stripVTControlCharacters(text).split("\n");
  expect(head).toBe("~ storage:FileShare share");
  return lines;
}

test("short values stand whole beside their property", () => {
  expect(propertyLines({ path: "shareQuota", before: 360, after: 450 })).toEqual([
    "    shareQuota: 360 → 450",
  ]);
  expect(propertyLines({ path: "sku.name", before: undefined, after: "P1" }, true)).toEqual([
    "    sku.name: none → P1 (replaces)",
  ]);
});

test("long texts that begin alike are shown from where they differ", () => {
  const before = "dupont : Partage : 15 % libres ou moins / Share: 15 % free or less (360 GiB)";
  const [head, line = ""] = propertyLines({
    path: "description",
    before,
    after: before.replace("360", "450"),
  });
  expect(head).toBe("    description:");
  expect(line).toContain("(360 GiB)");
  expect(line).toContain("(450 GiB)");
});

test("a query of several lines stands in one", () => {
  const lines = propertyLines({
    path: "criteria.allOf[0].query",
    before: "Health\n| where Time > ago(1h)\n| where Sessions > 6",
    after: "Health\n| where Time > ago(1h)\n| where Sessions > 13",
  });
  expect(lines[0]).toBe("    criteria.allOf[0].query:");
  expect(lines[1]).toContain("Sessions > 6 →");
  expect(lines[1]).toContain("Sessions > 13");
  expect(lines).toHaveLength(2);
});

test("a secret, and what only a deployment tells, are named for what they are", () => {
  const secret = {
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    ciphertext: "[secret]",
  };
  expect(propertyLines({ path: "properties.value", before: secret, after: secret })).toEqual([
    "    properties.value: [secret] → [secret]",
  ]);
  expect(
    propertyLines({ path: "id", before: "a", after: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }),
  ).toEqual(["    id: a → [known once deployed]"]);
});

test("whatever changes, lines fit 80 columns and differ where the values do", () => {
  const text = fc.string({ maxLength: 300 });
  fc.assert(
    fc.property(
      text,
      text,
      text,
      fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom("a", ".", "B") }),
      fc.boolean(),
      (same, one, other, path, replaces) => {
        const pair = { path, before: same + one, after: same + other };
        const lines = propertyLines(pair, replaces);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
        const values = lines.join(" ").slice(`    ${path}:`.length).replace(" (replaces)", "");
        const plain = (value: string) => value.replaceAll(/\s+/g, " ").trim();
        fc.pre(plain(pair.before) !== plain(pair.after));
        fc.pre(!/→/.test(pair.before + pair.after));
        const [before, after] = values.split(" → ").map((value) => value.trim());
        expect(before).not.toBe(after);
      },
    ),
  );
});
