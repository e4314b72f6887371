import type { Decimal } from "../cost/money";
import { NamePatterns } from "../cost/name-patterns";
import { typeOf } from "../cost/program";
import type { Usage, UsageValues } from "../cost/usage";
import type { UsageKey } from "../cost/usage-keys";
import type { RegisteredResource } from "../resources/registered";
import type { Assumption } from "./assumptions";

/**
 * What a usage file says, and below it what is assumed: the file counts wherever it says something,
 * by name or by type. Gives back the assumptions that still count.
 */
export function layerUsage(
  said: Usage,
  assumed: readonly Assumption[],
  resources: readonly RegisteredResource[],
): { readonly usage: Usage; readonly assumptions: readonly Assumption[] } {
  const typeOfName = new Map(resources.map(({ name, type }) => [name, typeOf(type) ?? ""]));
  const assumptions = assumed.flatMap((assumption) => {
    const { key } = assumption;
    if (key === undefined)
      return said.extras.some(({ name }) => assumption.resources.includes(name)) ? [] : assumption;
    const left = assumption.resources.filter(
      (name) => !says(said, key, name, typeOfName.get(name) ?? ""),
    );
    return left.length === 0 ? [] : { ...assumption, resources: left };
  });
  const values = new Map<string, Partial<Record<UsageKey, Decimal>>>();
  for (const { key, value, resources: names } of assumptions) {
    if (key === undefined) continue;
    for (const name of names) values.set(name, { ...values.get(name), [key]: value });
  }
  return {
    assumptions,
    usage: {
      ...said,
      ofNames: new NamePatterns<UsageValues>(
        [...values].map(([pattern, value]) => ({ pattern, value })),
        said.ofNames,
      ),
    },
  };
}

function says(said: Usage, key: UsageKey, name: string, type: string): boolean {
  return (
    said.ofTypes.get(type)?.[key] !== undefined ||
    said.ofNames.fitting(name).some(({ value }) => value[key] !== undefined)
  );
}
