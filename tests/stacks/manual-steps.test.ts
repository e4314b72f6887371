import type { Firm, Printing } from "../../infra/firm/firm";
import { manualSteps } from "../../infra/stacks/manual-steps";
import { address, domainIdentity, firm } from "../support/builders";

const stepsOf = (changes: Partial<Firm> = {}) => manualSteps(firm(changes));
const english = (changes: Partial<Firm> = {}) =>
  stepsOf(changes)
    .map(({ en }) => en)
    .join("\n");
const sessions = (changes: Partial<Firm["sessions"]>): Partial<Firm> => ({
  sessions: { ...firm().sessions, ...changes },
});
const installer = { url: "https://files.example/setup.exe", sha256: "ab".repeat(32) };
const citrix = sessions({
  broker: {
    kind: "citrix",
    customer: "dupont7f3k2a",
    resourceLocation: "44444444-0000-4000-8000-000000000001",
    clientId: "44444444-0000-4000-8000-000000000002",
    clientSecretName: "citrix-client",
    agent: installer,
  },
  scanning: "twain",
});

describe("manualSteps", () => {
  test("a firm with nothing special: consent, folders, scanners", () => {
    expect(stepsOf({ stage: "live" })).toHaveLength(3);
  });

  test("each step is said in French and in English, and names the same things", () => {
    const all = [
      ...stepsOf({ identity: domainIdentity("hybrid") }),
      ...stepsOf(citrix),
      ...stepsOf(sessions({ printing: { kind: "universalPrint" } })),
    ];
    for (const { fr, en } of all) {
      expect(fr).not.toBe(en);
      for (const [name] of fr.matchAll(/https:\/\/\S+|[\w-]+@[\w.-]+|[0-9a-f-]{36}/g))
        expect(en).toContain(name);
    }
  });

  test("a domain wants its account, its secret and its names", () => {
    const text = english({ identity: domainIdentity("hybrid") });
    expect(text).toContain("svc-join@cabinet-dupont.example");
    expect(text).toContain("cabinet secret dupont domain-join <");
    expect(text).toContain("forward file.core.windows.net");
  });

  test("A20: TWAIN over Citrix wants a driver on each workstation, a folder wants a scan profile", () => {
    expect(english(citrix)).toContain("TWAIN");
    expect(english()).toContain("scan inbox");
    expect(english(sessions({ scanning: "none" }))).not.toContain("scan");
  });

  test("Citrix keeps its old hosts out of use by hand", () => {
    const previous = {
      kind: "kept",
      generation: 1,
      hosts: { size: "Standard_E8as_v5", count: 2 },
      until: { year: 2026, month: 12, day: 24 },
    } as const;
    const { sessions: base } = citrix;
    if (base === undefined) throw new Error("no sessions");
    expect(english({ sessions: { ...base, generation: 2, previous } })).toContain(
      "generation 1 into maintenance mode",
    );
    expect(english(sessions({ generation: 2, previous }))).not.toContain("maintenance mode");
  });

  test("externals are paid for by the month they come in", () => {
    const people = { ...firm().people, externals: 20, externalsAtOnce: 3 };
    expect(english({ people })).toContain("per-user access pricing");
    expect(english()).not.toContain("per-user access pricing");
  });

  test.each<[Printing, number]>([
    [{ kind: "redirect" }, 0],
    [{ kind: "none" }, 0],
    [{ kind: "universalPrint" }, 3],
    [
      {
        kind: "thinprint",
        licenceServer: address("10.60.0.200"),
        engine: installer,
        engineSwitches: "/s",
      },
      2,
    ],
  ])("printing %j leaves %i steps to people", (printing, count) => {
    expect(stepsOf(sessions({ printing })).length - stepsOf().length).toBe(count);
  });
});
