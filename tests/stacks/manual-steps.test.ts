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
  test("a firm with nothing special: consent, folders, pricing of access, scanners", () => {
    expect(stepsOf({ stage: "live" })).toHaveLength(4);
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

  test("domain controllers in the firm's own network go into its subnet for servers", () => {
    const elsewhere = english({ identity: domainIdentity("hybrid") });
    expect(elsewhere).not.toContain("subnet for servers");
    const identity = domainIdentity("hybrid", ["10.64.9.52", "10.64.9.53"]);
    expect(english({ identity })).toContain(
      "domain controllers 10.64.9.52 and 10.64.9.53 into the firm's subnet for servers, 10.64.9.48/28",
    );
  });

  test("Citrix is told the firm's hours, its season included", () => {
    const workday: Firm["workday"] = {
      ...firm().workday,
      season: {
        kind: "yearly",
        from: { month: 1, day: 15 },
        until: { month: 5, day: 31 },
        weekdays: { from: { hour: 6, minute: 30 }, until: { hour: 22, minute: 0 } },
        saturday: {
          kind: "open",
          hours: { from: { hour: 8, minute: 0 }, until: { hour: 18, minute: 0 } },
        },
      },
    };
    const steps = stepsOf({ ...citrix, workday });
    expect(steps.map(({ fr }) => fr).join()).toContain(
      "en semaine 07:00-20:00 ; du 15/01 au 31/05 06:30-22:00, le samedi 08:00-18:00",
    );
    expect(english({ workday })).not.toContain("Autoscale");
  });

  test("a domain wants its account, its secret and its names", () => {
    const text = english({ identity: domainIdentity("hybrid") });
    expect(text).toContain("svc-join@cabinet-dupont.example");
    expect(text).toContain("cabinet secret dupont domain-join <");
    expect(text).toContain("forward file.core.windows.net");
  });

  test("A20: TWAIN over Citrix wants a driver on each workstation, a folder wants a tunnel", () => {
    expect(english(citrix)).toContain("TWAIN");
    expect(english()).toContain("Scan inbox");
    expect(english(sessions({ scanning: "none" }))).not.toMatch(/scan/i);
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

  test("A37: subscriptions are enrolled in the provider's tenant, and in a firm's own for externals", () => {
    const people = { ...firm().people, externals: 20, externalsAtOnce: 3 };
    expect(english({ tenancy: "firm", people })).toContain("per-user access pricing");
    expect(english({ tenancy: "firm" })).not.toContain("per-user access pricing");
    expect(english({ tenancy: "provider" })).toContain("per-user access pricing");
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
