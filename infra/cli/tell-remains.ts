import { keyVaultName } from "../azure/names";
import type { Verb } from "../engine/operate";
import { recoverable, remains } from "../stacks/remains";
import type { NamedStack, StackInputs } from "./inputs";
import type { Terminal } from "./terminal";

/** Says of a firm that leaves, or is destroyed now, what Azure keeps of it afterwards and until when. */
export function tellRemains(
  verb: Verb,
  stack: NamedStack,
  { platform, firm }: Pick<StackInputs, "platform" | "firm">,
  terminal: Terminal,
): void {
  if (stack.kind !== "firm" || firm === undefined) return;
  if (verb !== "destroy" && firm.stage !== "leaving") return;
  const { environment, today } = platform;
  const owner = { environment, firm: firm.key, subscription: firm.subscription };
  const kept = remains(environment, firm, keyVaultName(owner, firm.keyVault), today);
  terminal.note(`of ${stack.text} Azure will keep, once it is destroyed:`);
  for (const { en } of [...kept, ...recoverable(today)]) terminal.note(`    ${en}`);
}
