import * as fc from "fast-check";
import { z } from "zod";
import {
  formatEuros,
  formatSize,
  formatTimeRange,
  monthlyEuros,
  readTimeRange,
  storageSize,
  timeRange,
} from "../../infra/firm/units";

const size = storageSize({ least: 100, most: 102_400, example: "400 GiB" });
const euros = monthlyEuros();
const hours = timeRange();

/** The value of a text, or what to do instead. */
function read(schema: z.ZodType, text: unknown): unknown {
  const result = schema.safeParse(text);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return issue?.code === "custom" ? issue.params?.["remedy"] : issue;
}

function patternOf(schema: z.ZodType): RegExp {
  const { pattern } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return new RegExp(pattern ?? "(?!)");
}

test("sizes come back from their text, and editors accept it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 102_400 }), (gibibytes) => {
      expect(read(size, formatSize(gibibytes))).toBe(gibibytes);
      expect(formatSize(gibibytes)).toMatch(patternOf(size));
    }),
  );
});

test.each<[string, number]>([
  ["100 GiB", 100],
  ["400GiB", 400],
  ["1 TiB", 1024],
  ["100 TiB", 102_400],
])("the size %s", (text, gibibytes) => {
  expect(read(size, text)).toBe(gibibytes);
});

test.each<[unknown, string]>([
  [400, "write 400 GiB"],
  ["400", "write 400 GiB"],
  ["400 GB", "write 400 GiB"],
  ["400 Go", "write 400 GiB"],
  ["400 gib", "write 400 GiB"],
  ["2 To", "write 2 TiB"],
  ["400  GiB", "write 400 GiB"],
  ["99 GiB", "write 100 GiB"],
  ["50 GB", "write 100 GiB"],
  ["101 TiB", "write 100 TiB"],
  ["400 MiB", "write the unit GiB or TiB, like 400 GiB"],
  ["1.5 TiB", "write a whole number and a unit, like 400 GiB"],
  ["-400 GiB", "write a whole number and a unit, like 400 GiB"],
  ["0400 GiB", "write a whole number and a unit, like 400 GiB"],
  ["", "write a whole number and a unit, like 400 GiB"],
  [true, "write 400 GiB"],
  [null, "write 400 GiB"],
  [["400 GiB"], "write 400 GiB"],
])("rejects the size %j", (text, remedy) => {
  expect(read(size, text)).toBe(remedy);
});

test("euros come back from their text, and editors accept it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (amount) => {
      expect(read(euros, formatEuros(amount))).toBe(amount);
      expect(formatEuros(amount)).toMatch(patternOf(euros));
    }),
  );
});

test.each<[unknown, string]>([
  [1600, "write 1600 EUR"],
  ["1600", "write 1600 EUR"],
  ["1600 €", "write 1600 EUR"],
  ["1600 euros", "write 1600 EUR"],
  ["1 600 EUR", "write 1600 EUR"],
  ["1\u00a0600 EUR", "write 1600 EUR"],
  ["1.600 EUR", "write 1600 EUR"],
  ["1600,50 EUR", "write 1601 EUR"],
  ["1600.50 EUR", "write 1601 EUR"],
  ["0 EUR", "write 1 EUR"],
  ["2000000 EUR", "write 1000000 EUR"],
  ["1600 USD", "write an amount in EUR, like 1600 EUR"],
  ["much", "write whole euros, like 1600 EUR"],
  ["1,2,3 EUR", "write whole euros, like 1600 EUR"],
  ["-5 EUR", "write whole euros, like 1600 EUR"],
])("rejects the budget %j", (text, remedy) => {
  expect(read(euros, text)).toBe(remedy);
});

const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
const timeOf = (minute: number) => ({ hour: Math.floor(minute / 60), minute: minute % 60 });

test("time ranges of an hour and more come back from their text, shorter ones do not", () => {
  fc.assert(
    fc.property(minutes, minutes, (from, until) => {
      const range = { from: timeOf(from), until: timeOf(until) };
      const text = formatTimeRange(range);
      expect(text).toMatch(patternOf(hours));
      expect(readTimeRange(text)).toEqual(
        until - from >= 60
          ? { kind: "value", value: range }
          : {
              kind: "problem",
              remedy: "write the start before the end, at least one hour apart",
            },
      );
    }),
  );
});

test.each<[unknown, string]>([
  ["7:00-20:00", 'write "07:00-20:00"'],
  ["7h-20h30", 'write "07:00-20:30"'],
  ["07:00 – 20:00", 'write "07:00-20:00"'],
  ["08:00-24:00", 'write 23:59 for the end of the day, like "07:00-23:59"'],
  ["08:00-25:00", 'write hours from 00 to 23 and minutes from 00 to 59, like "07:00-20:00"'],
  ["08:60-20:00", 'write hours from 00 to 23 and minutes from 00 to 59, like "07:00-20:00"'],
  ["20:00-07:00", "write the start before the end, at least one hour apart"],
  ["morning", 'write it like "07:00-20:00"'],
  ["", 'write it like "07:00-20:00"'],
  [7, 'write it like "07:00-20:00"'],
])("rejects the time range %j", (text, remedy) => {
  expect(read(hours, text)).toBe(remedy);
});

test("whatever a remedy says to write is accepted", () => {
  const advised = /^write "?(\d[\d:-]*(?: (?:GiB|TiB|EUR))?)"?$/;
  const amount = fc.stringMatching(/^ ?\d{1,4}[ .,]?\d{0,3} ?(GB|Go|GiB|Tio|EUR|€)$/);
  const time = fc.stringMatching(/^\d?\dh([0-5]\d)? ?- ?\d\d:?$/);
  fc.assert(
    fc.property(fc.constantFrom(size, euros, hours), fc.oneof(amount, time), (schema, written) => {
      const [, advice] = advised.exec(String(read(schema, written))) ?? [];
      fc.pre(advice !== undefined);
      expect(schema.safeParse(advice).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});
