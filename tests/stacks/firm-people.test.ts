import type { AccessRequest } from "../../infra/firm/requests";
import type { Firm } from "../../infra/firm/firm";
import { recordStack } from "../../infra/stacks/program";
import { firm, platform } from "../support/builders";
import { difference } from "../support/difference";

// Whole stacks: without traces they are recorded several times faster.
Error.stackTraceLimit = 0;
jest.setTimeout(60_000);

const request = (who: string, changes: Partial<AccessRequest> = {}): AccessRequest => ({
  who,
  role: "ecriture",
  guest: false,
  from: undefined,
  until: undefined,
  by: "claire.martin@cabinet-dupont.example",
  ...changes,
});
const record = (requests: readonly AccessRequest[], changes: Partial<Firm> = {}, day = 1) =>
  recordStack(
    { kind: "firm", environment: "prod", firm: "dupont" },
    {
      platform: platform({ today: { kind: "dated", date: { year: 2027, month: 1, day } } }),
      firm: firm({ stage: "live", requests, ...changes }),
    },
  );
const paul = request("paul@cabinet.example");

test("A30: one person more is one membership more, and nothing else", async () => {
  const before = await record([paul]);
  const after = await record([paul, request("lea@cabinet.example")]);
  expect(difference(before.resources, after.resources)).toEqual({
    created: ["people-staff-lea@cabinet.example"],
    removed: [],
    changed: {},
  });
  expect(after.outputs["requests"]).toMatchObject([
    { who: "paul@cabinet.example", status: "affecté", statusInEnglish: "assigned" },
    { who: "lea@cabinet.example", status: "affecté" },
  ]);
});

test("A30: a leaver is out on the day, a mover changes groups on it", async () => {
  const until = { year: 2027, month: 1, day: 6 };
  const requests = [
    { ...paul, until },
    request("lea@cabinet.example", { role: "lecture", until }),
    request("lea@cabinet.example", { role: "ecriture", from: until }),
  ];
  const before = await record(requests, {}, 5);
  const after = await record(requests, {}, 6);
  const { created, removed, changed } = difference(before.resources, after.resources);
  expect({ created, removed, people: Object.keys(changed) }).toEqual({
    created: ["people-staff-lea@cabinet.example"],
    removed: ["people-readers-lea@cabinet.example", "people-staff-paul@cabinet.example"],
    people: [],
  });
  expect(after.outputs["requests"]).toMatchObject([
    { status: expect.stringMatching(/^révoqué le 2027-01-06/) },
    { status: expect.stringMatching(/^révoqué/) },
    { status: "affecté" },
  ]);
});

test("before the firm is live, and once it leaves, nobody is in", async () => {
  for (const stage of ["landing", "verified", "leaving"] as const) {
    const { resources } = await record([paul], { stage });
    expect(resources.filter(({ name }) => name.startsWith("people-"))).toEqual([]);
  }
});

test("a new supervisor is staff too", async () => {
  const { resources } = await record([request("lea@cabinet.example", { role: "supervision" })]);
  expect(
    resources.filter(({ name }) => name.startsWith("people-")).map(({ name }) => name),
  ).toEqual(["people-staff-lea@cabinet.example", "people-supervisors-lea@cabinet.example"]);
});
