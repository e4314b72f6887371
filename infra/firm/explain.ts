import { sharesClipboard } from "./clipboard";
import { formatDate, type Today } from "../document/calendar-date";
import { archivePresets, keptUntil } from "./archive-presets";
import { describeSchedule } from "./describe-schedule";
import type { ArchivePreset, Firm } from "./firm";
import { sizeSessionHosts } from "./sizing";
import { profilesShare } from "./storage-sizing";
import { scheduleInForce } from "./work-calendar";

/** Everything that a firm's file leaves to be derived, with the arithmetic, one sentence a line. */
export function explainFirm(firm: Firm, today: Today): readonly string[] {
  return [
    ...sizeSessionHosts(firm.people, firm.sessions).steps,
    ...profilesShare(firm.people, firm.data).steps,
    ...schedule(firm, today),
    ...clipboard(firm),
    ...firm.data.archive.map((preset) => {
      const { years, what, basis } = archivePresets[preset];
      return `archive ${preset}: ${what}, ${years} years (${basis})${example(preset, today)}`;
    }),
    ...nextStep(firm),
  ];
}

/** The last calendar year that is over, as most firms close theirs, where the day is known. */
function example(preset: ArchivePreset, today: Today): string {
  if (archivePresets[preset].from !== "fiscalYearClose") return "";
  if (today.kind === "undated") return ", from the close of the fiscal year";
  const closed = { year: today.date.year - 1, month: 12, day: 31 };
  return `: what closed on ${formatDate(closed)} is kept until ${formatDate(keptUntil(preset, closed))}`;
}

/** What brings the firm to its next stage. */
function nextStep({ key, stage, landing }: Firm): readonly string[] {
  switch (stage) {
    case "landing":
      return [
        landing.kind === "none"
          ? "next: deploy, then write stage: verified"
          : `next: its data lands, then cabinet verify ${key}, then stage: verified`,
      ];
    case "verified":
      return ["next: deploy, have the firm accept its data, then write stage: live"];
    case "live":
      return [];
    case "leaving":
      return ["next: hand over by the output export, then cabinet destroy once it is confirmed"];
  }
}

/** Azure Virtual Desktop starts and stops hosts by schedules; Citrix does it by settings of its own. */
function schedule({ workday, sessions }: Firm, today: Today): readonly string[] {
  const lines = describeSchedule(scheduleInForce(workday, today));
  switch (sessions.broker.kind) {
    case "avd":
      return lines;
    case "citrix":
      return [
        ...lines.slice(0, 1),
        "Citrix starts and stops hosts: these hours have to be set in Citrix Cloud, and are what the cost of hosts is reckoned with",
      ];
  }
}

function clipboard(firm: Firm): readonly string[] {
  return firm.sessions.devices === "managed" && !sharesClipboard(firm)
    ? [
        "clipboard: not shared, although staff's devices are managed: externals use the same pool from devices that are not",
      ]
    : [];
}
