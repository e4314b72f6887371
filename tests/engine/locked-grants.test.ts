import { hasLocks, lockedGrants } from "../../infra/engine/locked-grants";
import type { StateResource } from "../../infra/engine/state";

const account =
  "/subscriptions/s/resourceGroups/data/providers/Microsoft.Storage/storageAccounts/a";

function resource(
  type: string,
  name: string,
  scope: string,
  ...dependencies: readonly string[]
): StateResource {
  const token = `azure-native:authorization:${type}`;
  return {
    urn: urn(type, name),
    type: token,
    custom: true,
    inputs: { scope },
    dependencies: [...dependencies],
  };
}

function urn(type: string, name: string): string {
  return `urn:pulumi:prod.dupont::cabinet::azure-native:authorization:${type}::${name}`;
}

const onShare = resource("RoleAssignment", "on-share", `${account}/fileServices/default/shares/x`);
const onPool = resource("RoleAssignment", "on-pool", "/subscriptions/s/resourceGroups/desktops");
const lock = resource("ManagementLockByScope", "lock", account.toUpperCase(), onShare.urn);
const farLock = resource("ManagementLockByScope", "far", `${account}2`, onShare.urn);
const unrelated = resource("ManagementLockByScope", "unrelated", `${account}3`);

function found(resources: readonly StateResource[], registered: readonly StateResource[]) {
  const all = lockedGrants(
    { resources, pendingOperations: [], rest: {} },
    new Set(registered.map((one) => one.urn)),
  );
  const names = (some: readonly StateResource[]) => some.map((one) => one.urn.split("::").at(-1));
  return all && { grants: names(all.grants), locks: names(all.locks) };
}

test("what is no longer given under a lock goes beforehand, with the locks on it and on that account", () => {
  expect(
    found([onShare, onPool, lock, farLock, unrelated], [onPool, lock, farLock, unrelated]),
  ).toEqual({ grants: ["on-share"], locks: ["lock", "far"] });
});

test("nothing is lifted for what stays given, or stands under no lock", () => {
  expect(found([onShare, onPool, lock], [onShare, lock])).toBeUndefined();
  expect(found([onPool, lock], [lock])).toBeUndefined();
});

test("rejects to take away what something else than a lock stands on", () => {
  const plan = { ...onPool, urn: urn("Plan", "plan"), dependencies: [onShare.urn] };
  expect(found([onShare, lock, plan], [lock, plan])).toBeUndefined();
});

test("data under a lock is no grant", () => {
  const share = { ...onShare, type: "azure-native:storage:FileShare" };
  expect(found([share, lock], [lock])).toBeUndefined();
});

test("a stack without locks is told from one with", () => {
  expect(hasLocks({ resources: [onShare], pendingOperations: [], rest: {} })).toBe(false);
  expect(hasLocks({ resources: [onShare, lock], pendingOperations: [], rest: {} })).toBe(true);
});
