import { keyVaultName } from "../azure/names";
import { recoverable, remains } from "../stacks/remains";
import type { NamedStack, StackInputs } from "./inputs";
import type { Terminal } from "./terminal";

/** Says, before a firm is destroyed, what Azure keeps of it afterwards and until when. */
export function tellRemains(
  stack: NamedStack,
  { platform, firm }: StackInputs,
  terminal: Terminal,
): void {
  if (stack.kind !== "firm" || firm === undefined) return;
  const { environment, today } = platform;
  const owner = { environment, firm: firm.key, subscription: firm.subscription };
  const kept = remains(environment, firm, keyVaultName(owner, firm.keyVault), today);
  terminal.note(`of ${stack.text} Azure will keep, whatever is done now:`);
  for (const { en } of [...kept, ...recoverable(today)]) terminal.note(`    ${en}`);
}
