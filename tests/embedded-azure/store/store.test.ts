import { mkdtempSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Store } from "../../../infra/embedded-azure/store/store";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "azure-"));
  path = join(folder, "deep", "azure.db");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const resource = {
  id: "/subscriptions/s/resourceGroups/Rg",
  type: "Microsoft.Resources/resourceGroups",
  name: "Rg",
  token: "t",
  body: { a: [1, { b: null }] },
  hidden: { c: "d" },
  revision: 1,
};

test("what is written is there for the next who opens the file", () => {
  const first = Store.open(path);
  first.resources.put(resource, [{ property: "a", target: "/X" }]);
  const fingerprint = first.fingerprint("secret");
  first.close();
  const second = Store.open(path);
  expect(second.resources.get("/SUBSCRIPTIONS/S/RESOURCEGROUPS/RG")).toEqual(resource);
  expect(second.resources.usersOf("/x")).toEqual([
    { source: resource.id, property: "a", target: "/x" },
  ]);
  expect(second.fingerprint("secret")).toBe(fingerprint);
  expect(second.fingerprint("other")).not.toBe(fingerprint);
  second.close();
});

test("fingerprints of two stores differ", () => {
  expect(Store.open(":memory:").fingerprint("a")).not.toBe(Store.open(":memory:").fingerprint("a"));
});

test("a transaction that fails leaves no trace", () => {
  const store = Store.open(":memory:");
  expect(() =>
    store.transaction(() => {
      store.resources.put(resource, [{ property: "a", target: "/x" }]);
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(store.resources.get(resource.id)).toBeUndefined();
  expect(store.resources.usersOf("/x")).toEqual([]);
});

test("what is below an id is what continues it at a slash", () => {
  const store = Store.open(":memory:");
  for (const id of ["/a/b", "/a/b/c", "/a/b/c/d", "/a/bc", "/a/b-c", "/a/b.c"])
    store.resources.put({ ...resource, id }, []);
  expect(store.resources.below("/A/b").map(({ id }) => id)).toEqual(["/a/b/c", "/a/b/c/d"]);
  expect(store.resources.hasAny("/a/bc")).toBe(false);
});

test("keeps the newest events only", () => {
  const store = Store.open(":memory:");
  store.transaction(() => {
    for (let number = 0; number < 21_000; number++)
      store.events.add({ operation: "read", token: "t", id: String(number), outcome: "done" });
  });
  const events = store.events.all();
  expect(events.length).toBeLessThanOrEqual(20_500);
  expect(events.at(-1)?.id).toBe("20999");
});

test("rejects a store of another layout, and a database of something else", () => {
  Store.open(path).close();
  const own = new DatabaseSync(path);
  own.exec("PRAGMA user_version = 99");
  own.close();
  expect(() => Store.open(path)).toThrow(
    `${path} cannot be used as the store of the embedded Azure: it has layout 99, and this version reads layout 1`,
  );
  const other = join(folder, "other.db");
  const database = new DatabaseSync(other);
  database.exec("CREATE TABLE t (x)");
  database.close();
  expect(() => Store.open(other)).toThrow("it is a database of something else");
});
