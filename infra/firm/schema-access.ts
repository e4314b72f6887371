import { z } from "zod";
import { dateText } from "../document/calendar-date";
import { displayName, signInName } from "../document/texts";

const technician = z
  .strictObject({
    who: signInName({ example: "j.bernard@cabinet-cloud.example" }).meta({
      description: "Sign-in name of the provider's technician.",
    }),
    from: dateText({ what: "the first day" }).meta({ description: "First day." }),
    until: dateText({ what: "the day on which access is gone" }).meta({
      description:
        "Day on which access is gone, at most 31 days after the first; Entra ends it by itself.",
    }),
    reason: displayName({ most: 200, example: "hosts restart at night, ticket 4711" }).meta({
      description: "Why, as the access log will show it.",
    }),
  })
  .meta({
    description: "A technician's access to the firm's hosts, or to its landing place, for a time.",
  });

export const access = z
  .strictObject({
    devices: z.enum(["report", "refuse"]).default("report").meta({
      description:
        "What becomes of unmanaged devices of staff, where sessions.devices is managed: sign-ins from them are reported, or refused. Default report: refusing before all devices are enrolled would lock the firm out.",
    }),
    technicians: z.array(technician).max(20).default([]).meta({
      description:
        "Technicians of the provider who may repair hosts for a time, and add to what has landed while the firm is landing; each takes the right up when needed, with a second factor. Default none: nobody does.",
    }),
  })
  .prefault({})
  .meta({ description: "Who gets in, and from where." });
