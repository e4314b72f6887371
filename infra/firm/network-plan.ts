import { contains, formatAddress, overlaps, type Network } from "../azure/network";
import { formatPlace, type Fault, type Place, type Problem } from "../document/fault";

/** The part of the platform that firms' networks are held against. */
export interface AddressPlan {
  readonly hubNetwork: Network;
  readonly firmNetworks: Network;
}

/** Addresses from one to another, both included. */
export type Range = Pick<Network, "first" | "last">;

/** Somebody's word that a network is theirs, and where they say so. */
export interface Claim {
  readonly kind: "firm" | "site";
  readonly network: Network;
  /** `firm dupont`, `site meylan of firm dupont`. */
  readonly owner: string;
  readonly place: Place;
  readonly path: string;
}

/**
 * Faults of some claims against the platform's plan and against all claims: at most one for each, naming the other
 * side and its place. `all` holds the claims themselves too; `taken` is what no suggestion may overlap.
 */
export function networkFaults(
  own: readonly Claim[],
  all: readonly Claim[],
  plan: AddressPlan,
  taken: readonly Range[] = all.map(({ network }) => network),
): readonly Fault[] {
  const conflicts = findConflicts(all);
  return own.flatMap((claim) => {
    const problem =
      againstPlan(claim, plan, taken) ?? againstOther(claim, conflicts.get(claim), plan, taken);
    return problem === undefined ? [] : [{ ...claim.place, path: claim.path, ...problem }];
  });
}

function againstPlan(
  claim: Claim,
  plan: AddressPlan,
  taken: readonly Range[],
): Problem | undefined {
  const { network } = claim;
  const met = network.text;
  const { hubNetwork, firmNetworks } = plan;
  switch (claim.kind) {
    case "firm":
      return contains(firmNetworks, network)
        ? undefined
        : {
            met,
            allowed: `a network inside ${firmNetworks.text}, the platform's plan for firms`,
            remedy: suggest(plan, network.prefix, taken),
          };
    case "site": {
      const clash = [hubNetwork, firmNetworks].find((range) => overlaps(range, network));
      return clash === undefined
        ? undefined
        : {
            met,
            allowed: `a network outside of ${clash.text}, which the platform uses`,
            remedy: "renumber the office, or ask the provider to change the platform's plan",
          };
    }
  }
}

function againstOther(
  claim: Claim,
  other: Claim | undefined,
  plan: AddressPlan,
  taken: readonly Range[],
): Problem | undefined {
  if (other === undefined) return undefined;
  return {
    met: claim.network.text,
    allowed: `a network that overlaps no other, this one overlaps ${other.network.text} of ${other.owner} (${formatPlace(other.place)})`,
    remedy:
      claim.kind === "firm"
        ? suggest(plan, claim.network.prefix, taken)
        : "renumber one of the two offices",
  };
}

function suggest({ firmNetworks }: AddressPlan, prefix: number, taken: readonly Range[]): string {
  const free = firstFree(firmNetworks, prefix, taken);
  return free === undefined
    ? `ask the provider for a larger plan, no /${prefix} is free in ${firmNetworks.text}`
    : `write network: ${free}, which is free`;
}

/** First slice of a range that overlaps nothing taken, as text. */
function firstFree(range: Network, prefix: number, taken: readonly Range[]): string | undefined {
  const size = 2 ** (32 - prefix);
  let candidate = range.first;
  for (const { first, last } of taken.toSorted((a, b) => a.first - b.first)) {
    if (first >= candidate + size) break;
    if (last >= candidate) candidate = Math.ceil((last + 1) / size) * size;
  }
  return candidate + size - 1 > range.last ? undefined : `${formatAddress(candidate)}/${prefix}`;
}

/**
 * For each claim that overlaps another, one such other. Networks either contain one another or are apart, so in the
 * order of their first addresses, larger ones first, the ones still open form a stack: no pair has to be compared
 * with every other.
 */
function findConflicts(claims: readonly Claim[]): ReadonlyMap<Claim, Claim> {
  const conflicts = new Map<Claim, Claim>();
  const open: Claim[] = [];
  const sorted = claims.toSorted(
    (a, b) => a.network.first - b.network.first || b.network.last - a.network.last,
  );
  for (const claim of sorted) {
    while ((open.at(-1)?.network.last ?? Infinity) < claim.network.first) open.pop();
    const outer = open.at(-1);
    if (outer !== undefined) {
      conflicts.set(claim, outer);
      if (!conflicts.has(outer)) conflicts.set(outer, claim);
    }
    open.push(claim);
  }
  return conflicts;
}
