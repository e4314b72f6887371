import type { CalendarDate } from "../../infra/document/calendar-date";
import type { Firm } from "../../infra/firm/firm";
import type { Platform } from "../../infra/platform/platform";
import { hostImage } from "../../infra/stacks/host-image";
import { recordStack } from "../../infra/stacks/program";
import { domainIdentity, firm, platform } from "../support/builders";
import { difference } from "../support/difference";
import { inputsOf } from "../support/harness";

Error.stackTraceLimit = 0;
jest.setTimeout(60_000);

const record = (changes: Partial<Firm> = {}, settings: Partial<Platform> = {}) =>
  recordStack(
    { kind: "firm", environment: "prod", firm: "dupont" },
    { platform: platform(settings), firm: firm(changes) },
  );
const on = (date: CalendarDate): Partial<Platform> => ({ today: { kind: "dated", date } });
const day = (month: number, date: number): CalendarDate => ({ year: 2026, month, day: date });

const sessions = (changes: Partial<Firm["sessions"]>): Partial<Firm> => ({
  sessions: { ...firm().sessions, ...changes },
});
const withPrevious = sessions({
  generation: 2,
  previous: {
    kind: "kept",
    generation: 1,
    hosts: { size: "Standard_E8as_v5", count: 1 },
    until: day(12, 15),
  },
});

describe("a generation's end", () => {
  test.each<[string, Partial<Platform>, number]>([
    ["the day before", on(day(12, 14)), 1],
    ["its day", on(day(12, 15)), 0],
    ["a later day", on(day(12, 20)), 0],
    ["a deployment that knows no date", {}, 1],
  ])("on %s", async (_, settings, kept) => {
    const { outputs, resources } = await record(withPrevious, settings);
    expect(outputs["drainedHosts"]).toHaveLength(kept);
    expect(outputs["sessionHosts"]).toHaveLength(1);
    expect(resources.filter(({ name }) => name === "hosts-g1-1-vm")).toHaveLength(kept);
  });

  test("three deployments and a wait, each resumed where it broke off, end at the new hosts alone", async () => {
    const first = (await record(sessions({ generation: 1 }))).resources;
    const built = (await record(withPrevious, on(day(12, 1)))).resources;
    const waited = (await record(withPrevious, on(day(12, 14)))).resources;
    const gone = (await record(withPrevious, on(day(12, 15)))).resources;
    const tidied = (await record(sessions({ generation: 2 }), on(day(12, 16)))).resources;

    const build = difference(first, built);
    expect(build.removed).toEqual([]);
    expect(Object.keys(build.changed).filter((name) => name.startsWith("hosts-"))).toEqual([
      "hosts-g1-1-description",
    ]);
    // Whatever part of a build is there already, the next deployment wants the same list.
    const half = built.filter((_, place) => place % 2 === 0);
    expect(difference(half, built).changed).toEqual({});
    expect(difference(built, waited)).toEqual({ created: [], removed: [], changed: {} });
    const remove = difference(waited, gone);
    expect(remove.created).toEqual([]);
    expect(remove.removed.every((name) => name.startsWith("hosts-g1-"))).toBe(true);
    expect(difference(gone, tidied)).toEqual({ created: [], removed: [], changed: {} });
  });
});

describe("schedules", () => {
  const season: Firm["workday"]["season"] = {
    kind: "yearly",
    from: { month: 1, day: 15 },
    until: { month: 5, day: 31 },
    weekdays: { from: { hour: 6, minute: 30 }, until: { hour: 22, minute: 0 } },
    saturday: { kind: "closed" },
  };
  const workday = { ...firm().workday, season };
  const noticeOn = async (settings: Partial<Platform>) =>
    (await record({ workday }, settings)).outputs["schedules"];

  test("without a day the ordinary week is in force, and the preview says so", async () => {
    expect(await noticeOn({})).toEqual([
      "hosts run by the ordinary week: Monday to Friday 07:00-20:00, Saturday to Sunday closed",
      expect.stringContaining("no day is given"),
    ]);
  });

  test("in the season the preview says which week is in force, and when the next is due", async () => {
    expect(await noticeOn(on(day(3, 11)))).toEqual([
      "hosts run by the week of 2026-03-09: Monday to Friday 06:30-22:00 (season), Saturday to Sunday closed",
      expect.stringContaining("the week of 2026-04-06 has other hours"),
    ]);
  });
});

describe("joining", () => {
  test("secrets stay in the vault, which templates may read only where a domain wants it", async () => {
    const entra = (await record()).resources;
    const domain = (await record({ identity: domainIdentity("hybrid") })).resources;
    const vault = (list: typeof entra) => inputsOf(list, "keys-vault")["properties"];
    expect(vault(entra)).toMatchObject({ enabledForTemplateDeployment: false });
    expect(vault(domain)).toMatchObject({ enabledForTemplateDeployment: true });
    expect(inputsOf(domain, "network-vnet")).toMatchObject({
      dhcpOptions: { dnsServers: ["10.60.1.4", "10.60.1.5"] },
    });
    expect(JSON.stringify(inputsOf(domain, "hosts-g1-1-join"))).toContain('"reference"');
  });
});

test("AVD-018: hosts come from the marketplace, or from the platform's own gallery", () => {
  const version = "1.0.20261124";
  expect(hostImage({ image: { source: "marketplace", version } }, "definition")).toMatchObject({
    sku: "win11-24h2-avd-m365",
    version,
  });
  expect(hostImage({ image: { source: "gallery", version } }, "definition")).toHaveProperty("id");
});

test("manual steps are told in French, and in English too", async () => {
  const { outputs } = await record();
  expect(outputs["manualSteps"]).toEqual(
    expect.arrayContaining([expect.stringContaining("consentement d'administrateur")]),
  );
  expect(outputs["manualStepsInEnglish"]).toEqual(
    expect.arrayContaining([expect.stringContaining("admin consent")]),
  );
});
