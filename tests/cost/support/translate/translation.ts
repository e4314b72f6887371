import { attributesOf, Attributes, defined, usageOfCase } from "../attributes";
import type { CaseFact, Component, PlainResource } from "../case-facts";

/** How a kind of Terraform resource becomes resources of azure-native, and its components lines. */
export interface Translation {
  readonly resources: readonly PlainResource[];
  /** By resource name. @default the case's usage, for the resource named {@link subject} */
  readonly usage?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly offer?: "devTest";
  /** The slot of a component, and its resource where that is not {@link subject}. */
  readonly place: (component: Component) => Place | undefined;
}

export interface Place {
  readonly slot: string;
  readonly resource?: string;
}

/** Translates a case; undefined where the kind cannot be said in azure-native. */
export type Translate = (fact: CaseFact, all: readonly CaseFact[]) => Translation | undefined;

/** The name of the resource a case is about. */
export const subject = "subject";

export function resource(
  type: string,
  inputs: Record<string, unknown>,
  name: string = subject,
): PlainResource {
  return { type: `azure-native:${type}`, name, inputs: defined(inputs) };
}

/** Slots by the start of a component's name, the longest start first. */
export function byName(slots: Readonly<Record<string, string>>): Translation["place"] {
  const starts = Object.keys(slots).toSorted((a, b) => b.length - a.length);
  return ({ name }) => {
    const found = starts.find((start) => name.startsWith(start));
    const slot = found === undefined ? undefined : slots[found];
    return slot === undefined ? undefined : { slot };
  };
}

/** The one related resource of a kind. */
export function relatedOf(fact: CaseFact, kind: string): Attributes | undefined {
  const entry = Object.entries(fact.related ?? {}).find(([address]) =>
    address.startsWith(`${kind}.`),
  );
  return entry === undefined ? undefined : new Attributes(entry[1], fact.each);
}

export { attributesOf, usageOfCase };
