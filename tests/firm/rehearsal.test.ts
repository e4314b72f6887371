import { backupPresets } from "../../infra/firm/backup-presets";
import {
  noRehearsalYet,
  readRehearsal,
  rehearsalPlan,
  unreadableRehearsal,
} from "../../infra/firm/rehearsal";
import { firm } from "../support/builders";
import { firmFaults, firmOf } from "../support/firm-file";

const plan = (changes: Parameters<typeof firm>[0] = {}) => rehearsalPlan(firm(changes));

test("A12: a restore is rehearsed every month, where client files are a share in a vault", () => {
  expect(plan().kind).toBe("monthly");
  expect(plan().fr).toContain("chaque mois");
});

test.each([
  ["chosen", { backup: { ...backupPresets.standard, rehearsal: "none" as const } }],
  ["fileServer", { data: { ...firm().data, store: "fileServer" as const } }],
  ["region", { region: "italynorth" as const }],
  ["leaving", { stage: "leaving" as const }],
])("no rehearsal is told with its reason: %s", (because, changes) => {
  expect(plan(changes)).toMatchObject({ kind: "none", because });
  expect(plan(changes).en).toMatch(/^restore not rehearsed: /);
});

test("results that are none are told as such", () => {
  expect(noRehearsalYet.en).toBe("no rehearsal has run yet");
  expect(readRehearsal({}).verdict).toBe("unknown");
  expect(unreadableRehearsal("403").fr).toContain("403");
});

test("rejects a rehearsal where client files are on a server", () => {
  const faults = firmFaults(
    firmOf([
      "identity: { mode: hybrid, domain: petit.example, dnsServers: [10.64.10.180, 10.64.10.181], ou: 'OU=Hotes,DC=petit,DC=example', joinAccount: join@petit.example }",
      "data: { store: fileServer }",
      "backup: { rehearsal: monthly }",
    ]),
  );
  expect(faults).toEqual([
    expect.stringMatching(/backup\.rehearsal: met monthly.*only shares are restored for practice/),
  ]);
});
