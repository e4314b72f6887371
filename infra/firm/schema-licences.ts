import { z } from "zod";
import { dateText } from "../document/calendar-date";
import { displayName } from "../document/texts";
import type { LicenceName } from "./licences";
import { userPrice } from "./units";

const licence = (description: string) =>
  z
    .strictObject({
      price: userPrice().meta({ description: "Euros a user and month, before tax." }),
      asOf: dateText({ what: "the day of the price" }).meta({
        description: "Day on which the source said so.",
      }),
      source: displayName({ most: 120, what: "source", example: "offer 2026-114" }).meta({
        description: "Who says so: a price list, an offer, a contract.",
      }),
    })
    .optional()
    .meta({ description });

/** What licences cost: of the platform's price list, and of a firm's own contracts. */
export const licences = z.strictObject({
  microsoft365: licence(
    "Microsoft 365 of a plan with Windows and shared computer activation, for everybody with a desktop.",
  ),
  windowsServerCal: licence(
    "Access licences of the Windows servers in offices, for everybody with a desktop, where they are paid by the month.",
  ),
  citrix: licence("Citrix, for everybody with a desktop and for externals; with broker citrix."),
  thinprint: licence("ThinPrint, for everybody with a desktop; with printing thinprint."),
  quadra: licence("Production software Quadra, for everybody with a desktop."),
  acd: licence("Production software ACD, for everybody with a desktop."),
  sage: licence("Production software Sage, for everybody with a desktop."),
  agiris: licence("Production software Agiris, for everybody with a desktop."),
  quadraConnect: licence("Quadra Connect, for externals; with that service."),
  quadraBox: licence("Quadra Box, for everybody with a desktop; with that service."),
  suiviCaisse: licence("Suivi Caisse, for everybody with a desktop; with that service."),
  devisFact: licence("Devis/Fact, for everybody with a desktop; with that service."),
} satisfies Record<LicenceName, z.ZodType>);
