import { z } from "zod";
import { amend } from "../../infra/document/amend";
import { formatFault } from "../../infra/document/fault";
import { openDocument, understand } from "../../infra/document/source-document";

const schema = z.object({
  people: z.strictObject({ staff: z.int().min(1).max(500) }),
  sessions: z.object({ load: z.string() }).optional(),
});

function amended(change: string) {
  const document = openDocument("f.yaml", new TextEncoder().encode("people:\n  staff: 12\n"));
  if (!document.ok) throw new Error("the document is good");
  const changed = amend(document.value, change);
  const reading = changed.ok ? understand(changed.value, schema) : changed;
  return reading.ok ? reading.value : reading.faults.map(formatFault);
}

test("a value is replaced", () => {
  expect(amended("people.staff=15")).toEqual({ people: { staff: 15 } });
});

test("maps on the way are made", () => {
  expect(amended("sessions.load=light")).toEqual({
    people: { staff: 12 },
    sessions: { load: "light" },
  });
});

test("a value may be a map", () => {
  expect(amended("people={ staff: 3 }")).toEqual({ people: { staff: 3 } });
});

test.each([
  [
    "people.staff",
    '"people.staff":1:1: met "people.staff"; allowed: key=value; write it like people.staff=15',
  ],
  [
    "people.staff=501",
    '"people.staff=501":1:1: people.staff: met 501; allowed: a whole number from 1 to 500; write staff: 500',
  ],
  [
    "people.staf=3",
    '"people.staf=3":1:1: people.staf: met the key "staf"; allowed: the keys staff; remove it',
  ],
  [
    "people.staff=*x",
    '"people.staff=*x":1:1: met "*x"; allowed: values without aliases (*); write the value out, or put a text that starts with * into quotes',
  ],
  [
    "people={ staff: 1, staff: 2 }",
    '"people={ staff: 1, staff: 2 }":1:13: staff: met the key "staff" a second time; allowed: each key once; remove one of the two, the first is in line 1',
  ],
])("rejects the change %s", (change, fault) => {
  expect(amended(change)).toEqual([fault]);
});

test("a member of a list can be changed, and the list stays one", () => {
  const opened = openDocument("a.yaml", new TextEncoder().encode("list: [1, { a: 2 }]\n"));
  if (!opened.ok) throw new Error("no document");
  const value = (change: string) => {
    const reading = amend(opened.value, change);
    return reading.ok ? reading.value.root.value : reading.faults;
  };
  expect(value("list.0=5")).toEqual({ list: [5, { a: 2 }] });
  expect(value("list.1.a=7")).toEqual({ list: [1, { a: 7 }] });
  expect(value("list.2=3")).toEqual({ list: [1, { a: 2 }, 3] });
  expect(value("list.name=3")).toEqual({ list: { 0: 1, 1: { a: 2 }, name: 3 } });
});

test("no value takes a key away, and one that is not there is told", () => {
  const opened = openDocument("a.yaml", new TextEncoder().encode("a: { b: 1, c: 2 }\nd: [1, 2]\n"));
  if (!opened.ok) throw new Error("no document");
  const value = (change: string) => {
    const reading = amend(opened.value, change);
    return reading.ok ? reading.value.root.value : reading.faults;
  };
  expect(value("a.b=")).toEqual({ a: { c: 2 }, d: [1, 2] });
  expect(value("a= ")).toEqual({ d: [1, 2] });
  expect(value("d.1=")).toEqual({ a: { b: 1, c: 2 }, d: [1] });
  expect(value("a.x=")).toEqual({ a: { b: 1, c: 2, x: null }, d: [1, 2] });
  expect(value('a.b=""')).toEqual({ a: { b: "", c: 2 }, d: [1, 2] });
});
