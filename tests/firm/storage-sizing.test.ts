import * as fc from "fast-check";
import { profilesShare } from "../../infra/firm/storage-sizing";

const people = { supervisor: "a@b.example", staff: 12, externals: 0, externalsAtOnce: 0 };

test.each([
  [{ staff: 2 }, 30, 100],
  [{ staff: 12 }, 30, 360],
  [{ staff: 25, externals: 40, externalsAtOnce: 6 }, 30, 1950],
  // 500 people of 5 GiB need 2,500 GiB; to sign in at once, 500 x 50 - 3,000 operations.
  [{ staff: 500 }, 5, 22_000],
])("%j with profiles of %i GiB: %i GiB", (changes, profileGiB, quotaGiB) => {
  expect(profilesShare({ ...people, ...changes }, { profileGiB }).quotaGiB).toBe(quotaGiB);
});

test("AVD-122: every share of profiles has room for all and speed for all who sign in", () => {
  const counts = fc.record({
    staff: fc.integer({ min: 1, max: 500 }),
    externals: fc.integer({ min: 0, max: 500 }),
    profileGiB: fc.integer({ min: 5, max: 100 }),
  });
  fc.assert(
    fc.property(counts, ({ staff, externals, profileGiB }) => {
      const externalsAtOnce = Math.ceil(externals / 5);
      const all = { ...people, staff, externals, externalsAtOnce };
      const { quotaGiB } = profilesShare(all, { profileGiB });
      expect(quotaGiB).toBeGreaterThanOrEqual((staff + externals) * profileGiB);
      expect(3000 + quotaGiB).toBeGreaterThanOrEqual(50 * (staff + externalsAtOnce));
    }),
  );
});

test("the arithmetic can be followed", () => {
  expect(profilesShare(people, { profileGiB: 30 }).steps).toEqual([
    "profiles: 12 people of 30 GiB at most need 360 GiB",
    "12 who sign in at once need 600 operations a second, which a share of 100 GiB gives",
    "share for profiles: 360 GiB",
  ]);
});
