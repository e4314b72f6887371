import fc from "fast-check";
import {
  dossiersPolicy,
  profilesPolicy,
  serverPolicy,
} from "../../../infra/components/backup-policy";
import { recoveryPointsOf } from "../../../infra/embedded-azure/backup/recovery-points";
import { jsonObject } from "../../../infra/embedded-azure/values/property";
import { backupPresets } from "../../../infra/firm/backup-presets";
import { TestAzure, inGroup } from "../support/azure";

const hour = 3_600_000;
const vault = inGroup("Microsoft.RecoveryServices/vaults/rsv");
const itemId = `${vault}/backupFabrics/Azure/protectionContainers/c/protectedItems/AzureFileShare;dossiers`;
const start = Date.parse("2026-01-01T00:00:00Z");

/** Copies of a share that was protected, and perhaps lost, so many hours after the start. */
function pointsAt(
  now: number,
  lost?: number,
  policy: object = dossiersPolicy(backupPresets.standard, true),
) {
  const azure = TestAzure.withGroup();
  const { resources } = azure.store;
  const policyId = `${vault}/backupPolicies/p`;
  const common = { token: "", revision: 1, name: "n" };
  const body = jsonObject(JSON.parse(JSON.stringify({ properties: policy })));
  resources.put({ ...common, id: policyId, type: "policy", body, hidden: {} }, []);
  const at = (hours: number) => new Date(start + hours * hour).toISOString();
  const item = {
    ...common,
    id: itemId,
    type: "item",
    body: { properties: { policyId } },
    hidden: { since: at(0), ...(lost === undefined ? {} : { sourceLost: { at: at(lost) } }) },
  };
  return recoveryPointsOf(resources, item, new Date(start + now * hour));
}

test("a share of four days has a copy every four hours of its day, one a day in the vault", () => {
  const points = pointsAt(96);
  const times = (tier: string) =>
    points.filter((one) => one.tier === tier).map(({ time }) => time.toISOString().slice(5, 16));
  expect(times("snapshot").slice(0, 6)).toEqual(
    ["03", "07", "11", "15", "19", "23"].map((at) => `01-01T${at}:00`),
  );
  expect(times("snapshot")).toHaveLength(24);
  expect(times("vault")).toEqual([1, 2, 3, 4].map((day) => `01-0${day}T23:00`));
});

test("old snapshots are gone, vault copies stay for their 35 days", () => {
  const points = pointsAt(24 * 60);
  const tiers = (tier: string) => points.filter((one) => one.tier === tier).length;
  expect(tiers("snapshot")).toBeLessThanOrEqual(7 * 6);
  expect(tiers("vault")).toBeGreaterThanOrEqual(34);
  expect(tiers("vault")).toBeLessThanOrEqual(36);
});

test("profiles have nothing in the vault", () => {
  const points = pointsAt(96, undefined, profilesPolicy(backupPresets.standard));
  expect(points).toHaveLength(4);
  expect(points.every(({ tier }) => tier === "snapshot")).toBe(true);
});

test("whenever a share is lost, its snapshots go, and the vault's last copy is at most a day old", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 24, max: 24 * 30 }),
      fc.integer({ min: 0, max: 240 }),
      (lost, later) => {
        const points = pointsAt(lost + later, lost);
        expect(points.some(({ tier }) => tier === "snapshot")).toBe(false);
        const last = points.at(-1)?.time.getTime() ?? 0;
        const age = (start + lost * hour - last) / hour;
        expect(age).toBeGreaterThanOrEqual(0);
        expect(age).toBeLessThanOrEqual(24);
      },
    ),
    { numRuns: 200 },
  );
});

test("a server has a copy every four hours too, the day's first in the vault, and keeps them when it is lost", () => {
  const points = pointsAt(96, 80, serverPolicy(backupPresets.standard));
  const times = (tier: string) =>
    points.filter((one) => one.tier === tier).map(({ time }) => time.toISOString().slice(5, 16));
  expect(times("vault")).toEqual([1, 2, 3, 4].map((day) => `01-0${day}T03:00`));
  expect(times("snapshot").at(-1)).toBe("01-04T07:00");
  expect(times("snapshot")).toHaveLength(20);
});
