import fc from "fast-check";
import { daysOf } from "../../infra/components/archive";
import { dayNumber, formatDate } from "../../infra/document/calendar-date";
import { archivePresetNames, archivePresets, keptUntil } from "../../infra/firm/archive-presets";
import { explainFirm } from "../../infra/firm/explain";
import { firm } from "../support/builders";

const closeOf = (year: number) => ({ year, month: 12, day: 31 });

test("A36: comptable10 on the fiscal year 2024 closes on 2034-12-31", () => {
  expect(formatDate(keptUntil("comptable10", closeOf(2024)))).toBe("2034-12-31");
  const archived = firm({ data: { ...firm().data, archive: ["comptable10"] } });
  const lines = explainFirm(archived, { kind: "dated", date: { year: 2025, month: 3, day: 1 } });
  expect(lines.join("\n")).toContain("what closed on 2024-12-31 is kept until 2034-12-31");
});

test("A36: what is archived after the close is kept by Azure until then at least", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...archivePresetNames),
      fc.integer({ min: 1990, max: 2150 }),
      fc.integer({ min: 0, max: 400 }),
      (preset, year, later) => {
        const closed = closeOf(year);
        const written = dayNumber(closed) + later;
        const end = written + daysOf(archivePresets[preset].years);
        expect(end).toBeGreaterThanOrEqual(dayNumber(keptUntil(preset, closed)));
      },
    ),
  );
});

test("a year that closes on 29 February ends on the last of February", () => {
  const until = keptUntil("fiscal6", { year: 2024, month: 2, day: 29 });
  expect(formatDate(until)).toBe("2030-02-28");
});
