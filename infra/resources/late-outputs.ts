import * as pulumi from "@pulumi/pulumi";

/** Tells a property's value once the engine has answered, or why it never will. */
export type Resolver = (
  value: unknown,
  isKnown: boolean,
  isSecret: boolean,
  dependencies?: readonly pulumi.Resource[],
  error?: Error,
) => void;

interface Told {
  readonly value: unknown;
  readonly isKnown: boolean;
  readonly isSecret: boolean;
  readonly dependencies: readonly pulumi.Resource[];
}

type MakeOutput = new (
  resource: pulumi.Resource,
  value: Promise<unknown>,
  isKnown: Promise<boolean>,
  isSecret: Promise<boolean>,
  dependencies: Promise<readonly pulumi.Resource[]>,
) => pulumi.Output<unknown>;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its constructor is internal
const Output = pulumi.Output as unknown as MakeOutput;

/**
 * Puts an output on a resource for each of its properties, made when it is first read: of a resource of Azure's that
 * has forty a program reads one or two.
 */
export function lateOutputs(
  onto: pulumi.Resource,
  names: readonly string[],
): Record<string, Resolver> {
  const resolvers: Record<string, Resolver> = {};
  for (const name of names) {
    // Pulumi sets these two itself.
    if (name === "id" || name === "urn") continue;
    resolvers[name] = lateOutput(onto, name);
  }
  return resolvers;
}

function lateOutput(onto: pulumi.Resource, name: string): Resolver {
  let told: (() => Told) | undefined;
  let waiting: { resolve: (told: Told) => void; reject: (error: Error) => void } | undefined;
  const whenTold = (): Promise<Told> =>
    new Promise((resolve, reject) => {
      if (told === undefined) waiting = { resolve, reject };
      else resolve(told());
    });
  Object.defineProperty(onto, name, {
    configurable: true,
    enumerable: true,
    get: () => {
      const answer = whenTold();
      const output = new Output(
        onto,
        answer.then(({ value }) => value),
        answer.then(({ isKnown }) => isKnown),
        answer.then(({ isSecret }) => isSecret),
        answer.then(({ dependencies }) => dependencies),
      );
      Object.defineProperty(onto, name, { value: output, writable: true, enumerable: true });
      return output;
    },
  });
  return (value, isKnown, isSecret, dependencies = [], error) => {
    if (error === undefined) {
      const answer: Told = { value, isKnown, isSecret, dependencies };
      told = () => answer;
      waiting?.resolve(answer);
    } else {
      told = () => {
        throw error;
      };
      waiting?.reject(error);
    }
  };
}
