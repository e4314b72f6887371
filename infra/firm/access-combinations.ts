import { dayNumber } from "../document/calendar-date";
import type { Fault } from "../document/fault";
import { faultAt } from "../document/source-document";
import type { Combination } from "./combination";

/** Longest time a technician's access may be written for at once. */
const longestDays = 31;

/** Access for a time, and rules for devices. */
export function accessFaults({ document, firm }: Combination): readonly Fault[] {
  const { devices, technicians } = firm.access;
  const faults: Fault[] = technicians.flatMap(({ who, from, until }, place) => {
    const days = dayNumber(until) - dayNumber(from);
    const path = ["access", "technicians", place];
    return [
      ...(days > 0 && days <= longestDays
        ? []
        : [
            faultAt(document, [...path, "until"], {
              allowed: `a day within ${longestDays} days after from: access for longer is no access for a time`,
              remedy: "write a nearer day; a new entry can follow with a reason of its own",
            }),
          ]),
      ...(technicians
        .slice(0, place)
        .some(
          (other) =>
            other.who === who &&
            days > 0 &&
            dayNumber(other.until) > dayNumber(from) &&
            dayNumber(until) > dayNumber(other.from),
        )
        ? [
            faultAt(document, path, {
              met: `${who} again`,
              allowed: "one entry for each technician at a time",
              remedy: "remove one of the two",
            }),
          ]
        : []),
      ...(who === firm.people.supervisor
        ? [
            faultAt(document, [...path, "who"], {
              allowed:
                "a technician of the provider: the firm's supervisor has no right on machines",
              remedy: "write the technician's own account",
            }),
          ]
        : []),
    ];
  });
  if (devices === "refuse" && firm.sessions.devices === "any")
    faults.push(
      faultAt(document, ["access", "devices"], {
        allowed:
          "report together with sessions.devices: any, with which staff work from any device",
        remedy: "remove it, or write sessions.devices: managed",
      }),
    );
  return faults;
}
