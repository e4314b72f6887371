import { z } from "zod";
import { dateText } from "../document/calendar-date";
import { privateAddress, privateNetwork } from "../document/network-text";
import { displayName, guid } from "../document/texts";
import { domainName } from "./identity-texts";
import { keyForm, keyPattern } from "./key";
import { printers } from "./schema-printers";
import {
  addressRange,
  arcMachineId,
  computerName,
  extraFeature,
  hardwareAddress,
  resolverAddress,
  tunnelEnd,
} from "./site-texts";

/** The office's own network, as its router knows it. */
export const siteLan = privateNetwork({
  what: "the office's network",
  largest: 16,
  smallest: 28,
  example: "192.168.10.0/24",
});

const officeAddress = (what: string, example = "192.168.10.10") =>
  privateAddress({ what, example });

const machine = (name: string) =>
  z.strictObject({
    name: computerName(name)
      .optional()
      .meta({
        description: `Computer name, unique in the firm. Default the office's name and what the machine is, like ${name}.`,
      }),
    address: officeAddress("the machine's fixed address")
      .optional()
      .meta({ description: "Fixed address in the LAN. Default the next one behind the router." }),
  });

const machines = z
  .strictObject({
    host: machine("MEYLAN-HV1").prefault({}).meta({
      description: "Hyper-V host, which carries the two others. With slimSplit.",
    }),
    controller: machine("MEYLAN-DC1").prefault({}).meta({
      description: "Domain controller with DNS and DHCP. With slimSplit.",
    }),
    print: machine("MEYLAN-PR1")
      .prefault({})
      .meta({ description: "Print machine. With slimSplit." }),
    server: machine("MEYLAN-SRV1")
      .prefault({})
      .meta({ description: "The one server. With slimSingle." }),
  })
  .prefault({})
  .meta({ description: "Names and addresses of the machines. Default made from the office's." });

const directory = z
  .strictObject({
    domain: domainName().optional().meta({
      description:
        "DNS name of the office's Active Directory domain. Default that of identity; without one `ad.` before the domain of the supervisor's sign-in name.",
    }),
    netbios: z
      .string()
      .regex(/^[A-Z][A-Z0-9-]{0,14}$/)
      .optional()
      .meta({
        allowed: "1 to 15 upper-case letters, digits and -, a letter first",
        examples: ["DUPONT"],
        description:
          "The domain's short name, as in DUPONT\\\\claire. Default its first label that is not `ad`, in upper case.",
      }),
    forest: z.enum(["existing", "new"]).optional().meta({
      description:
        "Whether the controller joins a domain that is there, or makes it. Default existing when the domain has a name here or under identity, new otherwise, and once in a firm.",
    }),
    sync: z.enum(["none", "cloudSync", "connect"]).optional().meta({
      description:
        "How accounts come into Entra: not from here, by Entra Cloud Sync, or by Entra Connect Sync, which alone synchronises devices. Default cloudSync with identity hybrid, for it needs no database and several agents may run; none otherwise.",
    }),
  })
  .prefault({})
  .meta({ description: "The Active Directory domain that the office's controller serves." });

const reservation = z.strictObject({
  name: displayName({ most: 60, example: "scanner accueil" }).meta({
    description: "What is behind the address.",
  }),
  address: officeAddress("a reserved address", "192.168.10.30").meta({
    description: "Address in the LAN, outside of the range.",
  }),
  mac: hardwareAddress().meta({ description: "Hardware address of its network card." }),
});

const options = z
  .strictObject({
    timeServers: z.array(resolverAddress()).min(1).max(4).optional().meta({
      allowed: "a list of one to four addresses",
      description: "Option 4: time servers. Default none: machines of a domain ask its controller.",
    }),
    ntpServers: z.array(resolverAddress()).min(1).max(4).optional().meta({
      allowed: "a list of one to four addresses",
      description: "Option 42: NTP servers, for telephones and copiers. Default none.",
    }),
    bootServer: displayName({ most: 128, example: "192.168.10.40" }).optional().meta({
      description: "Option 66: where telephones fetch their settings from. Default none.",
    }),
    bootFile: displayName({ most: 128, example: "telephone.cfg" }).optional().meta({
      description: "Option 67: name of that file. Default none.",
    }),
  })
  .prefault({})
  .meta({
    description: "Further options for clients.",
    refused: {
      router: "write gateway under the office instead",
      dnsServers: "write dnsServers under dhcp instead",
      domain: "write directory.domain under the office instead",
    },
  });

const dhcp = z
  .strictObject({
    range: addressRange().optional().meta({
      description:
        "Addresses lent to whoever asks; no fixed address may lie in it. Default the second half of the LAN: the first is left to what stands still.",
    }),
    leaseDays: z.int().min(1).max(30).default(8).meta({
      description: "Days an address is lent. Default 8: Windows' own figure.",
    }),
    dnsServers: z.array(officeAddress("a DNS server")).min(1).max(4).optional().meta({
      allowed: "a list of one to four addresses of DNS servers",
      description:
        "DNS servers that clients are told of. Default the office's controller, then the second one if there is one: others do not know the domain.",
    }),
    reservations: z
      .array(reservation)
      .max(200)
      .default([])
      .meta({
        description:
          "Devices that always get the same address. Default none; printers with a mac are added.",
        examples: ["[{ name: scanner accueil, address: 192.168.10.30, mac: 00-17-C8-1A-2B-3C }]"],
      }),
    options,
  })
  .prefault({})
  .meta({ description: "Addresses for the office's machines, from the slim server." });

const dns = z
  .strictObject({
    forwarders: z.array(resolverAddress()).min(1).max(4).optional().meta({
      allowed: "a list of one to four addresses of DNS servers",
      description:
        "Whom the controller asks about the rest of the world. Default the router, as the old server most likely did.",
    }),
    zones: z
      .array(
        z.strictObject({
          name: domainName().meta({ description: "DNS name of the domain." }),
          servers: z
            .array(resolverAddress())
            .min(1)
            .max(4)
            .meta({
              allowed: "a list of one to four addresses of DNS servers",
              examples: ["[192.168.40.10]"],
              description: "Who knows it.",
            }),
        }),
      )
      .max(20)
      .default([])
      .meta({
        description:
          "Domains whose questions go to servers of their own. Default none; Azure's private names are added with a link.",
      }),
  })
  .prefault({})
  .meta({ description: "What the controller does with questions it cannot answer." });

const link = z
  .union([
    z.literal("none"),
    z.strictObject({
      kind: z.literal("vpn").meta({ description: "An IPsec tunnel to the platform's gateway." }),
      address: tunnelEnd().meta({ description: "The office's end of the tunnel." }),
      generation: z.int().min(1).max(999).default(1).meta({
        description:
          "A new number makes a new shared secret, which the office's router then needs. Default 1: the first one.",
      }),
      scans: z.enum(["refuse", "carry"]).default("refuse").meta({
        description:
          "Whether desks may bring scans into the share of client files through the tunnel, with scanning folder. Default refuse: whoever takes over a desk would reach that share as well.",
      }),
    }),
  ])
  .default("none")
  .meta({
    allowed: "none, or a map of kind, address, generation, scans",
    examples: ["{ kind: vpn, address: 203.0.113.10 }"],
    description:
      "Tunnel between office and Azure, for directory, DNS and printing; sessions never need it. Default none.",
  });

const secondController = z
  .union([
    z.enum(["none", "azure"]),
    z.strictObject({
      name: computerName("MEYLAN-DC2").optional().meta({
        description: "Computer name. Default the office's name and DC2.",
      }),
      address: privateAddress({ what: "an address of the firm's servers", example: "10.64.9.52" })
        .optional()
        .meta({
          description:
            "Address in the part of the firm's network that is kept for servers. Default the first of identity.dnsServers there, or the first one of that part.",
        }),
    }),
  ])
  .default("none")
  .meta({
    allowed: "none, azure, or a map of name, address",
    examples: ["azure"],
    description:
      "A second domain controller as a machine in Azure: people sign in while the office is cut off. It costs a machine. Default none.",
  });

const arc = z
  .union([
    z.literal("agentless"),
    z.strictObject({
      machines: z
        .strictObject({
          host: arcMachineId().optional().meta({ description: "The Hyper-V host." }),
          controller: arcMachineId().optional().meta({ description: "The domain controller." }),
          print: arcMachineId().optional().meta({ description: "The print machine." }),
          server: arcMachineId().optional().meta({ description: "The one server." }),
        })
        .prefault({})
        .meta({
          description:
            "Id of each machine that is onboarded, in the office's own resource group. Default none: deploy first, then onboard, then write the ids here.",
        }),
      administrators: z
        .array(
          guid({
            what: "object id of an Entra group",
            source: "`az ad group show --group <name> --query id`",
          }),
        )
        .max(10)
        .default([])
        .meta({
          description:
            "Entra groups whose members may administer the machines by Azure, which makes them administrators of the domain. Default none.",
        }),
      correction: z.enum(["report", "correct"]).default("report").meta({
        description:
          "What happens when the print machine differs: report it, or set it right. Domain controllers are only ever reported. Default report: somebody should know why it differs.",
      }),
      readableUntil: dateText({ what: "the day on which the configuration's link ends" })
        .optional()
        .meta({
          description:
            "Day on which the link ends by which machines read their configuration. With machines.",
        }),
    }),
  ])
  .default("agentless")
  .meta({
    allowed: "agentless, or a map of machines, administrators, correction, readableUntil",
    examples: ["agentless"],
    description:
      "How the slim server is watched: by a report that the technician brings, or by Azure Arc, which makes rights in Azure rights on the machine. Default agentless: no new way into the domain.",
  });

const visit = z
  .strictObject({
    technician: displayName({ most: 80, example: "Julien Roche" }).optional().meta({
      description: "Who sets it up. Default a line to fill in.",
    }),
    contact: displayName({ most: 80, example: "Claire Martin" }).optional().meta({
      description: "Who receives the technician and signs for the firm. Default the supervisor.",
    }),
    on: dateText({ what: "the day of the visit" }).optional().meta({
      description: "Day of the visit. Default a line to fill in.",
    }),
  })
  .prefault({})
  .meta({ description: "Who sets the office up, and when; for the work order." });

const site = z
  .strictObject({
    lan: siteLan.meta({ description: "Network of the office, as its router has it." }),
    place: displayName({ most: 120, example: "12 avenue de Verdun, 38240 Meylan" })
      .optional()
      .meta({ description: "Postal address, for the work order. Default none." }),
    profile: z.enum(["slimSplit", "slimSingle"]).default("slimSplit").meta({
      description:
        "A Hyper-V host with a domain controller and a print machine apart, or one server for everything. Default slimSplit: print spoolers have been the way into domain controllers.",
    }),
    gateway: officeAddress("the router", "192.168.10.1")
      .optional()
      .meta({ description: "The router's address. Default the first one of the LAN." }),
    machines,
    features: z
      .array(extraFeature())
      .max(20)
      .default([])
      .meta({
        description:
          "Windows features that the machines may have beyond those of the profile. Default none.",
        examples: ["[Windows-Server-Backup]"],
      }),
    directory,
    dhcp,
    dns,
    printers,
    link,
    secondController,
    arc,
    visit,
  })
  .meta({ description: "One office, by a short name of its own." });

export const sites = z
  .record(z.string().regex(new RegExp(`^${keyPattern}$`), keyForm), site)
  .prefault({})
  .meta({ description: "The firm's offices. Default none: everybody works from anywhere." });
