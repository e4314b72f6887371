import { familyOf } from "./families";
import { attempt, type Family, type Offer } from "./families/family";
import { whyFree } from "./families/free";
import type { Finding } from "./model";
import type { Decimal } from "./money";
import type { Program, ProgramResource } from "./program";
import type { UsageKey } from "./usage-keys";

/** What one resource is billed for, before prices. */
export interface ResourceFindings {
  readonly resource: ProgramResource;
  readonly family: Pick<Family, "name" | "group">;
  /** Where it is; undefined where the program does not say it. */
  readonly region: string | undefined;
  readonly findings: readonly Finding[];
}

const nobodysFamily = { name: "Other", group: "other" } as const;

/** Providers that only describe, compute or hold rights; what they make costs nothing. */
const freeProviders: Readonly<Record<string, string>> = {
  azuread: "objects of Entra ID cost nothing; its licences are lines of their own",
  random: "random values cost nothing",
  command: "a command costs nothing",
  tls: "keys and certificates made by the program cost nothing",
  time: "waiting costs nothing",
};

/** @param usage of this resource */
export function findMeters(
  program: Program,
  resource: ProgramResource,
  offer: Offer,
  usage: (key: UsageKey) => Decimal | undefined,
): ResourceFindings | undefined {
  const { type, inputs, registered } = resource;
  const [provider = ""] = registered.type.split(":");
  if (provider === "pulumi") return undefined;
  const family = type === undefined ? undefined : familyOf(type);
  if (family === undefined)
    return {
      resource,
      family: nobodysFamily,
      region: program.regionOf(resource),
      findings: [withoutFamily(type, provider, registered.type)],
    };
  const { owner } = family;
  const context = { resource, inputs, program, offer, usage };
  return {
    resource,
    family,
    region: program.regionOf(resource, owner),
    findings: [...attempt("resource", family.name, () => family.findings(context))],
  };
}

function withoutFamily(type: string | undefined, provider: string, token: string): Finding {
  const free = type === undefined ? freeProvider(provider) : whyFree(type);
  if (free !== undefined) return { kind: "free", reason: free };
  return {
    kind: "unpriced",
    slot: "resource",
    name: token,
    reason: "no family of the bill covers this type",
  };
}

function freeProvider(provider: string): string | undefined {
  return Object.hasOwn(freeProviders, provider) ? freeProviders[provider] : undefined;
}
