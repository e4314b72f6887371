import type { Context } from "./family";
import type { Relation } from "../program";
import { entryOf, type Inputs, NotPriceable } from "../reading";

/** What decides the price of what lies in a storage account. */
export interface Account {
  readonly kind: "general" | "classic" | "blob" | "blockBlob" | "files";
  readonly media: "standard" | "premium" | "standardV2" | "premiumV2";
  /** `lrs`, `zrs`, `grs`, `ra-grs`, `gzrs`, `ra-gzrs`: as the meters are named. */
  readonly redundancy: string;
  readonly accessTier: "hot" | "cool" | "cold";
  /** Folders of Data Lake Storage, which NFS needs too. */
  readonly hierarchical: boolean;
  /** Whether tables and queues are encrypted with a key of the account's owner. */
  readonly ownKey: (service: "queue" | "table") => boolean;
}

export const inAccount: Relation = { types: ["storage:StorageAccount"], by: ["accountName"] };

const kinds: Readonly<Record<string, Account["kind"]>> = {
  storagev2: "general",
  storage: "classic",
  blobstorage: "blob",
  blockblobstorage: "blockBlob",
  filestorage: "files",
};

const media: Readonly<Record<string, Account["media"]>> = {
  standard: "standard",
  premium: "premium",
  standardv2: "standardV2",
  premiumv2: "premiumV2",
};

const redundancies: Readonly<Record<string, string>> = {
  lrs: "lrs",
  zrs: "zrs",
  grs: "grs",
  ragrs: "ra-grs",
  gzrs: "gzrs",
  ragzrs: "ra-gzrs",
};

/** Blobs are archived one by one, never an account. Premium accounts have no tiers. */
const accessTiers: Readonly<Record<string, Account["accessTier"]>> = {
  hot: "hot",
  cool: "cool",
  cold: "cold",
  premium: "hot",
};

/** Reads a storage account. @throws NotPriceable */
export function accountOf(inputs: Inputs): Account {
  const kind = entryOf(kinds, inputs.choice("kind") ?? "storagev2");
  if (kind === undefined)
    throw new NotPriceable(`no storage account is of the kind "${inputs.text("kind") ?? ""}"`);
  const sku = inputs.choice("sku.name");
  if (sku === undefined) throw new NotPriceable("sku.name of the storage account is missing");
  const [name = "", ...rest] = sku.split("_");
  const redundancy = entryOf(redundancies, rest.join("").replaceAll("-", ""));
  const accountMedia = entryOf(media, name);
  if (redundancy === undefined || accountMedia === undefined)
    throw new NotPriceable(`no storage account has the SKU "${sku}"`);
  const accessTier = entryOf(accessTiers, inputs.choice("accessTier") ?? "hot");
  if (accessTier === undefined)
    throw new NotPriceable(
      `no storage account has the access tier "${inputs.text("accessTier") ?? ""}"`,
    );
  return {
    kind,
    media: accountMedia,
    redundancy,
    accessTier,
    hierarchical: inputs.flag("isHnsEnabled") || inputs.flag("enableNfsV3"),
    ownKey: (service) =>
      inputs.choice("encryption.keySource") === "microsoft.keyvault" ||
      inputs.choice(`encryption.services.${service}.keyType`) === "account",
  };
}

/** The account a share, queue or table lies in. @throws NotPriceable when it is not in the program */
export function accountAround({ program, resource }: Context): Account {
  const account = program.related(resource, inAccount);
  if (account === undefined)
    throw new NotPriceable("its storage account, which decides the price, is not in the program");
  return accountOf(account.inputs);
}

export function upper(redundancy: string): string {
  return redundancy.toUpperCase();
}
