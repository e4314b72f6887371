import type * as pulumi from "@pulumi/pulumi";
import { refuse, type Reading } from "../document/source-document";
import type { Firm, Site } from "../firm/firm";
import { parseStackName } from "../firm/stack-name";
import type { Platform } from "../platform/platform";
import { openRegistry } from "../registry/registry";
import { firmStack } from "./firm";
import { platformStack } from "./platform";
import { siteStack } from "./site";

/** All that decides what a stack is made of, read and checked. */
export type StackDefinition =
  | { readonly kind: "platform"; readonly platform: Platform }
  | { readonly kind: "firm"; readonly platform: Platform; readonly firm: Firm }
  | {
      readonly kind: "site";
      readonly platform: Platform;
      readonly firm: Firm;
      readonly site: Site;
    };

/**
 * Reads what a stack's name means from the files of a work tree.
 *
 * @param stackName In full: `prod`, `prod.dupont`, `prod.dupont.meylan`.
 * @param root Top of the work tree.
 * @param changes What-if changes to the firm's file, `people.staff=15`.
 */
export function readDefinition(
  stackName: string,
  root: string,
  changes: readonly string[] = [],
): Reading<StackDefinition> {
  const parsed = parseStackName(stackName);
  if (!parsed.ok) return parsed;
  const registry = openRegistry(root);
  const known = registry.stack(stackName, parsed.value.environment);
  if (!known.ok) return known;
  const stack = known.value;
  const platform = registry.platform(stack.environment);
  if (stack.kind === "platform" || !platform.ok)
    return platform.ok ? done({ kind: "platform", platform: platform.value }) : platform;

  const reading = registry.firm(stack.environment, stack.firm, changes);
  if (!reading.ok) return refuse(reading.faults);
  const firm = reading.value;
  if (stack.kind === "firm") return done({ kind: "firm", platform: platform.value, firm });
  const site = firm.sites.find(({ key }) => key === stack.site);
  if (site === undefined) throw new Error(`the registry knows ${stackName}, but not its site`);
  return done({ kind: "site", platform: platform.value, firm, site });
}

/** Registers the resources of a stack, and gives its outputs. */
export function buildStack(definition: StackDefinition): pulumi.Inputs {
  switch (definition.kind) {
    case "platform":
      return platformStack(definition.platform);
    case "firm":
      return firmStack(definition.platform, definition.firm);
    case "site":
      return siteStack(definition.firm, definition.site);
  }
}

function done(value: StackDefinition): Reading<StackDefinition> {
  return { ok: true, value };
}
