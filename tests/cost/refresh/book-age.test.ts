import { ageWarning, bookAge } from "../../../infra/cost/refresh/book-age";

test("a book ages by the day, from the day it names to the day the caller names", () => {
  expect(bookAge("2026-08-22", "2026-08-22")).toBe(0);
  expect(bookAge("2026-08-22", "2026-11-20")).toBe(90);
  expect(bookAge("2026-08-22", "2026-08-20")).toBe(-2);
});

test("after 90 days it is old", () => {
  expect(ageWarning("2026-08-22", "2026-11-20")).toBeUndefined();
  expect(ageWarning("2026-08-22", "2026-11-21")).toBe(
    "the prices are 91 days old (2026-08-22): run cabinet prices refresh",
  );
});
