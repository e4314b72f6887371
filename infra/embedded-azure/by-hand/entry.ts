import { keyOf } from "../store/resources";
import type { Resource } from "../store/resources";
import type { StoredObject } from "../store/objects";
import type { Store } from "../store/store";
import { textOf } from "../values/json";
import { Refusal } from "../values/refusal";
import { partsOf } from "../arm/existence";

/** Something the embedded Azure holds: a resource of ARM, or an object of the directory. */
export type Entry =
  | { readonly kind: "resource"; readonly id: string; readonly resource: Resource }
  | { readonly kind: "object"; readonly id: string; readonly object: StoredObject };

/** What to look for; all that is given must fit. Upper and lower case are the same. */
export interface Filter {
  /** ARM type or class of azuread: all of it, its beginning, or its end, e.g. `hostPools`. */
  readonly type?: string | undefined;
  /** Name of the resource group. */
  readonly group?: string | undefined;
  readonly subscription?: string | undefined;
}

/** Everything that fits, resources by id, then objects by id. */
export function entries(store: Store, filter: Filter = {}): readonly Entry[] {
  const all: readonly Entry[] = [
    ...store.resources.all().map((resource) => ({
      kind: "resource" as const,
      id: resource.id,
      resource,
    })),
    ...store.objects.all().map((object) => ({ kind: "object" as const, id: object.id, object })),
  ];
  return all.filter((entry) => fits(entry, filter));
}

/** ARM type of a resource; of an object its class, e.g. `azuread/group`. */
export function typeOf(entry: Entry): string {
  switch (entry.kind) {
    case "resource":
      return entry.resource.type;
    case "object":
      return entry.object.token.replace(/:.*\//, "/").replace(/:\w+$/, "");
  }
}

/** What people call it. */
export function nameOf(entry: Entry): string {
  switch (entry.kind) {
    case "resource":
      return entry.resource.name;
    case "object":
      return textOf(entry.object.body["displayName"]);
  }
}

/**
 * The one entry meant by a text: its id, the end of its id, or its name.
 *
 * @throws {Refusal} when there is none, or more than one.
 */
export function entryFor(store: Store, text: string): Entry {
  const all = entries(store);
  const wanted = keyOf(text);
  const exact = all.find(({ id }) => keyOf(id) === wanted);
  if (exact !== undefined) return exact;
  const meant = all.filter(
    (entry) => keyOf(entry.id).endsWith(`/${wanted}`) || keyOf(nameOf(entry)) === wanted,
  );
  const [first, ...others] = meant;
  if (first === undefined)
    throw new Refusal(`nothing in the embedded Azure has the id or the name ${text}`);
  if (others.length === 0) return first;
  const shown = meant.slice(0, 10).map(({ id }) => `  ${id}`);
  const more = meant.length > shown.length ? [`  and ${meant.length - shown.length} more`] : [];
  throw new Refusal([`${text} may be one of these:`, ...shown, ...more].join("\n"));
}

function fits(entry: Entry, { type, group, subscription }: Filter): boolean {
  const parts = entry.kind === "resource" ? partsOf(entry.id) : undefined;
  return (
    (type === undefined || isOfType(keyOf(typeOf(entry)), keyOf(type))) &&
    (group === undefined || keyOf(parts?.resourceGroup ?? "") === keyOf(group)) &&
    (subscription === undefined || keyOf(parts?.subscriptionId ?? "") === keyOf(subscription))
  );
}

function isOfType(type: string, wanted: string): boolean {
  return type === wanted || type.startsWith(`${wanted}/`) || type.endsWith(`/${wanted}`);
}
