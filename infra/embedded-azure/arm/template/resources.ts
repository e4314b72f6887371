import { keyOf } from "../../store/resources";
import type { Json, JsonObject } from "../../values/property";
import { isArray, isJsonObject } from "../../values/property";
import { ArmError } from "../error";
import type { Functions } from "./evaluation";
import { evaluate } from "./evaluation";
import { text } from "./pure-functions";
import type { Scope } from "./scope";
import { placeOf, typedId } from "./scope";

/** A resource of a template whose place is known and whose body is still to be computed. */
export interface TemplateResource {
  readonly id: string;
  readonly type: string;
  /** Names along the type, e.g. `network/subnet`. */
  readonly name: string;
  readonly condition: Json | undefined;
  /** Names or ids of resources that have to be there first. */
  readonly after: readonly string[];
  /** Its body, expressions and all. */
  readonly rest: JsonObject;
}

/** The resources of a template, nested ones included. */
export function resourcesOf(
  template: JsonObject,
  functions: Functions,
  scope: Scope,
): readonly TemplateResource[] {
  const resources = template["resources"] ?? [];
  // Newer templates give each resource a name of its own to be referred to by.
  const listed = isJsonObject(resources) ? Object.values(resources) : resources;
  return flattened(listed, "", "", functions, scope);
}

function flattened(
  resources: Json,
  parentType: string,
  parentName: string,
  functions: Functions,
  scope: Scope,
): readonly TemplateResource[] {
  if (!isArray<Json>(resources)) throw invalid("'resources' must be an array.");
  return resources.flatMap((resource) => {
    if (!isJsonObject(resource)) throw invalid("A resource must be an object.");
    const {
      type,
      name,
      apiVersion,
      condition,
      dependsOn,
      resources: children,
      copy,
      scope: on,
      ...rest
    } = resource;
    if (copy !== undefined)
      throw invalid("The embedded Azure does not know 'copy': write the resources out.");
    if (typeof type !== "string" || typeof apiVersion !== "string")
      throw invalid(`A resource needs a type and an apiVersion: ${JSON.stringify(name)}.`);
    const ownType = parentType === "" ? type : `${parentType}/${type}`;
    const evaluated = text(evaluate(name ?? "", functions));
    const ownName = parentName === "" ? evaluated : `${parentName}/${evaluated}`;
    const base = on === undefined ? placeOf(scope) : text(evaluate(on, functions));
    const parent = parentName === "" ? [] : [parentName];
    const after = isArray<Json>(dependsOn)
      ? dependsOn.map((each) => text(evaluate(each, functions)))
      : [];
    const own: TemplateResource = {
      id: typedId(base, [ownType, ...ownName.split("/")]),
      type: ownType,
      name: ownName,
      condition,
      after: [...parent, ...after],
      rest,
    };
    return [own, ...flattened(children ?? [], ownType, ownName, functions, scope)];
  });
}

/**
 * The resources, each after those it depends on, else as written.
 *
 * @throws {ArmError} when a dependency is not in the template or goes round in a circle.
 */
export function inOrder(resources: readonly TemplateResource[]): readonly TemplateResource[] {
  const ordered: TemplateResource[] = [];
  const state = new Map<TemplateResource, "open" | "done">();
  const find = (wanted: string): TemplateResource | undefined =>
    resources.find(({ id, name }) => keyOf(id) === keyOf(wanted) || keyOf(name) === keyOf(wanted));
  const visit = (resource: TemplateResource): void => {
    if (state.get(resource) === "done") return;
    if (state.get(resource) === "open")
      throw invalid(`Circular dependency detected on resource: '${resource.id}'.`);
    state.set(resource, "open");
    const implied = [
      resource.id.slice(0, resource.id.lastIndexOf("/", resource.id.lastIndexOf("/") - 1)),
    ];
    for (const wanted of [...resource.after, ...implied.filter((id) => find(id) !== undefined)]) {
      const other = find(wanted);
      if (other === undefined)
        throw invalid(`The resource '${wanted}' is not defined in the template.`);
      visit(other);
    }
    state.set(resource, "done");
    ordered.push(resource);
  };
  for (const resource of resources) visit(resource);
  return ordered;
}

function invalid(what: string): ArmError {
  return new ArmError(400, "InvalidTemplate", what);
}
