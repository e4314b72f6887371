import { z } from "zod";
import { formatFault } from "../../infra/document/fault";
import { readDocument } from "../../infra/document/source-document";
import { textOf } from "../../infra/document/text-type";

const schema = z.strictObject({
  name: z.string(),
  staff: z
    .int()
    .min(1)
    .max(500)
    .meta({ examples: [12] }),
  load: z.enum(["light", "medium", "heavy"]).default("heavy"),
  size: textOf({
    allowed: "a number of GiB",
    example: "4 GiB",
    pattern: "^\\d+ GiB$",
    read: (text) =>
      /^\d+ GiB$/.test(text)
        ? { kind: "value", value: Number.parseInt(text, 10) }
        : { kind: "problem", remedy: `write ${Number.parseInt(text, 10) || 4} GiB` },
  }).prefault("1 GiB"),
  hosts: z
    .union([
      z.literal("auto"),
      z.strictObject({ size: z.enum(["small", "large"]), count: z.int() }),
    ])
    .default("auto"),
  regions: z.array(z.enum(["paris", "lyon"])).default([]),
  sites: z
    .record(z.string().regex(/^[a-z]+$/, "lower-case letters"), z.strictObject({ lan: z.string() }))
    .default({}),
});

function read(text: string) {
  return readDocument("f.yaml", new TextEncoder().encode(text), schema);
}

function faultsOf(text: string): readonly string[] {
  const reading = read(text);
  return reading.ok ? [] : reading.faults.map(formatFault);
}

test("a good file becomes a value with its defaults", () => {
  expect(read("name: a\nstaff: 12\nsize: 3 GiB\nhosts: { size: large, count: 2 }\n")).toEqual({
    ok: true,
    value: {
      name: "a",
      staff: 12,
      load: "heavy",
      size: 3,
      hosts: { size: "large", count: 2 },
      regions: [],
      sites: {},
    },
  });
});

test("a byte order mark and Windows line ends do no harm", () => {
  expect(read("\uFEFFname: a\r\nstaff: 12\r\n").ok).toBe(true);
});

const good = "name: a\nstaff: 12\n";

test.each<[string, string, readonly string[]]>([
  [
    "an empty file",
    "",
    [
      "f.yaml:1:1: met nothing; allowed: a map of name, staff, load, size, hosts, regions, sites; write { name: text, staff: 12 }",
    ],
  ],
  [
    "a file of comments",
    "# nothing\n",
    [
      "f.yaml:1:1: met nothing; allowed: a map of name, staff, load, size, hosts, regions, sites; write { name: text, staff: 12 }",
    ],
  ],
  [
    "a list at the top",
    "- a\n",
    [
      "f.yaml:1:1: met a list of one value; allowed: a map of name, staff, load, size, hosts, regions, sites; write { name: text, staff: 12 }",
    ],
  ],
  [
    "a missing key",
    "name: a\n",
    ["f.yaml:1:1: staff: met nothing; allowed: a whole number from 1 to 500; add staff: 12"],
  ],
  [
    "a wrong type",
    "name: a\nstaff: twelve\n",
    ['f.yaml:2:8: staff: met "twelve"; allowed: a whole number from 1 to 500; write staff: 12'],
  ],
  [
    "a text for a number",
    'name: a\nstaff: "12"\n',
    ['f.yaml:2:8: staff: met "12"; allowed: a whole number from 1 to 500; write staff: 12'],
  ],
  [
    "a number for a text",
    "name: 12\nstaff: 12\n",
    ["f.yaml:1:7: name: met 12; allowed: a text; write name: text"],
  ],
  [
    "a number out of range",
    "name: a\nstaff: 501\n",
    ["f.yaml:2:8: staff: met 501; allowed: a whole number from 1 to 500; write staff: 500"],
  ],
  [
    "a fraction",
    "name: a\nstaff: 1.5\n",
    ["f.yaml:2:8: staff: met 1.5; allowed: a whole number from 1 to 500; write staff: 2"],
  ],
  [
    "nothing",
    "name: a\nstaff:\nload: heavy\n",
    ["f.yaml:2:1: staff: met nothing; allowed: a whole number from 1 to 500; write staff: 12"],
  ],
  [
    "a map for a number",
    "name: a\nstaff: { a: 1, b: 2 }\n",
    [
      "f.yaml:2:8: staff: met a map of a, b; allowed: a whole number from 1 to 500; write staff: 12",
    ],
  ],
  [
    "a list for a number",
    "name: a\nstaff: [1, 2]\n",
    [
      "f.yaml:2:8: staff: met a list of 2 values; allowed: a whole number from 1 to 500; write staff: 12",
    ],
  ],
  [
    "a mistyped word",
    `${good}load: haevy\n`,
    ['f.yaml:3:7: load: met "haevy"; allowed: light, medium or heavy; write load: heavy'],
  ],
  [
    "a word of no list",
    `${good}load: enormous\n`,
    ['f.yaml:3:7: load: met "enormous"; allowed: light, medium or heavy; choose one of these'],
  ],
  [
    "an unknown key near a known one",
    `${good}laod: heavy\n`,
    [
      'f.yaml:3:1: laod: met the key "laod"; allowed: the keys name, staff, load, size, hosts, regions, sites; write load',
    ],
  ],
  [
    "an unknown key",
    `${good}zebra: 1\n`,
    [
      'f.yaml:3:1: zebra: met the key "zebra"; allowed: the keys name, staff, load, size, hosts, regions, sites; remove it',
    ],
  ],
  [
    "a key that objects have anyway",
    `${good}constructor: 1\n`,
    [
      'f.yaml:3:1: constructor: met the key "constructor"; allowed: the keys name, staff, load, size, hosts, regions, sites; remove it',
    ],
  ],
  [
    "a key that objects are made by",
    `${good}__proto__: { name: b }\n`,
    [
      'f.yaml:3:1: __proto__: met the key "__proto__"; allowed: the keys name, staff, load, size, hosts, regions, sites; remove it',
    ],
  ],
  [
    "a number without its unit",
    `${good}size: 400\n`,
    ["f.yaml:3:7: size: met 400; allowed: a number of GiB; write 400 GiB"],
  ],
  [
    "a text of another form",
    `${good}size: 400 GB\n`,
    ['f.yaml:3:7: size: met "400 GB"; allowed: a number of GiB; write 400 GiB'],
  ],
  [
    "neither alternative",
    `${good}hosts: many\n`,
    ['f.yaml:3:8: hosts: met "many"; allowed: auto or a map of size, count; write hosts: auto'],
  ],
  [
    "a fault inside an alternative",
    `${good}hosts: { size: largo, count: 2 }\n`,
    ['f.yaml:3:16: hosts.size: met "largo"; allowed: small or large; write size: large'],
  ],
  [
    "an unknown key inside an alternative",
    `${good}hosts: { size: large, count: 2, x: 1 }\n`,
    ['f.yaml:3:33: hosts.x: met the key "x"; allowed: the keys size, count; remove it'],
  ],
  [
    "a missing key inside an alternative",
    `${good}hosts:\n  size: large\n`,
    ["f.yaml:3:1: hosts.count: met nothing; allowed: a whole number; add count: 1"],
  ],
  [
    "a bad member of a list",
    `${good}regions: [paris, lion]\n`,
    ['f.yaml:3:18: regions[1]: met "lion"; allowed: paris or lyon; write lyon'],
  ],
  [
    "a bad key of a record",
    `${good}sites: { A1: { lan: x } }\n`,
    ['f.yaml:3:10: sites.A1: met the key "A1"; allowed: lower-case letters; choose another name'],
  ],
  [
    "a fault inside a record",
    `${good}sites:\n  a: { lan: [1] }\n`,
    ["f.yaml:4:13: sites.a.lan: met a list of one value; allowed: a text; write lan: text"],
  ],
  [
    "a key twice",
    "name: a\nstaff: 12\nname: b\n",
    [
      'f.yaml:3:1: name: met the key "name" a second time; allowed: each key once; remove one of the two, the first is in line 1',
    ],
  ],
  [
    "a tab",
    "name: a\nsites:\n\ta: 1\n",
    ["f.yaml:3:1: met a tab; allowed: indentation by spaces; replace the tab by two spaces"],
  ],
  [
    "an anchor and its alias",
    "name: &n a\nstaff: *n\n",
    [
      'f.yaml:1:10: name: met "&n"; allowed: values without anchors (&); remove the anchor, or put a text that starts with & into quotes',
      'f.yaml:2:8: staff: met "*n"; allowed: values without aliases (*); write the value out, or put a text that starts with * into quotes',
    ],
  ],
  [
    "a tag",
    "name: !!str a\nstaff: 12\n",
    [
      'f.yaml:1:13: name: met the tag "!!str"; allowed: values without tags (!); remove the tag, or put a text that starts with ! into quotes',
    ],
  ],
  [
    "a private tag",
    "name: !x a\nstaff: 12\n",
    [
      'f.yaml:1:7: met "!x a"; allowed: values without tags (!); remove the tag, and put a text that starts with ! into quotes',
    ],
  ],
  [
    "two documents",
    "name: a\nstaff: 12\n---\nname: b\n",
    [
      'f.yaml:3:1: met "---"; allowed: one document in a file; remove the line --- or ... and what follows it',
    ],
  ],
  [
    "a directive",
    "%YAML 1.1\n---\nname: a\nstaff: 12\n",
    [
      'f.yaml:1:1: met "%YAML 1.1"; allowed: YAML 1.2 without directives (%); remove the lines that start with %',
    ],
  ],
  [
    "a colon in a text",
    "name: a: b\nstaff: 12\n",
    [
      'f.yaml:1:7: met "a: b"; allowed: one value after a key; put a text that contains ": " or " #" into quotes, and start the keys of one map in the same column',
    ],
  ],
  [
    "a missing colon",
    "name a\nstaff: 12\n",
    ['f.yaml:1:1: met "name a"; allowed: key: value; write a colon and a space after the key'],
  ],
  [
    "an open bracket",
    `${good}hosts: { size: large, count: 2\nload: heavy\n`,
    [
      'f.yaml:4:1: met "load: heavy"; allowed: keys of one map in the same column, and every bracket closed; align the line with its neighbours, or close the bracket before it',
    ],
  ],
  [
    "an open quote",
    `${good}load: "heavy\n`,
    [
      "f.yaml:4:1: met the end of the file; allowed: complete quotes, brackets, and a colon or comma between values; add the missing character before this place",
    ],
  ],
  [
    "a reserved start",
    "name: @a\nstaff: 12\n",
    [
      'f.yaml:1:7: met "@a"; allowed: texts that start with a letter or digit, or are in quotes; put the text into quotes',
    ],
  ],
  [
    "a bad escape",
    'name: "\\q"\nstaff: 12\n',
    [
      'f.yaml:1:8: met "\\q""; allowed: escapes such as \\" \\\\ \\n in double quotes; write \\\\ for a backslash, or use single quotes',
    ],
  ],
  [
    "a list as a key",
    `${good}[a]: 1\n`,
    ['f.yaml:3:1: met "[a]: 1"; allowed: a word as the key; write the key without brackets or tag'],
  ],
  [
    "crooked indentation",
    `${good}hosts:\n  size: large\n count: 2\n`,
    [
      'f.yaml:5:1: met "count: 2"; allowed: keys of one map in the same column, and every bracket closed; align the line with its neighbours, or close the bracket before it',
    ],
  ],
  [
    "a text with control characters",
    `${good}load: "\\e[2J"\n`,
    ['f.yaml:3:7: load: met "\\e[2J"; allowed: light, medium or heavy; choose one of these'],
  ],
  [
    "a raw control character",
    `${good}load: \u001b[2J\n`,
    ['f.yaml:3:7: load: met "\\u{1b}[2J"; allowed: light, medium or heavy; choose one of these'],
  ],
])("rejects %s", (_, text, faults) => {
  expect(faultsOf(text)).toEqual(faults);
});

test.each<[string, number[], string]>([
  [
    "Latin-1",
    [...Buffer.from("name: a\nx: é", "latin1")],
    "f.yaml:2:4: met the byte 0xE9; allowed: text in UTF-8; save the file with the encoding UTF-8",
  ],
  [
    "UTF-16",
    [0xff, 0xfe, 0x6e, 0],
    "f.yaml:1:1: met the byte 0xFF; allowed: text in UTF-8; save the file with the encoding UTF-8",
  ],
  [
    "a character cut off at the end",
    [0x61, 0xe2, 0x82],
    "f.yaml:1:2: met the byte 0xE2; allowed: text in UTF-8; save the file with the encoding UTF-8",
  ],
])("rejects bytes of %s", (_, bytes, fault) => {
  const reading = readDocument("f.yaml", Uint8Array.from(bytes), schema);
  expect(reading.ok ? [] : reading.faults.map(formatFault)).toEqual([fault]);
});

test("rejects a file above the limit by its size, and takes one at the limit", () => {
  const largest = 256 * 1024;
  const padding = "#".repeat(largest - good.length - 1);
  expect(read(`${good}${padding}\n`).ok).toBe(true);
  expect(faultsOf(`${good}${padding}#\n`)).toEqual([
    `f.yaml:1:1: met ${largest + 1} bytes; allowed: at most ${largest} bytes; keep only the settings in this file`,
  ]);
});

test.each(["[", "{", "- ", "? ", "a: "])("rejects endless nesting by %j", (opening) => {
  const faults = faultsOf(opening.repeat(80_000));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain("allowed: at most 64 maps and lists in one another");
});

test("rejects an alias bomb without unfolding it", () => {
  const levels = "bcdefghijklmnopqrstuvwxyz".split("");
  const bomb = levels.map((level, index) => {
    const below = String.fromCharCode("a".charCodeAt(0) + index);
    return `${level}: &${level} [${`*${below}, `.repeat(9)}*${below}]`;
  });
  const faults = faultsOf(`a: &a boom\n${bomb.join("\n")}\n`);
  expect(faults).toHaveLength(1 + levels.length * 11);
  expect(faults.every((fault) => /allowed: values without (anchors|aliases)/.test(fault))).toBe(
    true,
  );
});

test("all faults are told at once, in the order of the file", () => {
  expect(faultsOf("staff: 0\nlaod: x\nload: 3\nname: [a]\nname: b\n")).toEqual([
    "f.yaml:1:8: staff: met 0; allowed: a whole number from 1 to 500; write staff: 1",
    'f.yaml:2:1: laod: met the key "laod"; allowed: the keys name, staff, load, size, hosts, regions, sites; remove it',
    "f.yaml:3:7: load: met 3; allowed: light, medium or heavy; write load: light",
    "f.yaml:4:7: name: met a list of one value; allowed: a text; write name: text",
    'f.yaml:5:1: name: met the key "name" a second time; allowed: each key once; remove one of the two, the first is in line 4',
  ]);
});

test("a file that is no YAML at all is told in some lines, not in thousands", () => {
  expect(faultsOf("]\n".repeat(50_000)).length).toBeLessThanOrEqual(101);
});

describe("keys that are refused for a reason, and values that may be secrets", () => {
  const guarded = z
    .strictObject({
      secret: textOf({
        allowed: "the name of a secret",
        example: "key",
        pattern: "^[a-z]+$",
        read: (text) =>
          /^[a-z]+$/.test(text)
            ? { kind: "value", value: text }
            : { kind: "problem", remedy: "write its name" },
      })
        .meta({ confidential: true })
        .optional(),
    })
    .meta({ refused: { password: "remove it, it belongs into the vault" } });
  const guardedFaults = (text: string) => {
    const reading = readDocument("f.yaml", new TextEncoder().encode(text), guarded);
    return reading.ok ? [] : reading.faults.map(formatFault);
  };

  test("rejects such a key with its reason", () => {
    expect(guardedFaults("password: x")).toEqual([
      'f.yaml:1:1: password: met the key "password"; allowed: the keys secret; remove it, it belongs into the vault',
    ]);
  });

  test("rejects any other key without it", () => {
    expect(guardedFaults("toString: x")).toEqual([
      'f.yaml:1:1: toString: met the key "toString"; allowed: the keys secret; remove it',
    ]);
  });

  test("rejects what may be a secret without repeating it", () => {
    expect(guardedFaults("secret: hunter2")).toEqual([
      "f.yaml:1:9: secret: met a text that is not shown; allowed: the name of a secret; write its name",
    ]);
  });
});
