import { formatFault } from "../document/fault";
import type { Reading } from "../document/source-document";
import { repositoryRoot } from "../engine/azure-target";
import type { Firm } from "../firm/firm";
import { formatStackName, type StackName } from "../firm/stack-name";
import type { Platform } from "../platform/platform";
import { isOfPlatform, openRegistry, type FirmEntry } from "../registry/registry";
import { InputFaults } from "./input-faults";

/** A stack by its full name, `prod.dupont`, and by its parts. */
export type NamedStack = StackName & { readonly text: string };

/** What the files say about one stack, parsed and checked. */
export interface StackInputs {
  readonly platform: Platform;
  /** Undefined for the platform's own stack. */
  readonly firm: Firm | undefined;
  readonly warnings: readonly string[];
}

/** The files of the work tree, for commands: whatever is wrong in them ends the command. */
export interface Inputs {
  readonly resolve: (name: string, environment: string) => NamedStack;
  readonly platform: (environment: string) => Platform;
  readonly of: (stack: NamedStack) => StackInputs;
  readonly firms: (environment: string) => readonly FirmEntry[];
}

/**
 * @param changes what-if changes to the firm's file, `people.staff=15`, or the platform's, `cabinet:today=2026-12-21`
 * @throws InputFaults from each function
 */
export function openInputs(changes: readonly string[] = [], root = repositoryRoot): Inputs {
  const registry = openRegistry(root);
  const ofPlatform = changes.filter(isOfPlatform);
  const platform = (environment: string) => valueOf(registry.platform(environment, ofPlatform));
  return {
    resolve: (name, environment) => {
      const stack = valueOf(registry.stack(name, environment));
      return { ...stack, text: formatStackName(stack) };
    },
    platform,
    of: (stack) => {
      if (stack.kind === "platform") {
        return { platform: platform(stack.environment), firm: undefined, warnings: [] };
      }
      const reading = registry.firm(stack.environment, stack.firm, changes);
      return {
        platform: platform(stack.environment),
        firm: valueOf(reading),
        warnings: reading.warnings.map(formatFault),
      };
    },
    firms: (environment) => valueOf(registry.firms(environment, ofPlatform)),
  };
}

function valueOf<T>(reading: Reading<T>): T {
  if (reading.ok) return reading.value;
  throw new InputFaults(reading.faults);
}
