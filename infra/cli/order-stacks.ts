import type { StackName } from "../firm/stack-name";
import type { Verb } from "../engine/operate";

const ranks: Readonly<Record<StackName["kind"], number>> = { platform: 0, firm: 1, site: 2 };

/** The platform before its firms and a firm before its sites; the other way round when destroying. Each once. */
export function orderStacks<S extends { readonly text: string; readonly kind: StackName["kind"] }>(
  stacks: readonly S[],
  verb: Verb,
): S[] {
  const once = [...new Map(stacks.map((stack) => [stack.text, stack])).values()];
  const ordered = once.toSorted((a, b) => ranks[a.kind] - ranks[b.kind]);
  return verb === "destroy" ? ordered.toReversed() : ordered;
}
