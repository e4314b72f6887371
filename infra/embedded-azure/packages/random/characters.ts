import { randomInt } from "node:crypto";

import { Refusal } from "../../values/refusal";

/** What a generated password or string is made of. */
export interface CharacterRules {
  readonly length: number;
  readonly classes: readonly CharacterClass[];
}

/** Characters of one class, and how many of them there must be. */
export interface CharacterClass {
  readonly characters: string;
  readonly least: number;
}

/**
 * Draws characters as the rules say: the demanded ones of each class, the rest from all classes,
 * in random order.
 *
 * @throws {Refusal} when the rules contradict each other.
 */
export function drawCharacters({ length, classes }: CharacterRules): string {
  const all = classes.map(({ characters }) => characters).join("");
  const demanded = classes.flatMap(({ characters, least }) =>
    Array.from({ length: least }, () => oneOf(characters)),
  );
  if (!Number.isInteger(length) || length < 1)
    throw new Refusal(`length must be a whole number of at least 1, not ${length}`);
  if (demanded.length > length)
    throw new Refusal(`length is ${length}, less than the ${demanded.length} the minima demand`);
  const rest = Array.from({ length: length - demanded.length }, () => oneOf(all));
  return shuffled([...demanded, ...rest]).join("");
}

/** The elements in random order. */
export function shuffled<T>(elements: readonly T[]): readonly T[] {
  const result = [...elements];
  for (let last = result.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    const [a, b] = [result[last], result[other]];
    if (a !== undefined && b !== undefined) [result[last], result[other]] = [b, a];
  }
  return result;
}

function oneOf(characters: string): string {
  if (characters === "") throw new Refusal("every class of characters is switched off");
  return characters.charAt(randomInt(characters.length));
}
