import { addDays, compareDates, type CalendarDate } from "../document/calendar-date";
import type { Holidays } from "./firm";

export interface PublicHoliday {
  readonly date: CalendarDate;
  /** In French, as the Labour Code calls it. */
  readonly name: string;
}

/**
 * Public holidays of a year, by date. France: Code du travail L3133-1. Alsace and Moselle: L3134-13; Good Friday there
 * belongs to municipalities with a Protestant or a mixed church, and is taken as kept.
 */
export function publicHolidays(year: number, holidays: Holidays): readonly PublicHoliday[] {
  if (holidays === "none") return [];
  const easter = easterSunday(year);
  const on = (month: number, day: number, name: string) => ({ date: { year, month, day }, name });
  const after = (days: number, name: string) => ({ date: addDays(easter, days), name });
  const local = [after(-2, "Vendredi saint"), on(12, 26, "Saint-Étienne")];
  return [
    on(1, 1, "1er janvier"),
    after(1, "lundi de Pâques"),
    on(5, 1, "1er mai"),
    on(5, 8, "8 mai"),
    after(39, "Ascension"),
    after(50, "lundi de Pentecôte"),
    on(7, 14, "14 juillet"),
    on(8, 15, "Assomption"),
    on(11, 1, "Toussaint"),
    on(11, 11, "11 novembre"),
    on(12, 25, "Noël"),
    ...(holidays === "alsaceMoselle" ? local : []),
  ].toSorted((a, b) => compareDates(a.date, b.date));
}

/** Easter of the Gregorian calendar, by the anonymous computus (Nature, 1876; Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const count = epact + toSunday - 7 * late + 114;
  return { year, month: Math.floor(count / 31), day: (count % 31) + 1 };
}
