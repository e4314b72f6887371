import { z } from "zod";
import { regions } from "../azure/regions";
import { privateNetwork } from "../document/network-text";
import { displayName, guid } from "../document/texts";
import { backend, secretsProvider } from "./addresses";

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

/** `pulumi config set` writes every number as a text. */
const unquote = (written: unknown) =>
  typeof written === "string" && /^\d{1,9}$/.test(written) ? Number(written) : written;

/** The keys of the platform; `Pulumi.yaml` declares the same ones to Pulumi, with the same defaults and descriptions. */
export const platformSettings = z.strictObject({
  "cabinet:provider": displayName({ most: 80, example: "Cabinet Cloud SAS" }).meta({
    description: "Name of the company that runs the platform",
  }),
  "cabinet:tenant": guid({
    what: "the Microsoft Entra tenant",
    source: "`az account show --query tenantId`",
  }).meta({ description: "Microsoft Entra tenant of users and key vaults" }),
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
  "cabinet:tags": z
    .record(tagName, displayName({ most: 256, example: "finance" }))
    .default({})
    .meta({
      allowed: "a map of tag names and values",
      description: "Tags of every resource, such as owner and costCentre. Default none",
    }),
  "cabinet:logRetentionDays": z.preprocess(unquote, z.int().min(30).max(730)).default(180).meta({
    description:
      "Days the log workspace keeps its records, 30 to 730. Default 180: the CNIL recommends six months to a year for access logs",
  }),
  "cabinet:backend": backend().prefault("").meta({
    description:
      "Where live runs keep their state, such as azblob://state?storage_account=NAME. Default empty: in a folder of the work tree, for trials",
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
