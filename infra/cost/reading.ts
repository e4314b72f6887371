import { printable } from "../document/printable";
import { SECRET, UNKNOWN } from "../resources/registered";
import { type Decimal, parseAmount } from "./money";

/** Why one resource, or the rest of it, cannot be priced. {@link Inputs} throws it, `find-meters.ts` catches it. */
export class NotPriceable extends Error {
  override readonly name = "NotPriceable";
}

type Bag = Readonly<Record<string, unknown>>;

/**
 * Inputs of a resource, or a part of them, read with the types a family expects. What is absent is
 * undefined. What is unknown before a deployment, or of another type, makes the resource not priceable.
 * @throws NotPriceable from every method
 */
export class Inputs {
  constructor(
    private readonly bag: Bag,
    private readonly where: string = "",
  ) {}

  text(path: string): string | undefined {
    const value = this.value(path);
    if (value === undefined || typeof value === "string") return value;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    throw this.unfit(path, value, "a text");
  }

  /** A value that Azure compares without regard to case: in lower case. */
  choice(path: string): string | undefined {
    return this.text(path)?.toLowerCase();
  }

  amount(path: string): Decimal | undefined {
    const value = this.value(path);
    if (value === undefined) return undefined;
    const amount = parseAmount(value);
    if (amount === undefined) throw this.unfit(path, value, "a number from 0 to 1e15");
    return amount;
  }

  /** A number of things, few enough to be listed one by one. */
  count(path: string): number | undefined {
    const amount = this.amount(path);
    if (amount === undefined) return undefined;
    if (!amount.isInteger() || amount.gt(100_000))
      throw this.unfit(path, amount.toString(), "a whole number up to 100,000");
    return amount.toNumber();
  }

  flag(path: string): boolean {
    const value = this.value(path);
    if (value === undefined || value === false) return false;
    if (value === true) return true;
    const text = typeof value === "string" ? value.toLowerCase() : "";
    if (text === "true" || text === "false") return text === "true";
    throw this.unfit(path, value, "true or false");
  }

  part(path: string): Inputs | undefined {
    const value = this.value(path);
    if (value === undefined) return undefined;
    if (!isBag(value)) throw this.unfit(path, value, "an object");
    return new Inputs(value, this.at(path));
  }

  list(path: string): readonly Inputs[] {
    const value = this.value(path);
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw this.unfit(path, value, "a list");
    return value.map((item: unknown, index) => {
      const place = `${path}[${index}]`;
      if (!isBag(item)) throw this.unfit(place, item, "an object");
      return new Inputs(item, this.at(place));
    });
  }

  /** Number of values in a list of texts or objects. */
  size(path: string): number {
    const value = this.value(path);
    if (value === undefined) return 0;
    if (!Array.isArray(value)) throw this.unfit(path, value, "a list");
    return value.length;
  }

  has(path: string): boolean {
    return this.find(path) !== undefined;
  }

  /** A value that only points at another resource; undefined as long as it is not known. */
  reference(path: string): string | undefined {
    const value = this.find(path);
    return typeof value === "string" && value !== UNKNOWN && value !== SECRET ? value : undefined;
  }

  private value(path: string): unknown {
    const value = this.find(path);
    if (value === UNKNOWN)
      throw new NotPriceable(`${this.at(path)} is not known before a deployment`);
    if (value === SECRET) throw new NotPriceable(`${this.at(path)} is a secret`);
    return value;
  }

  private find(path: string): unknown {
    let value: unknown = this.bag;
    for (const key of path.split(".")) {
      // An unknown object has no known parts.
      if (value === UNKNOWN || value === SECRET || value === undefined || value === null) break;
      if (!isBag(value))
        throw this.unfit(path.slice(0, path.indexOf(`.${key}`)), value, "an object");
      value = Object.hasOwn(value, key) ? value[key] : undefined;
    }
    return value ?? undefined;
  }

  private at(path: string): string {
    return this.where === "" ? path : `${this.where}.${path}`;
  }

  private unfit(path: string, value: unknown, wanted: string): NotPriceable {
    return new NotPriceable(`${this.at(path)} is ${shown(value)}; ${wanted} is needed`);
  }
}

function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (isBag(value)) return "an object";
  return typeof value === "string" ? `"${printable(value)}"` : String(value);
}

/** The entry of a table, undefined for what the table itself does not list. */
export function entryOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
