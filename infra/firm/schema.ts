import { z } from "zod";
import { privateNetwork } from "../document/network-text";
import { displayName, guid, signInName } from "../document/texts";
import { regions } from "../azure/regions";
import type { Hosts, Site } from "./firm";
import { hostSize } from "./host-size-text";
import { keyForm, keyPattern } from "./key";
import { monthlyEuros, storageSize, timeRange } from "./units";
import { saturday } from "./workday-text";

/** The slice of the platform's address plan; also read on its own, when neighbours are compared. */
export const firmNetwork = privateNetwork({
  what: "a slice of the platform's address plan",
  largest: 20,
  smallest: 24,
  example: "10.64.8.0/23",
});

/** The office's own network, as its router knows it. */
export const siteLan = privateNetwork({
  what: "the office's network",
  largest: 16,
  smallest: 29,
  example: "192.168.10.0/24",
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
  })
  .meta({ description: "Who works in the firm." });

const workday = z
  .strictObject({
    weekdays: timeRange().prefault("07:00-20:00").meta({
      description:
        "Working hours from Monday to Friday, Europe/Paris. Default 07:00-20:00: from the first collaborator to the last in a firm with client appointments; outside of it a host still starts for whoever connects.",
    }),
    saturday: saturday().prefault("closed").meta({
      description:
        "Working hours on Saturday, or closed. Default closed: a host that nobody needs costs nothing.",
    }),
  })
  .prefault({})
  .meta({ description: "When the firm works: hosts are ready in these hours." });

const hosts = z
  .union([
    z.literal("auto"),
    z.strictObject({
      size: hostSize().meta({ description: "Size of the virtual machines." }),
      count: z
        .int()
        .min(1)
        .max(100)
        .meta({ description: "Number of virtual machines.", examples: [2] }),
    }),
  ])
  .transform((written): Hosts =>
    written === "auto" ? { kind: "auto" } : { kind: "fixed", ...written },
  )
  .prefault("auto")
  .meta({
    description:
      "Session hosts. Default auto: as many of the cheapest fitting size as people and load need.",
  });

const sessions = z
  .strictObject({
    load: z.enum(["light", "medium", "heavy"]).default("heavy").meta({
      description:
        "What one user asks of a host. Default heavy: spreadsheets, production software and a browser at once; memory runs out first.",
    }),
    hosts,
    generation: z.int().min(1).max(999).default(1).meta({
      description: "A new number builds new hosts beside the old ones. Default 1: the first hosts.",
    }),
    devices: z.enum(["managed", "any"]).default("managed").meta({
      description:
        "Devices people work from: managed devices only, which may share the clipboard with the session, or any, which may not. Drives and USB are never redirected. Default managed: client files must not leave on a private device.",
    }),
    printing: z.enum(["redirect", "none"]).default("redirect").meta({
      description:
        "Printing on the user's own printers. Default redirect: it needs nothing installed.",
    }),
  })
  .prefault({})
  .meta({ description: "The users' desktops." });

const data = z
  .strictObject({
    dossiers: storageSize({ least: 100, most: 102_400, example: "400 GiB" })
      .prefault("100 GiB")
      .meta({
        description:
          "Provisioned size of the share for client files. Default 100 GiB: the least that Azure Files premium sells; growing it later interrupts nobody.",
      }),
    profile: storageSize({ least: 5, most: 100, example: "30 GiB" }).prefault("30 GiB").meta({
      description:
        "Size limit of one user's profile. Default 30 GiB: Microsoft's figure for profile containers.",
    }),
    redundancy: z.enum(["local", "zone"]).default("zone").meta({
      description:
        "Copies in one data centre or in three. Default zone: a firm can work on when a data centre fails.",
    }),
  })
  .prefault({})
  .meta({ description: "What the firm keeps." });

const sites = z
  .record(
    z.string().regex(new RegExp(`^${keyPattern}$`), keyForm),
    z
      .strictObject({
        lan: siteLan.meta({ description: "Network of the office, as its router has it." }),
      })
      .meta({ description: "One office, by a short name of its own." }),
  )
  .transform((written): readonly Site[] =>
    Object.entries(written).map(([key, { lan }]) => ({ key, lan })),
  )
  .prefault({})
  .meta({ description: "The firm's offices. Default none: everybody works from anywhere." });

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
    backup: z.enum(["standard", "strict"]).default("standard").meta({
      description:
        "How long and how firmly backups are kept. Default standard: what an accounting firm needs; strict costs more and cannot be shortened.",
    }),
    budget: monthlyEuros().optional().meta({
      description:
        "Whole euros a month; above it the firm's budget alert speaks. Default none: no alert.",
    }),
    stage: z.enum(["landing", "verified", "live", "leaving"]).default("landing").meta({
      description:
        "Where the firm is in its move. People get in only when live. Default landing: nobody works on data that was not verified.",
    }),
    sites,
  })
  .meta({ title: "Firm", description: "One accounting firm, hosted on Azure." });
