import path from "node:path";
import { restoreInStore } from "../../../infra/cli/restore-command";
import { loseShareByHand } from "../../../infra/embedded-azure/by-hand/lose-share";
import { removeByHand } from "../../../infra/embedded-azure/by-hand/change";
import { jsonObject } from "../../../infra/embedded-azure/values/property";
import type { Firm } from "../../../infra/firm/firm";
import { recoveryPoints } from "../../../infra/firm/recovery-points";
import { protectedShares, type ProtectedShare } from "../../../infra/resources/protected-shares";
import type { RegisteredResource } from "../../../infra/resources/registered";
import { readDefinition } from "../../../infra/stacks/definition";
import { recordStack } from "../../../infra/stacks/program";
import { network } from "../../support/builders";
import { TestAzure } from "../support/azure";

// The drill: twenty firms lose their shares, as the 1,200 firms of one host did in December 2023.
Error.stackTraceLimit = 0;
jest.setTimeout(120_000);

const count = 20;
const day = 24 * 3_600_000;

interface Lost {
  readonly firm: Firm;
  readonly stack: string;
  readonly subscription: string;
  readonly shares: readonly ProtectedShare[];
  readonly shareIds: readonly string[];
}

const azure = new TestAzure();
const firms: Lost[] = [];
const protectedAt = new Date("2026-11-20T09:00:00Z");
const lostAt = new Date("2026-11-24T17:40:00Z");
const now = new Date("2026-11-24T18:30:00Z");

/** What backups are about, in the order in which it is made. */
const kinds = [
  "resources:ResourceGroup",
  "storage:StorageAccount",
  "storage:FileServiceProperties",
  "storage:FileShare",
  "recoveryservices:Vault",
  "recoveryservices:ProtectionPolicy",
  "recoveryservices:ProtectionContainer",
  "recoveryservices:ProtectedItem",
];

function make(resources: readonly RegisteredResource[]): void {
  for (const kind of kinds)
    for (const { id, inputs } of resources.filter(({ type }) => type === `azure-native:${kind}`)) {
      const { location, properties, kind: accountKind } = inputs;
      const body = { location, properties, kind: accountKind };
      azure.put(id ?? "", jsonObject(JSON.parse(JSON.stringify(body))));
    }
}

beforeAll(async () => {
  const reading = readDefinition("prod.petit", path.join(__dirname, "../../.."));
  if (!reading.ok || reading.value.kind !== "firm") throw new Error("petit is no sample");
  const { platform, firm: petit } = reading.value;
  for (let index = 0; index < count; index += 1) {
    const subscription = `7a1d2c3b-0000-4000-8000-${String(index).padStart(12, "0")}`;
    const firm: Firm = {
      ...petit,
      key: `cabinet${index}`,
      subscription,
      network: network(`10.64.${100 + index}.0/24`),
    };
    const name = { kind: "firm", environment: "prod", firm: firm.key } as const;
    const { resources } = await recordStack(name, { platform, firm });
    make(resources);
    firms.push({
      firm,
      stack: `prod.${firm.key}`,
      subscription,
      shares: protectedShares(resources),
      shareIds: resources.flatMap(({ type, id }) =>
        type === "azure-native:storage:FileShare" && id !== undefined ? [id] : [],
      ),
    });
  }
  const { resources } = azure.store;
  for (const { shares } of firms)
    for (const { itemId } of shares) {
      const item = resources.get(itemId);
      if (item === undefined) throw new Error(`${itemId} is not there`);
      const hidden = { ...item.hidden, since: protectedAt.toISOString() };
      resources.put({ ...item, hidden }, resources.usesOf(itemId));
    }
});

const ids = () => azure.store.resources.all().map(({ id }) => id);

test("rejects deleting a share that is backed up, through Azure's management", () => {
  const [shareId = ""] = firms[0]?.shareIds ?? [];
  expect(() => removeByHand(azure.store, shareId)).toThrow(/active leases/);
});

test("whoever holds the accounts' keys deletes them all, snapshots included", () => {
  const before = ids().length;
  for (const { shareIds } of firms)
    for (const id of shareIds) loseShareByHand(azure.store, id, lostAt);
  expect(ids().length).toBe(before - 2 * count);
});

test("rejects taking away with a key what no account's key opens", () => {
  const [vault = ""] = ids().filter((id) => /\/vaults\/[^/]+$/.test(id));
  expect(() => loseShareByHand(azure.store, vault, lostAt)).toThrow(/no file share/);
});

test("one command has all of them back, and says what was lost at most", () => {
  const reports = restoreInStore(azure.store, firms, now);
  expect(reports).toHaveLength(2 * count);
  const dossiers = reports.filter(({ share }) => share === "dossiers");
  for (const report of dossiers)
    expect(report).toEqual({
      stack: report.stack,
      share: "dossiers",
      outcome: "restored",
      // The last of the day before: the vault takes one copy a day.
      asOf: "2026-11-23T23:00:00.000Z",
      lostAt: lostAt.toISOString(),
      hoursLost: 19,
    });
  expect(new Set(dossiers.map(({ stack }) => stack)).size).toBe(count);
  // Profiles are in no vault: sessions build them anew.
  expect(
    new Set(reports.filter(({ share }) => share === "profiles").map(({ outcome }) => outcome)),
  ).toEqual(new Set(["empty"]));
  for (const { shareIds } of firms) for (const id of shareIds) expect(ids()).toContain(id);
});

test("nobody lost more than his recovery points promise", () => {
  for (const { firm } of firms) {
    const [promise] = recoveryPoints(firm);
    expect(promise?.immutableHours).toBeGreaterThanOrEqual(19);
  }
});

test("what is there is left as it is", () => {
  const reports = restoreInStore(azure.store, firms, new Date(now.getTime() + day));
  expect(new Set(reports.map(({ outcome }) => outcome))).toEqual(new Set(["there"]));
});
