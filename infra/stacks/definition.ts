import type * as pulumi from "@pulumi/pulumi";
import type { Reading } from "../document/source-document";
import type { Firm } from "../firm/firm";
import type { Site } from "../firm/site";
import { formatStackName, parseStackName, type StackName } from "../firm/stack-name";
import type { Platform } from "../platform/platform";
import { openRegistry } from "../registry/registry";
import { firmStack } from "./firm";
import { platformStack } from "./platform";
import { siteStack } from "./site";

/** All that decides what a stack is made of, read and checked. */
export type StackDefinition = { readonly name: StackName; readonly platform: Platform } & (
  | { readonly kind: "platform" }
  | { readonly kind: "firm"; readonly firm: Firm }
  | { readonly kind: "site"; readonly firm: Firm; readonly site: Site }
);

/** What the files say; a firm's and a site's stack need the firm. */
export interface StackInputs {
  readonly platform: Platform;
  readonly firm: Firm | undefined;
}

/** @throws Error when the inputs are another stack's: a mistake of the caller */
export function defineStack(name: StackName, { platform, firm }: StackInputs): StackDefinition {
  if (name.kind === "platform") return { kind: "platform", name, platform };
  if (firm?.key !== name.firm) throw new Error(`${formatStackName(name)} is not of this firm`);
  if (name.kind === "firm") return { kind: "firm", name, platform, firm };
  const site = firm.sites.find(({ key }) => key === name.site);
  if (site === undefined) throw new Error(`${formatStackName(name)} is no site of this firm`);
  return { kind: "site", name, platform, firm, site };
}

/**
 * Reads what a stack's name means from the files of a work tree.
 *
 * @param stackName In full: `prod`, `prod.dupont`, `prod.dupont.meylan`.
 * @param root Top of the work tree.
 */
export function readDefinition(stackName: string, root: string): Reading<StackDefinition> {
  const parsed = parseStackName(stackName);
  if (!parsed.ok) return parsed;
  const registry = openRegistry(root);
  const known = registry.stack(stackName, parsed.value.environment);
  if (!known.ok) return known;
  const name = known.value;
  const platform = registry.platform(name.environment);
  if (!platform.ok) return platform;
  const firm = name.kind === "platform" ? undefined : registry.firm(name.environment, name.firm);
  if (firm !== undefined && !firm.ok) return firm;
  return {
    ok: true,
    value: defineStack(name, { platform: platform.value, firm: firm?.value }),
  };
}

/** Registers the resources of a stack, and gives its outputs. */
export function buildStack(definition: StackDefinition): pulumi.Inputs {
  switch (definition.kind) {
    case "platform":
      return platformStack(definition.platform);
    case "firm":
      return firmStack(definition.platform, definition.firm);
    case "site":
      return siteStack(definition.platform, definition.firm, definition.site);
  }
}
