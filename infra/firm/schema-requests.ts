import { z } from "zod";
import { dateText } from "../document/calendar-date";
import { signInName } from "../document/texts";
import { requestRoles } from "./requests";

const example = "paul.durand@cabinet-dupont.example";

const request = z
  .strictObject({
    who: signInName({ example }).meta({
      description: "Sign-in name; of a guest, the address that was invited.",
    }),
    role: z.enum(requestRoles).meta({
      description:
        "lecture, ecriture, supervision, support: people of the firm. client, salarie, intervenant: people from outside, who start published applications.",
    }),
    from: dateText({ what: "the first day" }).optional().meta({
      description: "First day; needs cabinet:today. Default: at once.",
    }),
    until: dateText({ what: "the day on which access is gone" }).optional().meta({
      description:
        "Day on which access is gone; needs cabinet:today, else it goes with this entry. Default: no end.",
    }),
    guest: z.boolean().default(false).meta({
      description:
        "Whether it is a guest of the tenant. Default false: an account of the tenant's own, which works with every way of joining.",
    }),
    by: signInName({ example: "claire.martin@cabinet-dupont.example" }).meta({
      description: "Who asked for it: the firm's supervisor, as a rule.",
    }),
  })
  .meta({ description: "Somebody's access." });

/** The request file of a firm. */
export const requestsSchema = z
  .strictObject({
    requests: z.array(request).max(6000).meta({
      description: "Who gets what; the order means nothing.",
    }),
  })
  .meta({ title: "People", description: "Who works with a firm's desktops, by name." });
