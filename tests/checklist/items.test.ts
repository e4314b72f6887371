import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { items, notKept } from "./items";

const tests = resolve(__dirname, "..");

/** Numbers of items in the titles of tests. */
const carried = new Set(
  readdirSync(tests, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .flatMap((file) => {
      const text = readFileSync(join(tests, file), "utf8");
      const titles = text.matchAll(/(?:test|describe)(?:\.each\([^;]*?\))?\(\s*(["`].*?["`]),/gs);
      return [...titles].flatMap(
        ([, title = ""]) => title.match(/\b(AVD|STO|RSV|KEV|HUB)-\d+\b/g) ?? [],
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
