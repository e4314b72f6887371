import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { items, notKept } from "./items";

const tests = resolve(__dirname, "..");

/** Numbers of items, and of rows of the field's wishes (A01), in the titles of tests. */
const carried = new Set(
  readdirSync(tests, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .flatMap((file) => {
      const text = readFileSync(join(tests, file), "utf8");
      const titles = text.matchAll(/(?:test|describe)(?:\.each\([^;]*?\))?\(\s*(["`].*?["`]),/gs);
      return [...titles].flatMap(
        ([, title = ""]) => title.match(/\b(?:(?:AVD|STO|RSV|KEV|HUB)-\d+|A\d\d)\b/g) ?? [],
      );
    }),
);

test("each item of the review checklists that a stack must keep is in the title of a test", () => {
  const missing = Object.keys(items).filter((item) => !(item in notKept) && !carried.has(item));
  expect(missing).toEqual([]);
});

test("what is not kept has its reason, and no test says otherwise", () => {
  for (const [item, reason] of Object.entries(notKept)) {
    expect(items[item]).toBeDefined();
    expect(carried.has(item)).toBe(false);
    expect(reason.length).toBeGreaterThan(30);
  }
});

test("each wish of the field that desktops, storage and network answer is in the title of a test", () => {
  const rows = "A01 A03 A04 A05 A18 A19 A20 A21 A22 A23 A24 A26 A27 A28 A38".split(" ");
  expect(rows.filter((row) => !carried.has(row))).toEqual([]);
});
