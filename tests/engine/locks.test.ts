import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { removeStaleLocks } from "../../infra/engine/locks";

function stateWithLock(lock: object | string): { folder: string; locks: () => string[] } {
  const folder = mkdtempSync(join(tmpdir(), "cabinet-locks-"));
  const locks = join(folder, ".pulumi/locks/organization/cabinet/prod.dupont");
  mkdirSync(locks, { recursive: true });
  writeFileSync(join(locks, "a.json"), typeof lock === "string" ? lock : JSON.stringify(lock));
  return { folder, locks: () => readdirSync(locks) };
}

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  return child.pid ?? Number.NaN;
}

const now = new Date().toISOString();

test("removes the lock of a dead process of this machine", async () => {
  const state = stateWithLock({ pid: await deadPid(), hostname: hostname(), timestamp: now });
  expect(removeStaleLocks(state.folder, "prod.dupont")).toBe(1);
  expect(state.locks()).toEqual([]);
});

test("keeps the lock of another machine, whatever its pid", async () => {
  const state = stateWithLock({ pid: await deadPid(), hostname: "elsewhere", timestamp: now });
  expect(removeStaleLocks(state.folder, "prod.dupont")).toBe(0);
  expect(state.locks()).toEqual(["a.json"]);
});

test("removes a lock whose pid now belongs to a program that is no engine", () => {
  const state = stateWithLock({ pid: process.pid, hostname: hostname(), timestamp: now });
  expect(removeStaleLocks(state.folder, "prod.dupont")).toBe(1);
});

test("keeps a lock that is only half written, for its owner may be at it", () => {
  const state = stateWithLock('{"pid": 12');
  expect(removeStaleLocks(state.folder, "prod.dupont")).toBe(0);
});

test("keeps the lock of a living engine, and removes it once a later engine has its pid", async () => {
  // `comm` of a process is the name of its executable: a link called pulumi stands for the engine.
  const folder = mkdtempSync(join(tmpdir(), "cabinet-engine-"));
  symlinkSync("/bin/sleep", join(folder, "pulumi"));
  const engine = spawn(join(folder, "pulumi"), ["60"]);
  try {
    await once(engine, "spawn");
    const lock = { pid: engine.pid, hostname: hostname() };
    const living = stateWithLock({ ...lock, timestamp: new Date().toISOString() });
    expect(removeStaleLocks(living.folder, "prod.dupont")).toBe(0);
    const earlier = stateWithLock({ ...lock, timestamp: "2020-01-01T00:00:00Z" });
    expect(removeStaleLocks(earlier.folder, "prod.dupont")).toBe(1);
  } finally {
    engine.kill("SIGKILL");
  }
});

test("removes the lock of an engine that was killed and never collected by its parent", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cabinet-engine-"));
  symlinkSync("/bin/sleep", join(folder, "pulumi"));
  // The shell becomes another program that never asks how its child ended.
  const parent = spawn("/bin/sh", ["-c", `"${folder}/pulumi" 60 & echo $!; exec sleep 60`], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    const [chunk] = (await once(parent.stdout, "data")) as [Buffer];
    const pid = Number(chunk.toString());
    const timestamp = new Date(Date.now() + 1000).toISOString();
    process.kill(pid, "SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 100));
    const state = stateWithLock({ pid, hostname: hostname(), timestamp });
    expect(removeStaleLocks(state.folder, "prod.dupont")).toBe(1);
  } finally {
    parent.kill("SIGKILL");
  }
});

test("takes the bucket's second file along", async () => {
  const state = stateWithLock({ pid: await deadPid(), hostname: hostname(), timestamp: now });
  const locks = join(state.folder, ".pulumi/locks/organization/cabinet/prod.dupont");
  writeFileSync(join(locks, "a.json.attrs"), "{}");
  removeStaleLocks(state.folder, "prod.dupont");
  expect(state.locks()).toEqual([]);
});

test("a stack without locks needs nothing", () => {
  const folder = mkdtempSync(join(tmpdir(), "cabinet-locks-"));
  expect(removeStaleLocks(folder, "prod.dupont")).toBe(0);
});
