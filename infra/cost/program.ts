import { armPathOf, nameInputOf } from "../azure/arm-paths";
import { compareText } from "../document/fault";
import type { RegisteredResource } from "../resources/registered";
import { Inputs } from "./reading";

/** A registered resource as families look at it. */
export interface ProgramResource {
  readonly registered: RegisteredResource;
  /** `network:natgateway`, whatever version the token names; undefined when Azure's provider does not own it. */
  readonly type: string | undefined;
  readonly inputs: Inputs;
}

/** How a resource points at another one. */
export interface Relation {
  /** Types of the other one: `storage:StorageAccount`. */
  readonly types: readonly string[];
  /** Inputs that hold the other one's name or id. */
  readonly by: readonly string[];
}

/** All resources of a program, in order of their URNs, and who points at whom. */
export class Program {
  readonly resources: readonly ProgramResource[];
  private readonly byUrn: ReadonlyMap<string, ProgramResource>;
  private readonly byType = new Map<string, ProgramResource[]>();
  private readonly byName = new Map<string, ReadonlyMap<string, ProgramResource>>();

  constructor(registered: readonly RegisteredResource[]) {
    this.resources = registered
      .filter(({ custom }) => custom)
      .map((resource) => ({
        registered: resource,
        type: typeOf(resource.type),
        inputs: new Inputs(resource.inputs),
      }))
      .toSorted((a, b) => compareResources(a.registered, b.registered));
    this.byUrn = new Map(this.resources.map((resource) => [resource.registered.urn, resource]));
    for (const resource of this.resources) {
      if (resource.type === undefined) continue;
      const same = this.byType.get(resource.type);
      if (same === undefined) this.byType.set(resource.type, [resource]);
      else same.push(resource);
    }
  }

  ofTypes(types: readonly string[]): readonly ProgramResource[] {
    return types.flatMap((type) => this.byType.get(type.toLowerCase()) ?? []);
  }

  /**
   * The resource another one points at: by name or id, else by the dependency Pulumi recorded, else,
   * when the reference is not known yet, the only one of its types. Undefined when it is not in the program.
   */
  related(from: ProgramResource, { types, by }: Relation): ProgramResource | undefined {
    const references = by.flatMap((path) => from.inputs.reference(path) ?? []);
    for (const reference of references)
      for (const type of types) {
        const found = this.named(type.toLowerCase(), reference);
        if (found !== undefined) return found;
      }
    const { dependsOn, parent } = from.registered;
    const wanted = new Set(types.map((type) => type.toLowerCase()));
    for (const urn of parent === undefined ? dependsOn : [...dependsOn, parent]) {
      const found = this.byUrn.get(urn);
      if (found?.type !== undefined && wanted.has(found.type)) return found;
    }
    if (references.length > 0) return undefined;
    const [only, second] = this.ofTypes(types);
    return second === undefined ? only : undefined;
  }

  /**
   * Region of a resource, `francecentral`: its own, its owner's or its resource group's. Undefined
   * when the program does not say it, and for global resources.
   */
  regionOf(resource: ProgramResource, owner?: Relation): string | undefined {
    const own = regionIn(resource);
    if (own !== undefined) return own;
    const above = owner === undefined ? undefined : this.related(resource, owner);
    if (above !== undefined) {
      const region = regionIn(above);
      if (region !== undefined) return region;
    }
    const group = resource.inputs.reference("resourceGroupName");
    const found = group === undefined ? undefined : this.named("resources:resourcegroup", group);
    return found === undefined ? undefined : regionIn(found);
  }

  private named(type: string, reference: string): ProgramResource | undefined {
    const names = this.byName.get(type) ?? this.indexNames(type);
    const wanted = reference.toLowerCase();
    return names.get(wanted) ?? names.get(wanted.slice(wanted.lastIndexOf("/") + 1));
  }

  private indexNames(type: string): ReadonlyMap<string, ProgramResource> {
    const names = new Map<string, ProgramResource>();
    for (const resource of this.byType.get(type) ?? [])
      for (const name of namesOf(resource)) if (!names.has(name)) names.set(name, resource);
    this.byName.set(type, names);
    return names;
  }
}

/** Module and name of an azure-native type token in lower case, without the API version older programs write. */
export function typeOf(token: string): string | undefined {
  const match = /^azure-native(?:_\w+)?:(\w+)(?:\/\w+)?:(\w+)$/.exec(token);
  return match === null ? undefined : `${match[1]}:${match[2]}`.toLowerCase();
}

/** `West Europe` and `westeurope` are one region; `global` is none. */
export function regionNamed(written: string): string | undefined {
  const name = written.toLowerCase().replaceAll(/[\s_-]/g, "");
  return name === "" || name === "global" ? undefined : name;
}

function regionIn({ inputs }: ProgramResource): string | undefined {
  const location = inputs.reference("location");
  return location === undefined ? undefined : regionNamed(location);
}

function namesOf({ registered }: ProgramResource): readonly string[] {
  return [
    registered.id,
    registered.id?.split("/").at(-1),
    ...nameInputs(registered.type).map((key) => registered.inputs[key]),
    registered.name,
    registered.urn,
  ]
    .filter((name) => typeof name === "string")
    .map((name) => name.toLowerCase());
}

/** Inputs that may hold the name a resource gets in Azure: of a VPN gateway `vpnGatewayName`, `gatewayName`, `name`. */
function nameInputs(token: string): readonly string[] {
  const path = armPathOf(token);
  if (path !== undefined) return [nameInputOf(path)];
  const words = token.slice(token.lastIndexOf(":") + 1).match(/[A-Z][a-z0-9]*/g) ?? [];
  const endings = words.map((_, index) => words.slice(index).join(""));
  return [...endings.map((ending) => `${ending[0]?.toLowerCase()}${ending.slice(1)}Name`), "name"];
}

/** By URN; two of one URN, which no engine would register, by what else they say. */
function compareResources(a: RegisteredResource, b: RegisteredResource): number {
  return (
    compareText(a.urn, b.urn) ||
    compareText(a.type, b.type) ||
    compareText(JSON.stringify(a.inputs), JSON.stringify(b.inputs))
  );
}
