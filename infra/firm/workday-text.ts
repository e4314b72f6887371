import { textOf, type Meaning } from "../document/text-type";
import type { Saturday } from "./firm";
import { readTimeRange, timeRangePattern } from "./units";

/** `closed`, or the hours of a Saturday. */
export function saturday() {
  return textOf({
    allowed: "a time range of at least one hour within a day, or closed",
    example: "08:00-13:00",
    pattern: `^(closed|${timeRangePattern})$`,
    read: (text): Meaning<Saturday> => {
      if (text === "closed") return { kind: "value", value: { kind: "closed" } };
      const hours = readTimeRange(text);
      return hours.kind === "problem"
        ? hours
        : { kind: "value", value: { kind: "open", hours: hours.value } };
    },
  });
}
