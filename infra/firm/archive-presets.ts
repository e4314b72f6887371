import type { CalendarDate } from "../document/calendar-date";
import type { ArchivePreset } from "./firm";

/** A legal duty to keep documents unchanged. */
export interface ArchivePresetFacts {
  readonly years: number;
  /** What is kept, in French, as the container's purpose. */
  readonly what: string;
  /** Where the duty stands. */
  readonly basis: string;
  /** When the years begin: with the close of the fiscal year, or the document's own date. */
  readonly from: "fiscalYearClose" | "document";
}

/** Years: see `basis`. The state's guide for companies and the Labour Code agree, read 2026-11. */
export const archivePresets: Readonly<Record<ArchivePreset, ArchivePresetFacts>> = {
  comptable10: {
    years: 10,
    what: "livres, journaux et pièces comptables",
    basis: "Code de commerce L123-22",
    from: "fiscalYearClose",
  },
  fiscal6: {
    years: 6,
    what: "documents soumis au contrôle fiscal",
    basis: "Livre des procédures fiscales L102 B",
    from: "document",
  },
  paie5: {
    years: 5,
    what: "doubles des bulletins de paie, registre du personnel",
    basis: "Code du travail L3243-4",
    from: "document",
  },
  paieElectronique50: {
    years: 50,
    what: "bulletins de paie électroniques",
    basis: "Code du travail D3243-8",
    from: "document",
  },
};

export const archivePresetNames = [
  "comptable10",
  "fiscal6",
  "paie5",
  "paieElectronique50",
] as const satisfies readonly ArchivePreset[];

/** Last day on which what a fiscal year left must be there, the year having closed on a day. */
export function keptUntil(preset: ArchivePreset, closed: CalendarDate): CalendarDate {
  const year = closed.year + archivePresets[preset].years;
  // A year that closes on 29 February ends its time on the last of February.
  const isLeapDay = closed.month === 2 && closed.day === 29;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return { ...closed, year, day: isLeapDay && !leap ? 28 : closed.day };
}
