import { sharesClipboard } from "../../infra/firm/clipboard";
import { explainFirm } from "../../infra/firm/explain";
import { firm } from "../support/builders";

const app = { key: "caisse", name: "Caisse", path: String.raw`C:\Caisse.exe`, arguments: "" };

test("what is derived is explained, line by line", () => {
  const someone = firm({
    people: { supervisor: "a@b.example", staff: 12, externals: 5, externalsAtOnce: 1 },
    sessions: { ...firm().sessions, applications: [app] },
    data: { ...firm().data, archive: ["comptable10"] },
  });
  const lines = explainFirm(someone, {
    kind: "dated",
    date: { year: 2026, month: 11, day: 11 },
  });
  expect(lines).toEqual(
    expect.arrayContaining([
      "cheapest: 2 x Standard_E8as_v5",
      "share for profiles: 510 GiB",
      "hosts run by the week of 2026-11-09: Monday to Tuesday 07:00-20:00, Wednesday closed (11 novembre), Thursday to Friday 07:00-20:00, Saturday to Sunday closed",
      "the week of 2026-11-16 has other hours: deploy it on that Monday before work",
      "clipboard: not shared, although staff's devices are managed: externals use the same pool from devices that are not",
      "archive comptable10: livres, journaux et pièces comptables, 10 years (Code de commerce L123-22): what closed on 2025-12-31 is kept until 2035-12-31",
    ]),
  );
});

test("under Citrix the hours are told, and who sets them", () => {
  const citrix = {
    kind: "citrix",
    customer: "petit7f3k2a",
    resourceLocation: "7a1d2c3b-0000-4000-8000-000000000001",
    clientId: "7a1d2c3b-0000-4000-8000-000000000002",
    clientSecretName: "citrix-client",
    agent: { url: "https://logiciels.example/vda.exe", sha256: "ab".repeat(32) },
  } as const;
  const lines = explainFirm(firm({ sessions: { ...firm().sessions, broker: citrix } }), {
    kind: "undated",
  });
  expect(lines.slice(-3, -1)).toEqual([
    "hosts run by the ordinary week: Monday to Friday 07:00-20:00, Saturday to Sunday closed",
    "Citrix starts and stops hosts: these hours have to be set in Citrix Cloud, and are what the cost of hosts is reckoned with",
  ]);
});

test.each([
  [{ stage: "landing" }, "next: its data lands, then cabinet verify dupont, then stage: verified"],
  [{ stage: "landing", landing: { kind: "none" } }, "next: deploy, then write stage: verified"],
  [{ stage: "verified" }, "next: deploy, have the firm accept its data, then write stage: live"],
  [
    { stage: "leaving" },
    "next: hand over by the output export, then cabinet destroy once it is confirmed",
  ],
] as const)("%j ends with what comes next", (changes, next) => {
  expect(explainFirm(firm(changes), { kind: "undated" }).at(-1)).toBe(next);
});

test("a firm at work has nothing to come", () => {
  const lines = explainFirm(firm({ stage: "live" }), { kind: "undated" });
  expect(lines.join("\n")).not.toContain("next:");
});

test("the clipboard is shared where every device is managed", () => {
  expect(sharesClipboard(firm())).toBe(true);
  expect(sharesClipboard(firm({ sessions: { ...firm().sessions, devices: "any" } }))).toBe(false);
  expect(
    sharesClipboard(firm({ people: { ...firm().people, externals: 1, externalsAtOnce: 1 } })),
  ).toBe(false);
});
