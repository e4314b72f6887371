import * as fc from "fast-check";
import type { Hosts, Load } from "../../infra/firm/firm";
import { hostSizeNames, hostSizes, smallestHost } from "../../infra/firm/host-sizes";
import { sizeSessionHosts } from "../../infra/firm/sizing";

function size(staff: number, load: Load, hosts: Hosts = { kind: "auto" }) {
  return sizeSessionHosts({ staff, externalsAtOnce: 0 }, { load, hosts });
}

/** Reckoned by hand: sessions a host are the lesser of memory and processors, and memory is less each time. */
test.each<[number, Load, string, number, number, number]>([
  [1, "light", "Standard_D8as_v5", 1, 1, 12],
  [5, "light", "Standard_D8as_v5", 1, 5, 12],
  [12, "light", "Standard_D8as_v5", 1, 12, 12],
  [13, "light", "Standard_E8as_v5", 1, 13, 25],
  [25, "light", "Standard_E8as_v5", 1, 25, 25],
  [26, "light", "Standard_E8as_v5", 2, 13, 25],
  [500, "light", "Standard_E8as_v5", 20, 25, 25],
  [1, "medium", "Standard_D8as_v5", 1, 1, 6],
  [6, "medium", "Standard_D8as_v5", 1, 6, 6],
  [7, "medium", "Standard_E8as_v5", 1, 7, 12],
  [12, "medium", "Standard_E8as_v5", 1, 12, 12],
  [13, "medium", "Standard_E8as_v5", 2, 7, 12],
  [18, "medium", "Standard_E8as_v5", 2, 9, 12],
  [1, "heavy", "Standard_D8as_v5", 1, 1, 4],
  [4, "heavy", "Standard_D8as_v5", 1, 4, 4],
  [5, "heavy", "Standard_E8as_v5", 1, 5, 8],
  [9, "heavy", "Standard_E8as_v5", 2, 5, 8],
  [12, "heavy", "Standard_E8as_v5", 2, 6, 8],
  [25, "heavy", "Standard_E8as_v5", 4, 7, 8],
  [60, "heavy", "Standard_E8as_v5", 8, 8, 8],
  [150, "heavy", "Standard_E8as_v5", 19, 8, 8],
  [500, "heavy", "Standard_E8as_v5", 63, 8, 8],
  [2, "light", "Standard_D8as_v5", 1, 2, 12],
  [24, "light", "Standard_E8as_v5", 1, 24, 25],
  [50, "light", "Standard_E8as_v5", 2, 25, 25],
  [51, "light", "Standard_E8as_v5", 3, 17, 25],
  [2, "medium", "Standard_D8as_v5", 1, 2, 6],
  [24, "medium", "Standard_E8as_v5", 2, 12, 12],
  [25, "medium", "Standard_E8as_v5", 3, 9, 12],
  [100, "medium", "Standard_E8as_v5", 9, 12, 12],
  [500, "medium", "Standard_E8as_v5", 42, 12, 12],
  [2, "heavy", "Standard_D8as_v5", 1, 2, 4],
  [8, "heavy", "Standard_E8as_v5", 1, 8, 8],
  [16, "heavy", "Standard_E8as_v5", 2, 8, 8],
  [17, "heavy", "Standard_E8as_v5", 3, 6, 8],
  [100, "heavy", "Standard_E8as_v5", 13, 8, 8],
])("%i people, %s load: %s", (staff, load, hostSize, count, usersPerHost, maxSessions) => {
  expect(size(staff, load)).toMatchObject({ size: hostSize, count, usersPerHost, maxSessions });
});

test("the arithmetic can be followed, in a window of eighty columns", () => {
  expect(size(12, "heavy").steps).toEqual([
    "12 people with heavy load: 6 GiB of memory each, 2 to a vCPU",
    "20 % of a host's memory is for Windows; what carries fewer people decides",
    "                      GiB   carry    vCPU   carry  a host   hosts   USD/h",
    "Standard_D8as_v5       32       4       8      16       4       3   1.212",
    "Standard_E8as_v5       64       8       8      16       8       2   1.064",
    "Standard_D16as_v5      64       8      16      32       8       2   1.616",
    "cheapest: 2 x Standard_E8as_v5",
  ]);
});

test("externals at work count like staff", () => {
  const { count, people, steps } = sizeSessionHosts(
    { staff: 25, externalsAtOnce: 6 },
    { load: "heavy", hosts: { kind: "auto" } },
  );
  expect({ count, people }).toEqual({ count: 4, people: 31 });
  expect(steps.slice(0, 2)).toEqual([
    "25 people and 6 externals at once are 31",
    "31 people with heavy load: 6 GiB of memory each, 2 to a vCPU",
  ]);
});

test("fixed hosts are taken as they are, with the limit their memory allows", () => {
  const plan = size(12, "heavy", { kind: "fixed", size: "Standard_D8as_v5", count: 4 });
  expect(plan).toMatchObject({
    size: "Standard_D8as_v5",
    count: 4,
    usersPerHost: 3,
    maxSessions: 4,
  });
  expect(plan.steps.at(-1)).toBe("the firm file fixes 4 x Standard_D8as_v5: room for 16 people");
});

test("too few fixed hosts are told, and carry no more than they can", () => {
  const plan = size(12, "heavy", { kind: "fixed", size: "Standard_D8as_v5", count: 2 });
  expect(plan).toMatchObject({ count: 2, usersPerHost: 4, maxSessions: 4 });
  expect(plan.steps.at(-1)).toBe(
    "the firm file fixes 2 x Standard_D8as_v5: 8 of 12 people can work at once",
  );
});

test("everybody finds room, nobody's host is idle, and nothing considered is cheaper", () => {
  const load = fc.constantFrom<Load>("light", "medium", "heavy");
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), load, (staff, demand) => {
      const { size: chosen, count, maxSessions, usersPerHost } = size(staff, demand);
      expect(count * maxSessions).toBeGreaterThanOrEqual(staff);
      expect((count - 1) * maxSessions).toBeLessThan(staff);
      expect(usersPerHost).toBeLessThanOrEqual(maxSessions);
      const price = count * hostSizes[chosen].milliUsdPerHour;
      for (const other of ["Standard_D8as_v5", "Standard_E8as_v5", "Standard_D16as_v5"] as const) {
        const { maxSessions: most } = size(staff, demand, { kind: "fixed", size: other, count: 1 });
        expect(price).toBeLessThanOrEqual(
          Math.ceil(staff / most) * hostSizes[other].milliUsdPerHour,
        );
      }
    }),
  );
});

test("every size a firm may name can carry sessions, and is listed once", () => {
  expect([...hostSizeNames].toSorted()).toEqual(Object.keys(hostSizes).toSorted());
  for (const { vCpus, memoryGiB } of Object.values(hostSizes)) {
    expect(vCpus).toBeGreaterThanOrEqual(smallestHost.vCpus);
    expect(memoryGiB).toBeGreaterThanOrEqual(smallestHost.memoryGiB);
  }
});
