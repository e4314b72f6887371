import { isRecord } from "../../../infra/resources/property-values";
import type { RegisteredResource } from "../../../infra/resources/registered";

export type Resources = readonly RegisteredResource[];

/** Other inputs of the resource of this logical name; `undefined` takes one away. Paths are dotted. */
export function set(name: string, changes: Readonly<Record<string, unknown>>) {
  return (resources: Resources): Resources =>
    change(resources, name, (resource) => ({
      ...resource,
      inputs: Object.entries(changes).reduce<RegisteredResource["inputs"]>(
        (inputs, [path, value]) => withValue(inputs, path.split("."), value),
        resource.inputs,
      ),
    }));
}

/** Without the resources of these logical names. @throws Error when there is none: a mistake in the test */
export function without(...names: readonly string[]) {
  return (resources: Resources): Resources => {
    for (const name of names) change(resources, name, (resource) => resource);
    return resources.filter((resource) => !names.includes(resource.name));
  };
}

/** With further resources; what is left out comes from `like`, the resource of that logical name. */
export function add(like: string, name: string, changes: Partial<RegisteredResource> = {}) {
  return (resources: Resources): Resources => {
    const model = resources.find((resource) => resource.name === like);
    if (model === undefined) throw new Error(`no resource is named ${like}`);
    const urn = model.urn.replace(/[^:]*$/, name);
    return [...resources, { ...model, urn, name, ...changes }];
  };
}

/** One change after the other. */
export function all(...changes: readonly ((resources: Resources) => Resources)[]) {
  return (resources: Resources): Resources =>
    changes.reduce((changed, one) => one(changed), resources);
}

function change(
  resources: Resources,
  name: string,
  how: (resource: RegisteredResource) => RegisteredResource,
): Resources {
  if (!resources.some((resource) => resource.custom && resource.name === name))
    throw new Error(`no resource is named ${name}`);
  return resources.map((resource) =>
    resource.custom && resource.name === name ? how(resource) : resource,
  );
}

function withValue(
  inputs: RegisteredResource["inputs"],
  [key = "", ...rest]: readonly string[],
  value: unknown,
): RegisteredResource["inputs"] {
  if (rest.length > 0) {
    const inner = inputs[key];
    return { ...inputs, [key]: withValue(isRecord(inner) ? inner : {}, rest, value) };
  }
  const { [key]: _, ...others } = inputs;
  return value === undefined ? others : { ...others, [key]: value };
}
