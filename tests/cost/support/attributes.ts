import type { CaseFact } from "./case-facts";

type Bag = Readonly<Record<string, unknown>>;

/** Attributes of a Terraform resource, with references and loop values resolved as far as they matter. */
export class Attributes {
  constructor(
    private readonly bag: Bag,
    private readonly each: unknown,
  ) {}

  get(name: string): unknown {
    return this.resolve(Object.hasOwn(this.bag, name) ? this.bag[name] : undefined);
  }

  text(name: string): string | undefined {
    const value = this.get(name);
    return typeof value === "string" ? value : undefined;
  }

  number(name: string): number | undefined {
    const value = this.get(name);
    return typeof value === "number" ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.get(name);
    if (typeof value === "string") return value === "true";
    return typeof value === "boolean" ? value : undefined;
  }

  /** Nested blocks; one block is a list of one. */
  blocks(name: string): readonly Attributes[] {
    const value = this.get(name);
    return Array.isArray(value)
      ? value.map((block: unknown) => new Attributes(asBag(block), this.each))
      : [];
  }

  block(name: string): Attributes {
    return this.blocks(name)[0] ?? new Attributes({}, this.each);
  }

  /** Address of the resource an attribute refers to. */
  reference(name: string): string | undefined {
    const value = Object.hasOwn(this.bag, name) ? this.bag[name] : undefined;
    const ref = asBag(value)["$ref"];
    if (typeof ref === "string") return ref;
    const expression = asBag(value)["$expr"];
    return typeof expression === "string"
      ? /^(azurerm_\w+\.\w+)\.id$/.exec(expression)?.[1]
      : undefined;
  }

  private resolve(value: unknown): unknown {
    const expression = asBag(value)["$expr"];
    if (typeof expression !== "string") return value ?? undefined;
    if (expression === "each.value") return this.each;
    const key = /^each\.value\.(\w+)$/.exec(expression)?.[1];
    return key === undefined ? undefined : asBag(this.each)[key];
  }
}

export function attributesOf({ inputs, each }: CaseFact): Attributes {
  return new Attributes(inputs, each);
}

export function asBag(value: unknown): Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Bag) : {};
}

/** `monthly_storage_gb` as the usage file names it. */
export function usageOfCase(usage: Readonly<Record<string, unknown>>): Record<string, number> {
  const own: Readonly<Record<string, string>> = {
    monthly_hrs: "monthlyHours",
    monthly_watcher_hrs: "monthlyWatcherHours",
  };
  return Object.fromEntries(
    Object.entries(usage).flatMap(([key, value]) =>
      typeof value === "number"
        ? [
            [
              own[key] ??
                key.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
              value,
            ],
          ]
        : [],
    ),
  );
}

/** Leaves out what is undefined, at every depth. */
export function defined(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, isPlain(item) ? defined(item) : item]),
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
