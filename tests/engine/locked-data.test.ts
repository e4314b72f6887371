import { dataGivenUp } from "../../infra/engine/locked-data";
import type { StateResource } from "../../infra/engine/state";

const group = "/subscriptions/s/resourceGroups/data/providers/Microsoft.Storage/storageAccounts";

const account = (name: string): StateResource => ({
  urn: `urn:pulumi:prod.dupont::cabinet::azure-native:storage:StorageAccount::${name}`,
  type: "azure-native:storage:StorageAccount",
  custom: true,
  id: `${group}/${name}`,
});
const lock = (name: string): StateResource => ({
  urn: `urn:pulumi:prod.dupont::cabinet::azure-native:authorization:ManagementLockByScope::lock-${name}`,
  type: "azure-native:authorization:ManagementLockByScope",
  custom: true,
  inputs: { scope: `${group}/${name}`.toUpperCase() },
});

const all = ["dossiers", "profiles"].flatMap((name) => [account(name), lock(name)]);
const [dossiers, dossiersLock, profiles, profilesLock] = all;

function lost(registered: readonly (StateResource | undefined)[], state = all) {
  const urns = new Set(registered.map((one) => one?.urn ?? ""));
  return dataGivenUp({ resources: state, pendingOperations: [], rest: {} }, urns).map(
    ({ data, lock: its }) => [data.urn.split("::").at(-1), its.urn.split("::").at(-1)],
  );
}

test("data that goes while other locks stay is found, with its lock", () => {
  expect(lost([profiles, profilesLock])).toEqual([["dossiers", "lock-dossiers"]]);
});

test("a firm that leaves gives up its locks, and is meant; so is one that goes altogether", () => {
  expect(lost([dossiers, profiles])).toEqual([]);
  expect(lost([])).toEqual([]);
});

test("nothing is lost while data stays, or when its lock was taken away before", () => {
  expect(lost([dossiers, profiles, profilesLock])).toEqual([]);
  const unlocked = all.filter((one) => one !== dossiersLock);
  expect(lost([profiles, profilesLock], unlocked)).toEqual([]);
});
