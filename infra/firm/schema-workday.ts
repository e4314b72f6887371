import { z } from "zod";
import { dateText } from "../document/calendar-date";
import { timeRange } from "./units";
import { saturday, yearDay } from "./workday-text";

const season = z
  .strictObject({
    from: yearDay("01-15").meta({ description: "First day, month and day." }),
    until: yearDay("05-31").meta({ description: "Last day, month and day, in the same year." }),
    weekdays: timeRange().meta({
      description: "Working hours from Monday to Friday.",
      examples: ["06:30-22:00"],
    }),
    saturday: saturday().optional().meta({
      description:
        "Working hours on Saturday, or closed. Default as in the rest of the year: most firms lengthen the evenings first.",
    }),
  })
  .optional()
  .meta({
    description:
      "Weeks of every year with longer hours, such as the tax season. Default none: other hours cost money and are a decision.",
  });

export const workday = z
  .strictObject({
    weekdays: timeRange().prefault("07:00-20:00").meta({
      description:
        "Working hours from Monday to Friday, Europe/Paris. Default 07:00-20:00: from the first collaborator to the last in a firm with client appointments; outside of it a host still starts for whoever connects.",
    }),
    saturday: saturday().prefault("closed").meta({
      description:
        "Working hours on Saturday, or closed. Default closed: a host that nobody needs costs nothing.",
    }),
    season,
    holidays: z.enum(["france", "alsaceMoselle", "none"]).default("france").meta({
      description:
        "Public holidays on which the firm is closed: the eleven of France, those of Alsace and Moselle as well, or none. Default france: the Labour Code's list, article L3133-1.",
    }),
    closed: z
      .array(dateText({ what: "a day on which the firm is closed" }))
      .default([])
      .meta({
        description:
          "Further days on which the firm is closed. Default none: each year's are its own.",
        examples: ["[2026-12-24, 2026-12-31]"],
      }),
  })
  .prefault({})
  .meta({ description: "When the firm works: hosts are ready in these hours." });
