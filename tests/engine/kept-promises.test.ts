import { dossiersPolicy } from "../../infra/components/backup-policy";
import { brokenPromises } from "../../infra/engine/kept-promises";
import type { StateResource } from "../../infra/engine/state";
import { backupPresets } from "../../infra/firm/backup-presets";
import type { RegisteredResource } from "../../infra/resources/registered";

const urnOf = (type: string) => `urn:pulumi:prod.dupont::cabinet::azure-native:${type}::it`;

function state(type: string, values: Record<string, unknown>): StateResource {
  return {
    urn: urnOf(type),
    type: `azure-native:${type}`,
    custom: true,
    inputs: values,
    outputs: values,
  };
}

function registered(type: string, inputs: Record<string, unknown>): RegisteredResource {
  return {
    urn: urnOf(type),
    type: `azure-native:${type}`,
    name: "it",
    custom: true,
    parent: undefined,
    inputs,
    dependsOn: [],
    protect: false,
    ignoreChanges: [],
    id: undefined,
  };
}

const broken = (before: readonly StateResource[], after: readonly RegisteredResource[]) =>
  brokenPromises({ resources: before, pendingOperations: [], rest: {} }, after).map(
    ({ why }) => why,
  );

const archive = "storage:BlobContainerImmutabilityPolicy";
const days = (count: number, locked = {}) => ({
  immutabilityPeriodSinceCreationInDays: count,
  ...locked,
});

test("A36: rejects, in a preview, that a locked policy of an archive becomes shorter", () => {
  const locked = [state(archive, days(3653, { state: "Locked" }))];
  expect(broken(locked, [registered(archive, days(2192))])).toEqual([
    "its policy is locked at 3653 days, and cannot become 2192",
  ]);
  expect(broken(locked, [registered(archive, days(4000))])).toEqual([]);
  const open = [state(archive, days(3653, { state: "Unlocked" }))];
  expect(broken(open, [registered(archive, days(2192))])).toEqual([]);
});

const vault = "recoveryservices:Vault";
const immutability = (word: string) => ({
  properties: { securitySettings: { immutabilitySettings: { state: word } } },
});

test("A36: rejects that a locked vault is unlocked; one that is not locked can be", () => {
  const after = [registered(vault, immutability("Unlocked"))];
  expect(broken([state(vault, immutability("Locked"))], after)).toEqual([
    expect.stringContaining("nobody can undo"),
  ]);
  expect(broken([state(vault, immutability("Unlocked"))], after)).toEqual([]);
});

const policy = "recoveryservices:ProtectionPolicy";
const kept = (vaultDays: number) => ({
  properties: dossiersPolicy({ ...backupPresets.standard, vaultDays }, true),
});

test("A36: rejects that backups of an immutable vault are kept for less long", () => {
  const before = [state(vault, immutability("Unlocked")), state(policy, kept(35))];
  const becomes = (word: string, vaultDays: number) =>
    broken(before, [registered(vault, immutability(word)), registered(policy, kept(vaultDays))]);
  expect(becomes("Unlocked", 14)).toEqual([
    "its vault is immutable, so what is kept for 35 Days cannot be kept for 14",
  ]);
  expect(becomes("Unlocked", 60)).toEqual([]);
  // Whoever lets go of immutability, which takes two people, may shorten.
  expect(becomes("Disabled", 14)).toEqual([]);
});
