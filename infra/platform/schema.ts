import { z } from "zod";
import { regions } from "../azure/regions";
import { privateNetwork } from "../document/network-text";
import { exceptionList } from "../rules/exceptions";
import { licences } from "../firm/schema-licences";
import { displayName, guid, optionalGuid, phone, signInName } from "../document/texts";
import { webServiceNames } from "../firm/services";
import { backend, hostName, secretsProvider } from "./addresses";
import { imageVersion, maintenanceWindow, platformBudget, today } from "./operation-texts";

const region = z.enum(regions).meta({
  allowed: "an Azure region, like francecentral",
  examples: ["francecentral"],
});

const tagName = z
  .string()
  .regex(
    /^(?!azure|microsoft|windows)[A-Za-z][\w.-]{0,127}$/i,
    "tag names of up to 128 letters, digits, . _ - that do not start with azure, microsoft or windows",
  );

/** Microsoft withdraws old versions: `az vm image list --all` with publisher, offer and sku lists the living ones. */
const standardImage = { source: "marketplace", version: "26100.3775.250406" } as const;

const image = z.strictObject({
  source: z.enum(["marketplace", "gallery"]).default("marketplace").meta({
    description: "Microsoft's image, or one from the platform's own gallery",
  }),
  version: imageVersion().meta({ description: "Exact version" }),
  regions: z.array(region).min(1).optional().meta({
    description:
      "Regions that this version of the gallery was published to; Microsoft's image is everywhere",
  }),
});

const onOrOff = z.enum(["off", "on"]);
const defender = z
  .strictObject({
    servers: z.enum(["off", "P1", "P2"]).optional(),
    storage: onOrOff.optional(),
    keyVaults: onOrOff.optional(),
  })
  .meta({ allowed: "a map of servers, storage and keyVaults", examples: ["{ servers: P1 }"] });

/** `pulumi config set` writes every number as a text. */
const unquote = (written: unknown) =>
  typeof written === "string" && /^\d{1,9}$/.test(written) ? Number(written) : written;

/** The keys of the platform; `Pulumi.yaml` declares the same ones to Pulumi, with the same defaults and descriptions. */
export const platformSettings = z.strictObject({
  "cabinet:provider": displayName({ most: 80, example: "Cabinet Cloud SAS" }).meta({
    description: "Name of the company that runs the platform",
  }),
  "cabinet:supportEmail": signInName({ example: "support@cabinet-cloud.example" }).meta({
    description: "Second level of support: the mailbox that firms write to, and that alerts go to",
  }),
  "cabinet:supportPhone": phone().prefault("").meta({
    description: "Its telephone number, such as +33 4 76 00 00 00. Default none",
  }),
  "cabinet:tenant": guid({
    what: "the Microsoft Entra tenant",
    source: "`az account show --query tenantId`",
  }).meta({ description: "Microsoft Entra tenant of users and key vaults" }),
  "cabinet:tenancy": z.enum(["provider", "firm"]).default("provider").meta({
    description:
      "Whose tenant that is: provider, which holds the users of all its firms, or firm, for a platform of one firm in its own. Decides which licences give a right to Windows. Default provider: one tenant serves many firms",
  }),
  "cabinet:perUserAccess": z.enum(["none", "enrolled"]).default("none").meta({
    description:
      "Whether each firm's subscription is enrolled in per-user access pricing of Azure Virtual Desktop: none or enrolled. Default none: enrolling is done by hand, in the portal, and users are paid for from then on",
  }),
  "cabinet:subscription": guid({
    what: "the platform's Azure subscription",
    source: "`az account list --output table`",
  }).meta({ description: "Azure subscription of the platform's own resources" }),
  "cabinet:location": region.default("francecentral").meta({
    description:
      "Region of the hub, and of firms that name none. Default francecentral: the data of French firms stays in France, in a region with three zones",
  }),
  "cabinet:allowedRegions": z.array(region).min(1).default(["francecentral"]).meta({
    description:
      "Regions in which firms' data may be. Default francecentral only, for the same reason",
  }),
  "cabinet:hubNetwork": privateNetwork({
    what: "the hub's network",
    largest: 16,
    smallest: 24,
    example: "10.60.0.0/22",
  }).meta({ description: "Address space of the hub network, /16 to /24" }),
  "cabinet:firmNetworks": privateNetwork({
    what: "the address plan for firms",
    largest: 8,
    smallest: 20,
    example: "10.64.0.0/12",
  }).meta({
    description:
      "Address plan, /8 to /20: every firm's network is a slice of it; apart from the hub",
  }),
  "cabinet:vpnGateway": z.enum(["none", "VpnGw1AZ", "VpnGw2AZ", "VpnGw3AZ"]).default("none").meta({
    description:
      "Gateway of tunnels to firms' offices: none, VpnGw1AZ, VpnGw2AZ or VpnGw3AZ. Default none: users need no tunnel",
  }),
  "cabinet:firewall": z.enum(["none", "Standard", "Premium"]).default("none").meta({
    description:
      "Firewall that filters by name what firms' hosts send out: none, Standard or Premium. Default none: each firm has a NAT gateway and rules of its own, and a firewall costs more than a small firm",
  }),
  "cabinet:serviceHosts": z
    .partialRecord(z.enum(webServiceNames), z.array(hostName()).min(1))
    .default({})
    .meta({
      allowed: "a map of quadraBox, suiviCaisse or devisFact to lists of names",
      description:
        "Names that the firewall lets firms' hosts reach for vendors' services, as their vendor gives them: quadraBox, suiviCaisse, devisFact. Default none: the vendor publishes none",
    }),
  "cabinet:bastion": z.enum(["none", "Basic", "Standard"]).default("none").meta({
    description:
      "Console of machines for the provider's engineers: none, Basic or Standard. Default none: nobody signs in to a host by hand",
  }),
  "cabinet:defender": defender.default({}).meta({
    description:
      "Plans of Microsoft Defender for Cloud, in the platform's subscription and each firm's: servers off, P1 or P2; storage and keyVaults off or on. A plan that is not named stays as it is; Azure bills each by machine, account or vault. Default none named: whoever pays decides",
  }),
  "cabinet:image": image.default(standardImage).meta({
    description:
      "What new generations of session hosts are built from: source marketplace or gallery, an exact version, and of the gallery the regions it was published to. Default Microsoft's Windows 11 with several sessions and Microsoft 365",
  }),
  "cabinet:maintenanceWindow": maintenanceWindow().prefault("Sunday 02:00-05:30").meta({
    description:
      "When servers are patched each week, Europe/Paris, outside of every firm's hours. Default Sunday 02:00-05:30: no firm works then",
  }),
  "cabinet:today": today().prefault("").meta({
    description:
      "Day whose week's schedules are deployed, and by which old hosts go, such as 2026-11-24; a pipeline sets it. Default empty: ordinary weeks all year, and nothing goes",
  }),
  "cabinet:licences": licences.prefault({}).meta({
    description:
      "What licences cost by the user and month, for the bills of firms that name no price of their own: microsoft365, windowsServerCal, citrix, thinprint, quadra, acd, sage, agiris, quadraConnect, quadraBox, suiviCaisse, devisFact, each a map of price, asOf and source. Default none: bills say which price is missing",
  }),
  "cabinet:tags": z
    .record(tagName, displayName({ most: 256, example: "finance" }))
    .default({})
    .meta({
      allowed: "a map of tag names and values",
      description: "Tags of every resource, such as owner and costCentre. Default none",
    }),
  "cabinet:logRetentionDays": z.preprocess(unquote, z.int().min(30).max(730)).default(180).meta({
    description:
      "Days the platform's own log workspace keeps its records, 30 to 730; firms have presets. Default 180: the CNIL recommends six months to a year for access logs",
  }),
  "cabinet:budget": platformBudget().prefault("").meta({
    description:
      "Whole euros a month for the platform's own subscription, such as 900 EUR; at 80 and 100 percent of it support is told. Default none: no alert",
  }),
  "cabinet:breakGlassGroup": optionalGuid({ what: "the Entra group of emergency accounts" })
    .prefault("")
    .meta({
      description:
        "Object id of the Entra group of emergency accounts, for which no rule of conditional access counts. Default none: then there are no such rules, because a mistake in one could lock everybody out",
    }),
  "cabinet:backend": backend().prefault("").meta({
    description:
      "Where live runs keep their state, such as azblob://state?storage_account=NAME. Default empty: in a folder of the work tree, for trials",
  }),
  "cabinet:exceptions": exceptionList.meta({
    description:
      "Guardrails and checks of Checkov set aside for the platform and all its firms, each with its reason and its end. Default none",
  }),
  "cabinet:secretsProvider": secretsProvider().prefault("").meta({
    description:
      "What encrypts secrets in the state of live runs: the URL of a Key Vault key, with {firm} for the firm. Default empty: a passphrase",
  }),
});

/** Keys of providers and of Pulumi itself may stand beside ours; what they mean is theirs to say. */
const config = z.preprocess(withoutForeignKeys, platformSettings);

/** A stack's settings file: our keys, and what Pulumi writes beside them. */
export const platformFile = z.strictObject({
  config,
  secretsprovider: z.string().optional(),
  encryptedkey: z.string().optional(),
  encryptionsalt: z.string().optional(),
  environment: z.unknown().optional(),
});

function withoutForeignKeys(written: unknown): unknown {
  if (typeof written !== "object" || written === null || Array.isArray(written)) return written;
  return Object.fromEntries(Object.entries(written).filter(([key]) => !isForeign(key)));
}

function isForeign(key: string): boolean {
  return key.includes(":") && !key.startsWith("cabinet:");
}
