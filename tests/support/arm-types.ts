import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";

// Microsoft's published types of ARM (https://github.com/Azure/bicep-types-az, MIT), for tests only.
const folder = resolve(__dirname, "../../../shared/arm-types");
const archives = ["arm-types.tgz", "arm-types-extra.tgz"].map((name) => join(folder, name));

/** Whether the types are beside this work tree. */
export const hasArmTypes = archives.every((archive) => existsSync(archive));

/** One type of a types.json. */
type ArmType = Readonly<Record<string, unknown>> & { readonly $type: string };

interface Ref {
  readonly $ref: string;
}

interface Property {
  readonly type: Ref;
  readonly flags: number;
}

const flags = { required: 1, readOnly: 2 } as const;

/** A breach of the types, by the path in ARM's body. */
export interface Breach {
  readonly path: string;
  readonly what: string;
}

/** ARM's types, to hold bodies of requests against. */
export class ArmTypes {
  private readonly resources = new Map<
    string,
    { readonly types: readonly ArmType[]; readonly body: Ref }
  >();

  constructor() {
    for (const archive of archives)
      for (const text of filesIn(gunzipSync(readFileSync(archive)), "types.json")) {
        const types = JSON.parse(text) as readonly ArmType[];
        for (const type of types)
          if (type.$type === "ResourceType")
            this.resources.set(String(type["name"]).toLowerCase(), {
              types,
              body: type["body"] as Ref,
            });
      }
  }

  has(type: string, apiVersion: string): boolean {
    return this.resources.has(`${type}@${apiVersion}`.toLowerCase());
  }

  /** All that is wrong with a body of a type that {@link has} knows; values for which `isOpen` are not looked at. */
  breaches(
    type: string,
    apiVersion: string,
    body: unknown,
    isOpen: (value: unknown) => boolean,
  ): readonly Breach[] {
    const found = this.resources.get(`${type}@${apiVersion}`.toLowerCase());
    if (found === undefined) throw new Error(`no types of ${type}@${apiVersion}`);
    return [...new Check(found.types, isOpen).value(found.body, body, "")];
  }
}

class Check {
  constructor(
    private readonly types: readonly ArmType[],
    private readonly isOpen: (value: unknown) => boolean,
  ) {}

  *value(ref: Ref, value: unknown, path: string): Generator<Breach> {
    if (this.isOpen(value)) return;
    const type = this.at(ref);
    switch (type.$type) {
      case "StringType":
        yield* textBreaches(type, value, path);
        return;
      case "StringLiteralType":
        if (value !== type["value"]) yield { path, what: `is not ${String(type["value"])}` };
        return;
      case "IntegerType":
        yield* integerBreaches(type, value, path);
        return;
      case "BooleanType":
        if (typeof value !== "boolean") yield { path, what: "is no boolean" };
        return;
      case "ArrayType":
        if (!Array.isArray(value)) yield { path, what: "is no array" };
        else
          for (const [index, item] of value.entries())
            yield* this.value(type["itemType"] as Ref, item, `${path}[${index}]`);
        return;
      case "UnionType":
        yield* this.union(type["elements"] as readonly Ref[], value, path);
        return;
      case "ObjectType":
        if (!isRecord(value)) yield { path, what: "is no object" };
        else
          yield* this.object(
            type["properties"] as Readonly<Record<string, Property>>,
            type["additionalProperties"] as Ref | undefined,
            value,
            path,
          );
        return;
      case "DiscriminatedObjectType":
        yield* this.discriminated(type, value, path);
        return;
      case "AnyType":
        return;
      default:
        throw new Error(`types.json has a ${type.$type}, which this reader does not know`);
    }
  }

  /** Where Azure leaves a list open, what it lists is what counts here. */
  private *union(elements: readonly Ref[], value: unknown, path: string): Generator<Breach> {
    const literals = elements
      .map((ref) => this.at(ref))
      .filter(({ $type }) => $type === "StringLiteralType");
    if (literals.length === 0) {
      const all = elements.map((ref) => [...this.value(ref, value, path)]);
      if (all.every((breaches) => breaches.length > 0)) yield* all[0] ?? [];
    } else if (!literals.some((literal) => literal["value"] === value))
      yield { path, what: "is not listed" };
  }

  private *discriminated(type: ArmType, value: unknown, path: string): Generator<Breach> {
    if (!isRecord(value)) {
      yield { path, what: "is no object" };
      return;
    }
    const key = String(type["discriminator"]);
    const base = type["baseProperties"] as Readonly<Record<string, Property>>;
    const elements = type["elements"] as Readonly<Record<string, Ref>>;
    const given = value[key];
    const chosen = typeof given === "string" ? elements[given] : undefined;
    if (chosen === undefined) {
      yield { path: `${path}.${key}`, what: "is not listed" };
      return;
    }
    const { properties, additionalProperties } = this.at(chosen) as unknown as {
      properties: Readonly<Record<string, Property>>;
      additionalProperties?: Ref;
    };
    yield* this.object({ ...base, ...properties }, additionalProperties, value, path);
  }

  private *object(
    properties: Readonly<Record<string, Property>>,
    others: Ref | undefined,
    value: Readonly<Record<string, unknown>>,
    path: string,
  ): Generator<Breach> {
    for (const [name, property] of Object.entries(properties)) {
      const inner = path === "" ? name : `${path}.${name}`;
      const given = value[name];
      const isReadOnly = (property.flags & flags.readOnly) !== 0;
      if (given === undefined) {
        if ((property.flags & flags.required) !== 0 && !isReadOnly)
          yield { path: inner, what: "is missing" };
      } else if (isReadOnly) yield { path: inner, what: "is read-only" };
      else yield* this.value(property.type, given, inner);
    }
    for (const [name, given] of Object.entries(value))
      if (properties[name] === undefined) {
        const inner = path === "" ? name : `${path}.${name}`;
        if (others === undefined) yield { path: inner, what: "is unknown" };
        else yield* this.value(others, given, inner);
      }
  }

  private at({ $ref }: Ref): ArmType {
    const type = this.types[Number($ref.slice(2))];
    if (type === undefined) throw new Error(`types.json has no ${$ref}`);
    return type;
  }
}

function* textBreaches(type: ArmType, value: unknown, path: string): Generator<Breach> {
  if (typeof value !== "string") {
    yield { path, what: "is no string" };
    return;
  }
  const { minLength = 0, maxLength = Infinity, pattern } = type;
  if (value.length < Number(minLength))
    yield { path, what: `is shorter than ${String(minLength)}` };
  if (value.length > Number(maxLength)) yield { path, what: `is longer than ${String(maxLength)}` };
  if (typeof pattern === "string" && !new RegExp(pattern).test(value))
    yield { path, what: `does not match ${pattern}` };
}

function* integerBreaches(type: ArmType, value: unknown, path: string): Generator<Breach> {
  if (typeof value !== "number" || !Number.isInteger(value)) {
    yield { path, what: "is no integer" };
    return;
  }
  const { minValue = -Infinity, maxValue = Infinity } = type;
  if (value < Number(minValue)) yield { path, what: `is less than ${String(minValue)}` };
  if (value > Number(maxValue)) yield { path, what: `is more than ${String(maxValue)}` };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Texts of the files with a name in a tar archive: blocks of 512 bytes, sizes in octal. */
function* filesIn(tar: Buffer, name: string): Generator<string> {
  for (let at = 0; at + 512 <= tar.length;) {
    const path = tar.toString("latin1", at, at + 100).replace(/\0.*$/s, "");
    const size = Number.parseInt(tar.toString("latin1", at + 124, at + 136), 8) || 0;
    if (path.endsWith(`/${name}`)) yield tar.toString("utf8", at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
