import { z } from "zod";
import { dateText } from "../document/calendar-date";
import { privateAddress } from "../document/network-text";
import { displayName, guid } from "../document/texts";
import type { Hosts } from "./firm";
import { hostSize } from "./host-size-text";
import { digest, downloadUrl, secretName, switches, windowsPath } from "./session-texts";

const fixedHosts = z.strictObject({
  size: hostSize().meta({ description: "Size of the virtual machines." }),
  count: z
    .int()
    .min(1)
    .max(100)
    .meta({ description: "Number of virtual machines.", examples: [2] }),
});

const hosts = z
  .union([z.literal("auto"), fixedHosts])
  .transform((written): Hosts =>
    written === "auto" ? { kind: "auto" } : { kind: "fixed", ...written },
  )
  .prefault("auto")
  .meta({
    description:
      "Session hosts. Default auto: as many of the cheapest fitting size as people and load need.",
  });

const previous = z
  .strictObject({
    generation: z
      .int()
      .min(1)
      .max(999)
      .meta({ description: "Number of the generation that is left.", examples: [1] }),
    hosts: fixedHosts.meta({ description: "Its hosts, as they stand." }),
    until: dateText({ what: "the day on which they are removed" }).meta({
      description: "Day on which they are removed; until then one can go back to them.",
    }),
  })
  .optional()
  .meta({
    description:
      "Hosts of another generation that still stand: they take no new sessions, and stay for a while in case one must go back. Default none.",
  });

function installer(what: string) {
  return z.strictObject({
    url: downloadUrl().meta({ description: `Where hosts fetch ${what} from, by https.` }),
    sha256: digest().meta({
      description: "SHA-256 of that file: hosts install nothing that differs from it.",
    }),
  });
}

const citrix = z
  .strictObject({
    customer: z
      .string()
      .regex(/^[a-z][a-z0-9]{2,31}$/)
      .meta({
        allowed: "the customer ID of Citrix Cloud: 3 to 32 lower-case letters and digits",
        description: "Customer ID, from Identity and Access Management in Citrix Cloud.",
        examples: ["moreau7f3k2a"],
      }),
    resourceLocation: guid({
      what: "the resource location's ID",
      source: "Citrix Cloud under Resource Locations",
    }).meta({ description: "Resource location that the connectors join." }),
    clientId: guid({
      what: "the ID of an API client",
      source: "Citrix Cloud under API Access",
    }).meta({ description: "API client that registers connectors." }),
    clientSecret: secretName("citrix-client").prefault("citrix-client").meta({
      description:
        "Name of the secret in the firm's key vault that holds the API client's secret. Default citrix-client.",
    }),
    agent: installer("the Virtual Delivery Agent").meta({
      description: "Virtual Delivery Agent, from a place of the provider: Citrix asks for a login.",
    }),
  })
  .optional()
  .meta({ description: "Citrix Cloud, with broker citrix; no secret stands here." });

const thinprint = z
  .strictObject({
    licenceServer: privateAddress({ what: "the licence server", example: "10.60.0.200" }).meta({
      description: "Server that licenses the engine: in the firm's network, the hub or an office.",
    }),
    engine: installer("the ThinPrint Engine").meta({
      description: "ThinPrint Engine, from a place of the provider.",
    }),
    switches: switches().meta({
      description: "Switches that make the engine's installer ask nothing, from its manual.",
    }),
  })
  .optional()
  .meta({ description: "ThinPrint, with printing thinprint." });

const applications = z
  .array(
    z.strictObject({
      name: displayName({ most: 64, example: "Quadra Compta" }).meta({
        description: "Name that users see.",
      }),
      path: windowsPath().meta({ description: "Program on the host." }),
      arguments: displayName({ most: 256, example: "/dossier" }).optional().meta({
        description: "Command line arguments. Default none.",
      }),
    }),
  )
  // Azure advises no more in one application group: learn.microsoft.com/azure/virtual-desktop/service-limits.
  .max(50)
  .default([])
  .meta({
    allowed: "a list of at most 50 maps of name, path, arguments",
    description:
      "Programs that externals may start; staff find them on their desktop. Default none: externals see nothing.",
    examples: [String.raw`[{ name: Quadra Compta, path: C:\Quadra\Compta.exe }]`],
  });

export const sessions = z
  .strictObject({
    broker: z.enum(["avd", "citrix"]).default("avd").meta({
      description:
        "Who brings users to their hosts: Azure Virtual Desktop, or Citrix Cloud, whose licences are bought from Citrix. Default avd: nothing more to buy.",
    }),
    citrix,
    balancing: z.enum(["breadthFirst", "depthFirst"]).default("breadthFirst").meta({
      description:
        "While the firm is open, new sessions go to the emptiest host, or fill one host before the next; they fill one by one after closing, so that hosts can stop. Default breadthFirst: everybody has the most memory that is free.",
    }),
    load: z.enum(["light", "medium", "heavy"]).default("heavy").meta({
      description:
        "What one user asks of a host. Default heavy: spreadsheets, production software and a browser at once; memory runs out first.",
    }),
    hosts,
    generation: z.int().min(1).max(999).default(1).meta({
      description: "A new number builds new hosts beside the old ones. Default 1: the first hosts.",
    }),
    previous,
    devices: z.enum(["managed", "any"]).default("managed").meta({
      description:
        "Devices staff work from: managed devices only, which may share the clipboard with the session, or any, which may not. With externals nobody's clipboard is shared, for one pool has one setting. Drives and USB are never redirected. Default managed: client files must not leave on a private device.",
    }),
    printing: z.enum(["redirect", "none", "universalPrint", "thinprint"]).default("redirect").meta({
      description:
        "Printing on the user's own printers, through Universal Print or ThinPrint, or not at all. Default redirect: it needs nothing installed.",
    }),
    thinprint,
    scanning: z.enum(["folder", "twain", "none"]).default("folder").meta({
      description:
        "Scanning into an inbox folder on the share, or with TWAIN from within the session, which takes Citrix. Default folder: it works with every scanner.",
    }),
    applications,
  })
  .prefault({})
  .meta({ description: "The users' desktops." });
