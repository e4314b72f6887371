import { z } from "zod";
import { privateNetwork } from "../document/network-text";
import { displayName, guid, signInName } from "../document/texts";
import { regions } from "../azure/regions";
import { exceptionList } from "../rules/exceptions";
import { backup } from "./schema-backup";
import { access } from "./schema-access";
import { data } from "./schema-data";
import { desks } from "./schema-desks";
import { identity } from "./schema-identity";
import { landing } from "./schema-landing";
import { licences } from "./schema-licences";
import { quadraConnect, services } from "./schema-services";
import { sessions } from "./schema-sessions";
import { sites } from "./schema-sites";
import { workday } from "./schema-workday";
import { monthlyEuros } from "./units";

/** The slice of the platform's address plan; also read on its own, when neighbours are compared. */
export const firmNetwork = privateNetwork({
  what: "a slice of the platform's address plan",
  largest: 20,
  smallest: 24,
  example: "10.64.8.0/23",
});

export const firmRegion = z.enum(regions);

const people = z
  .strictObject({
    supervisor: signInName({ example: "claire.martin@cabinet-dupont.example" }).meta({
      description: "Entra sign-in name of the firm's own administrator.",
    }),
    staff: z
      .int()
      .min(1)
      .max(500)
      .meta({
        description: "People with a desktop, the supervisor included. Decides the session hosts.",
        examples: [12],
      }),
    externals: z.int().min(0).max(5000).default(0).meta({
      description:
        "Clients, their employees and other parties to a file who start published applications; they never have a desktop. Default 0.",
    }),
    externalsAtOnce: z
      .int()
      .min(1)
      .max(500)
      .optional()
      .meta({
        description:
          "Externals at work at one time, at most; counts for the session hosts. Default a fifth of externals: they look something up, and leave.",
        examples: [5],
      }),
  })
  .meta({ description: "Who works in the firm." });

/** The firm file, key by key; what is written goes in, what is meant comes out. */
export const firmSchema = z
  .strictObject({
    name: displayName({ most: 80, example: "Cabinet Dupont & Associés" }).meta({
      description: "Name of the firm, as on its letters.",
    }),
    subscription: guid({
      what: "the firm's Azure subscription",
      source: "`az account list --output table`",
    }).meta({ description: "Azure subscription that holds everything of this firm." }),
    region: firmRegion.optional().meta({
      allowed: "one of the platform's allowed regions",
      examples: ["francecentral"],
      description:
        "Azure region of the firm's data and desktops. Default: the platform's region, next to the hub.",
    }),
    network: firmNetwork.meta({
      description:
        "This firm's slice of the platform's address plan, /20 to /24; shared with nobody.",
    }),
    suite: z.enum(["quadra", "acd", "sage", "agiris", "other"]).default("other").meta({
      description:
        "Production software; becomes the tag `suite`. Default other: nothing depends on it.",
    }),
    people,
    workday,
    sessions,
    data,
    identity,
    backup,
    services,
    quadraConnect,
    logs: z.enum(["standard", "strict"]).default("standard").meta({
      description:
        "How long sign-ins, sessions and changes stay searchable: standard 180 days, strict 365, the ends of what the CNIL recommends. Default standard: personal data is kept no longer than is needed.",
    }),
    keyVault: z
      .int()
      .min(1)
      .max(999)
      .default(1)
      .meta({
        description:
          "Which key vault of the firm's this is; read when the vault is made, and never again. Default 1; the next number where a firm begins anew while Azure still keeps the name of its destroyed vault, for 90 days.",
        examples: [2],
      }),
    access,
    budget: monthlyEuros().optional().meta({
      description:
        "Whole euros a month; above it the firm's budget alert speaks. Default none: no alert.",
    }),
    licences: licences.prefault({}).meta({
      description:
        "What licences cost the firm by the user and month, where its contracts differ from the provider's price list; for the bill. Default that list.",
    }),
    landing,
    stage: z.enum(["landing", "verified", "live", "leaving"]).default("landing").meta({
      description:
        "Where the firm is in its move: landing, while its data arrives; verified, once that was checked; live, when people get in, which only verified data can be; leaving, when they are out and what they must take along is handed over. Default landing: nobody works on data that was not verified.",
    }),
    desks,
    sites,
    exceptions: exceptionList.meta({
      description:
        "Guardrails set aside for a while, each with its reason and its end. Default none: every guardrail holds.",
    }),
  })
  .meta({ title: "Firm", description: "One accounting firm, hosted on Azure." });
