import type { Decimal } from "../cost/money";
import type { ProgramResource } from "../cost/program";
import type { UsageKey } from "../cost/usage-keys";

/** A text for a firm, which reads French, and for an engineer. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

/** One figure of the use, and how to say otherwise: `--usage` with that name and key. */
export interface Assumption {
  /** Names of the resources it is assumed of; of a line that no resource shows, the line's name. */
  readonly resources: readonly string[];
  /** Key of the usage file; undefined for a line of its own. */
  readonly key: UsageKey | undefined;
  readonly value: Decimal;
  /** Measure of the value: `hours`, `GB`. */
  readonly unit: string;
  /** How the value comes about, with its figures. */
  readonly because: Words;
}

/** One figure of several resources; none where there are none. */
export function about(
  resources: readonly ProgramResource[],
  key: UsageKey,
  value: Decimal,
  unit: string,
  because: Words,
): readonly Assumption[] {
  if (resources.length === 0) return [];
  return [
    { resources: resources.map(({ registered }) => registered.name), key, value, unit, because },
  ];
}
