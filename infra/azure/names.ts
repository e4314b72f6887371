import { createHash } from "node:crypto";

/** Whose resource a name is for; every part takes part in the name. */
export interface NameOwner {
  /** Environment of the platform, e.g. `prod`. */
  readonly environment: string;
  readonly firm?: string;
  readonly site?: string;
  /** Subscription the resource lives in: salts names that are unique across Azure. */
  readonly subscription: string;
}

/** What Azure allows in the name of one type of resource. */
export interface NameRule {
  /** First word of the name; no two kinds share one. */
  readonly prefix: string;
  /** Shortest and longest name, in characters. */
  readonly min: number;
  readonly max: number;
  /** Matches a whole legal name; says nothing about its length. */
  readonly allowed: RegExp;
  /** `azure`: no two resources of the type anywhere in Azure share a name; `group`: no two in their group or parent. */
  readonly unique: "azure" | "group";
  /** Where limits and characters were read. */
  readonly source: string;
}

const resourceNameRules =
  "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules";
const armTypes = "ARM type definitions, property `name` (Azure/bicep-types-az)";
const avdLimits = "ARM type definitions, Microsoft.DesktopVirtualization 2025-10-10";

const networkName = /^[A-Za-z0-9]([\w.-]*\w)?$/;
const hyphenName = /^[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?$/;
const singleHyphenName = /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/;
const desktopName = /^[A-Za-z0-9@.\-_ ]+$/;
const groupName = /^[\w.()-]*[\w()-]$/;

type Limits = Pick<NameRule, "prefix" | "min" | "max" | "allowed"> & Partial<NameRule>;

const rule = (limits: Limits): NameRule => ({
  unique: "group",
  source: resourceNameRules,
  ...limits,
});

const network = (prefix: string, max = 80): NameRule =>
  rule({ prefix, min: 2, max, allowed: networkName });

const desktop = (prefix: string): NameRule =>
  rule({ prefix, min: 3, max: 64, allowed: desktopName, source: avdLimits });

const hyphened = (prefix: string, min: number, max: number, source = resourceNameRules): NameRule =>
  rule({ prefix, min, max, allowed: hyphenName, source });

const rules = {
  resourceGroup: rule({ prefix: "rg", min: 1, max: 90, allowed: groupName }),
  deployment: rule({ prefix: "deploy", min: 1, max: 64, allowed: groupName, source: armTypes }),
  virtualNetwork: network("vnet", 64),
  subnet: network("snet"),
  networkSecurityGroup: network("nsg"),
  natGateway: network("ng"),
  routeTable: network("rt"),
  publicIpAddress: network("pip"),
  networkInterface: network("nic"),
  privateEndpoint: network("pep", 64),
  virtualNetworkPeering: network("peer"),
  virtualNetworkLink: network("link"),
  vpnGateway: network("vpng"),
  localNetworkGateway: network("lgw"),
  connection: network("con"),
  dnsResolver: hyphened("dnspr", 1, 80, armTypes),
  dnsForwardingRuleset: hyphened("dnsfrs", 1, 80, armTypes),
  dnsPolicy: hyphened("dnsp", 1, 80, armTypes),
  dnsDomainList: hyphened("dnsdl", 1, 80, armTypes),
  forwardingRule: hyphened("dnsfr", 1, 80, armTypes),
  firewall: network("afw", 56),
  firewallPolicy: network("afwp"),
  bastion: network("bas"),
  logWorkspace: hyphened("log", 4, 63),
  keyVault: rule({ prefix: "kv", min: 3, max: 24, allowed: singleHyphenName, unique: "azure" }),
  key: hyphened("key", 1, 127),
  secret: hyphened("secret", 1, 127),
  storageAccount: rule({
    prefix: "st",
    min: 3,
    max: 24,
    allowed: /^[a-z0-9]+$/,
    unique: "azure",
  }),
  fileShare: rule({ prefix: "share", min: 3, max: 63, allowed: /^[a-z0-9]+(-[a-z0-9]+)*$/ }),
  hostPool: desktop("vdpool"),
  applicationGroup: desktop("vdag"),
  desktopWorkspace: desktop("vdws"),
  scalingPlan: desktop("vdscaling"),
  scalingSchedule: desktop("schedule"),
  // Windows takes the resource's name as its computer name unless told otherwise: NetBIOS, 15.
  virtualMachine: hyphened("vm", 1, 15),
  osDisk: network("osdisk"),
  dataDisk: network("disk"),
  diskEncryptionSet: network("des"),
  gallery: rule({ prefix: "gal", min: 1, max: 80, allowed: /^[A-Za-z0-9]([\w.]*[A-Za-z0-9])?$/ }),
  image: rule({ prefix: "it", min: 1, max: 80, allowed: /^[A-Za-z0-9]([\w.-]*[A-Za-z0-9])?$/ }),
  maintenanceConfiguration: hyphened("mc", 1, 80, armTypes),
  managedIdentity: hyphened("id", 3, 128),
  recoveryVault: hyphened("rsv", 2, 50),
  backupPolicy: hyphened("bkpol", 3, 150),
  resourceGuard: hyphened("guard", 2, 50),
  diagnosticSetting: network("diag"),
  actionGroup: network("ag"),
  logAlert: rule({ prefix: "sqr", min: 1, max: 260, allowed: groupName }),
  metricAlert: rule({ prefix: "ma", min: 1, max: 260, allowed: groupName }),
  activityAlert: rule({ prefix: "ala", min: 1, max: 260, allowed: groupName }),
  // 44 is the limit of data collection endpoints, which name DNS records; kept for rules as well.
  dataCollectionRule: hyphened("dcr", 3, 44),
  alertProcessingRule: rule({ prefix: "apr", min: 1, max: 260, allowed: groupName }),
  budget: hyphened("budget", 1, 63),
  // https://learn.microsoft.com/azure/container-apps/containerapps-rest-api-specs and `az containerapp job create`
  containerEnvironment: rule({
    prefix: "cae",
    min: 2,
    max: 60,
    allowed: singleHyphenName,
    source: armTypes,
  }),
  containerJob: rule({
    prefix: "caj",
    min: 2,
    max: 31,
    allowed: singleHyphenName,
    source: armTypes,
  }),
  policyAssignment: hyphened("policy", 1, 64),
  managementLock: rule({ prefix: "lock", min: 1, max: 90, allowed: groupName }),
} as const satisfies Record<string, NameRule>;

/** Kinds of resource this product names. */
export type NameKind = keyof typeof rules;

/** Naming rule of every kind. */
export const nameRules: Readonly<Record<NameKind, NameRule>> = rules;

const defaultPurpose = "main";
const hashLength = 8;

/**
 * Name of a resource: `<prefix>-<environment>-<firm>[-<site>]-<purpose>`, legal for its Azure type, the same
 * for ever, and never the same for two owners, purposes or kinds.
 *
 * A hash of the whole identity comes last where the plain words alone would not tell the identity: something
 * had to be trimmed or respelt, a part holds a hyphen, or the type's names are unique across Azure.
 *
 * @param purpose What the resource is for, best one lower-case word. Default `main`.
 */
export function azureName(kind: NameKind, owner: NameOwner, purpose = defaultPurpose): string {
  const { prefix, max, allowed, unique } = nameRules[kind];
  const separator = allowed.test("a-a") ? "-" : allowed.test("a_a") ? "_" : "";
  const parts = [owner.environment, owner.firm, owner.site, purpose];
  const plain = [prefix, ...parts.filter((part) => part !== undefined)].join(separator);
  if (unique === "group" && isPlain(owner, purpose) && plain.length <= max) return plain;

  const hash = identityHash([kind, ...parts, unique === "azure" ? owner.subscription : undefined]);
  const room = max - prefix.length - separator.length * 2 - hash.length;
  const words = trimmed(parts.map(spelt), separator, room);
  return [prefix, ...words, hash].join(separator);
}

/**
 * Computer and resource name of a session host: at most 15 letters and digits (NetBIOS), starting with a letter,
 * unique over firms, generations and indices. Reads as firm, hash, generation (two base-36 digits), index.
 *
 * @throws RangeError when generation is not in 1..1295 or index not in 1..999.
 */
export function sessionHostName(owner: NameOwner, generation: number, index: number): string {
  const lastGeneration = 36 ** 2 - 1;
  if (!Number.isInteger(generation) || generation < 1 || generation > lastGeneration)
    throw new RangeError(
      `generation ${generation} of session hosts: use a whole number from 1 to ${lastGeneration}`,
    );
  if (!Number.isInteger(index) || index < 1 || index > 999)
    throw new RangeError(`index ${index} of a session host: use a whole number from 1 to 999`);

  const { environment, firm, site, subscription } = owner;
  const hint = spelt(firm ?? environment).replaceAll(/[^a-z]/g, "");
  const hash = identityHash(["sessionHost", environment, firm, site, subscription]);
  return [
    hint.slice(0, 2).padEnd(2, "x"),
    hash,
    generation.toString(36).padStart(2, "0"),
    String(index).padStart(3, "0"),
  ].join("");
}

/**
 * Whether the words of a name tell its owner and purpose without a hash: two words are environment and purpose,
 * three add the firm, four the site. A hyphen inside a part would break that count; a digit at the head of the
 * purpose is left to hashes, so that no plain name can be taken for a hashed one.
 */
function isPlain({ environment, firm, site }: NameOwner, purpose: string): boolean {
  const wordsTell = site === undefined || firm !== undefined;
  const oneWord = /^[a-z0-9]+$/;
  return (
    wordsTell &&
    [environment, firm ?? "x", site ?? "x"].every((part) => oneWord.test(part)) &&
    /^[a-z][a-z0-9]*$/.test(purpose)
  );
}

/** The nearest spelling of a part in lower-case ASCII letters, digits and single inner hyphens; may be empty. */
function spelt(part = ""): string {
  return part
    .toLowerCase()
    .replaceAll("\u0153", "oe")
    .replaceAll("\u00e6", "ae")
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
}

/** Fits environment, firm, site and purpose into the room, the least telling first: to three letters, then to nothing. */
function trimmed(parts: readonly string[], separator: string, room: number): string[] {
  const leastTellingFirst = [0, 2, 1, 3];
  const words = parts.map((part) => part.replaceAll("-", separator));
  const shown = (): string[] => words.filter((word) => word !== "");
  for (const shortest of [3, 0])
    for (const place of leastTellingFirst) {
      const excess = shown().join(separator).length - room;
      const word = words[place] ?? "";
      if (excess <= 0 || word.length <= shortest) continue;
      words[place] = word.slice(0, Math.max(shortest, word.length - excess)).replace(/[-_]+$/, "");
    }
  return shown();
}

/** Eight base-36 characters of SHA-256, the first a digit; stable for ever, so its recipe must never change. */
function identityHash(parts: readonly (string | undefined)[]): string {
  const digest = createHash("sha256")
    .update(JSON.stringify(parts.map((part) => part ?? null)))
    .digest("hex");
  const number = BigInt(`0x${digest}`);
  const tail = (number / 10n) % 36n ** BigInt(hashLength - 1);
  return `${number % 10n}${tail.toString(36).padStart(hashLength - 1, "0")}`;
}

/** @param number Which of the firm's vaults, from 1: the next one is for a firm made anew while Azure keeps the last. */
export function keyVaultName(owner: NameOwner, number: number): string {
  return azureName("keyVault", owner, number === 1 ? undefined : `main${number}`);
}
