import { formatFault } from "../../infra/document/fault";
import { openDocument } from "../../infra/document/source-document";
import type { Today } from "../../infra/document/calendar-date";
import { readRequests, requestWarnings } from "../../infra/firm/read-requests";
import { requestStatus, type AccessRequest } from "../../infra/firm/requests";
import { domainIdentity, firm } from "../support/builders";

const live = firm({ stage: "live" });
const publishing = firm({
  stage: "live",
  sessions: {
    ...firm().sessions,
    applications: [{ key: "compta", name: "Compta", path: "C:\\Compta.exe", arguments: "" }],
  },
});
const on = (day: number): Today => ({ kind: "dated", date: { year: 2027, month: 1, day } });
const undated: Today = { kind: "undated" };
const request = (changes: Partial<AccessRequest> = {}): AccessRequest => ({
  who: "paul@cabinet.example",
  role: "ecriture",
  guest: false,
  from: undefined,
  until: undefined,
  by: "claire@cabinet.example",
  ...changes,
});
const the = (day: number) => ({ year: 2027, month: 1, day });

describe("A30: where a request stands", () => {
  test.each([
    ["a joiner", request(), live, undated, "affecté"],
    ["before the firm is live", request(), firm(), undated, "demandé : attend stage live"],
    [
      "before the first day",
      request({ from: the(4) }),
      live,
      on(3),
      "demandé : attend le 2027-01-04",
    ],
    ["on the first day", request({ from: the(4) }), live, on(4), "affecté"],
    [
      "a first day and no date",
      request({ from: the(4) }),
      live,
      undated,
      "demandé : attend cabinet:today",
    ],
    ["the day before the last", request({ until: the(4) }), live, on(3), "affecté"],
    [
      "a last day and no date",
      request({ until: the(4) }),
      live,
      undated,
      "affecté : sa fin, le 2027-01-04, attend cabinet:today",
    ],
    [
      "a leaver, the same day",
      request({ until: the(4) }),
      live,
      on(4),
      "révoqué le 2027-01-04 : fermer la session encore ouverte",
    ],
    [
      "of a firm that leaves",
      request(),
      firm({ stage: "leaving" }),
      undated,
      "révoqué : le cabinet part",
    ],
    [
      "a client who can start something",
      request({ role: "client" }),
      publishing,
      undated,
      "affecté",
    ],
  ])("%s: %s", (_, one, of, today, words) => {
    expect(requestStatus(one, of, today).fr).toBe(words);
  });

  test.each([
    ["a client with nothing to start", request({ role: "client" }), live],
    ["a guest with a desktop", request({ guest: true }), live],
    [
      "a guest where hosts are joined to a domain",
      request({ guest: true, role: "client" }),
      { ...publishing, identity: domainIdentity("hybrid") },
    ],
    [
      "a guest in a managed domain",
      request({ guest: true, role: "intervenant" }),
      { ...publishing, identity: domainIdentity("domainServices") },
    ],
  ])("rejects %s, with the reason in both languages", (_, one, of) => {
    const status = requestStatus(one, of, undated);
    expect(status).toMatchObject({
      state: "refused",
      fr: expect.stringMatching(/^refusé : .{20}/),
      en: expect.stringMatching(/^refused: .{20}/),
    });
  });

  test("a guest is let in where hosts are joined to Entra alone", () => {
    const guest = request({ guest: true, role: "client" });
    expect(requestStatus(guest, publishing, undated).state).toBe("assigned");
  });
});

const read = (...lines: readonly string[]) => {
  const text = `requests:\n${lines.map((line) => `  - { ${line} }\n`).join("")}`;
  const document = openDocument("infra/people/dupont.yaml", new TextEncoder().encode(text));
  if (!document.ok) throw new Error("the test's own YAML is broken");
  return { document: document.value, reading: readRequests(document.value, live) };
};
const by = "by: claire@cabinet.example";

describe("a request file", () => {
  test("a joiner, a mover and a leaver", () => {
    const { reading } = read(
      `who: Paul@cabinet.example, role: ecriture, ${by}`,
      `who: lea@cabinet.example, role: lecture, until: 2027-01-04, ${by}`,
      `who: lea@cabinet.example, role: ecriture, from: 2027-01-04, ${by}`,
    );
    expect(reading).toMatchObject({
      ok: true,
      value: [
        { who: "paul@cabinet.example", guest: false },
        { until: { year: 2027, month: 1, day: 4 } },
        { from: { year: 2027, month: 1, day: 4 } },
      ],
    });
  });

  test.each([
    [
      "a role that is none",
      [`who: p@c.example, role: patron, ${by}`],
      /^infra\/people\/dupont.yaml:2:31: requests\[0\]\.role: met "patron"; allowed: lecture, /,
    ],
    [
      "a request nobody made",
      ["who: p@c.example, role: lecture"],
      /^infra\/people\/dupont.yaml:2:5: requests\[0\]\.by: met nothing/,
    ],
    [
      "a name that is no address",
      [`who: Paul, role: lecture, ${by}`],
      /requests\[0\]\.who: met "Paul"; .*write an address/,
    ],
    [
      "an end before the beginning",
      [`who: p@c.example, role: lecture, from: 2027-01-04, until: 2027-01-04, ${by}`],
      /requests\[0\]\.until: met "?2027-01-04"?; allowed: a day after from/,
    ],
    [
      "the same twice",
      [`who: p@c.example, role: lecture, ${by}`, `who: p@c.example, role: lecture, ${by}`],
      /^infra\/people\/dupont.yaml:3:5: requests\[1\]: met p@c.example as lecture again/,
    ],
    [
      "the supervisor, who has it already",
      [`who: claire.martin@cabinet-dupont.example, role: supervision, ${by}`],
      /requests\[0\]\.who: met .*somebody else/,
    ],
    [
      "AVD-039: a desktop and applications for one person",
      [`who: p@c.example, role: lecture, ${by}`, `who: p@c.example, role: client, ${by}`],
      /requests\[1\]: met p@c.example as client beside another role/,
    ],
    [
      "a key that is none",
      [`who: p@c.example, role: lecture, password: x, ${by}`],
      /met the key "password"/,
    ],
  ])("rejects %s", (_, lines, fault) => {
    const { reading } = read(...lines);
    expect(reading.ok ? [] : reading.faults.map(formatFault)).toEqual([
      expect.stringMatching(fault),
    ]);
  });

  test("what comes to nothing is warned of, at its place, and stops no other", () => {
    const { document, reading } = read(
      `who: p@c.example, role: lecture, ${by}`,
      `who: g@client.example, role: lecture, guest: true, ${by}`,
    );
    if (!reading.ok) throw new Error("refused");
    const warnings = requestWarnings(document, { ...live, requests: reading.value });
    expect(warnings.map(formatFault)).toEqual([
      expect.stringMatching(
        /^infra\/people\/dupont.yaml:3:36: requests\[1\]\.role: .*a guest gets/,
      ),
    ]);
  });
});
