import { classFile, textOf } from "./class-file";

/** What the SDK's generated code says of a resource class. */
export interface ResourceClass {
  readonly token: string;
  /** Inputs the constructor refuses to go without, in the SDK's order. */
  readonly required: readonly string[];
  readonly inputs: ReadonlySet<string>;
  readonly outputs: ReadonlySet<string>;
  /** Values the constructor fills in for inputs left out. */
  readonly defaults: ReadonlyMap<string, boolean | number | string>;
  /** Outputs the SDK marks as secret. */
  readonly secretOutputs: readonly string[];
  /** Version of Azure's REST API; undefined for the classes that call none or another interface. */
  readonly apiVersion: string | undefined;
}

const classes = new Map<string, ResourceClass | undefined>();

/** Reads what the SDK knows of a class; undefined when the SDK has no such class. */
export function resourceClass(token: string): ResourceClass | undefined {
  if (!classes.has(token)) classes.set(token, readClass(token));
  return classes.get(token);
}

const assignment = /resourceInputs\["([^"]+)"\] = (.*);/g;
const outputOnly = "undefined /*out*/";

function readClass(token: string): ResourceClass | undefined {
  const file = classFile(token);
  if (file === undefined) return undefined;
  const text = textOf(`${file}.js`);
  if (!text.includes("__pulumiType = ")) return undefined;

  // The generated constructor has two branches: one creates, one looks an existing resource up.
  const [first = "", second = ""] = text.split(/\n {8}else \{\n/, 2);
  const createsFirst = first.includes("if (!opts.id) {");
  const creating = [...(createsFirst ? first : second).matchAll(assignment)];
  const reading = [...(createsFirst ? second : first).matchAll(assignment)];

  const inputs = new Set<string>();
  const outputs = new Set<string>();
  const defaults = new Map<string, boolean | number | string>();
  for (const [, name = "", expression = ""] of reading) {
    outputs.add(name);
    if (expression !== outputOnly && !expression.startsWith("state")) inputs.add(name);
  }
  for (const [, name = "", expression = ""] of creating) {
    if (expression === outputOnly) {
      outputs.add(name);
      continue;
    }
    inputs.add(name);
    const literal = /^(?:.*\?\? )?("[^"]*"|true|false|-?[\d.]+)$/.exec(expression)?.[1];
    if (literal !== undefined) defaults.set(name, scalarOf(literal));
  }
  return {
    token,
    required: [...text.matchAll(/Missing required property '(\w+)'/g)].map(([, name = ""]) => name),
    inputs,
    outputs,
    defaults,
    secretOutputs: namesIn(/additionalSecretOutputs: \[([^\]]*)\]/.exec(text)?.[1]),
    apiVersion: /Uses Azure REST API version ([\w-]+)/.exec(text)?.[1],
  };
}

function scalarOf(literal: string): boolean | number | string {
  if (literal.startsWith('"')) return literal.slice(1, -1);
  return literal === "true" || (literal !== "false" && Number(literal));
}

function namesIn(list: string | undefined): readonly string[] {
  return [...(list ?? "").matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
}
