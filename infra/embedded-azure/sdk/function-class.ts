import { classFile, textOf } from "./class-file";

/** What the SDK's generated code says of a function. */
export interface FunctionClass {
  readonly token: string;
  readonly required: readonly string[];
  readonly arguments: ReadonlySet<string>;
}

const functions = new Map<string, FunctionClass | undefined>();

/** Reads what the SDK knows of a function; undefined when the SDK has no such function. */
export function functionClass(token: string): FunctionClass | undefined {
  if (!functions.has(token)) functions.set(token, readFunction(token));
  return functions.get(token);
}

function readFunction(token: string): FunctionClass | undefined {
  const file = classFile(token);
  if (file === undefined) return undefined;
  const text = textOf(`${file}.js`);
  const call = text.split(`invoke("${token}", {`, 2)[1]?.split("}", 1)[0];
  if (call === undefined) return undefined;
  const member = token.split(":")[2] ?? "";
  const declared = new RegExp(`interface ${capitalised(member)}Args \\{([\\s\\S]*?)\\n\\}`).exec(
    textOf(`${file}.d.ts`),
  )?.[1];
  return {
    token,
    required: [...(declared ?? "").matchAll(/^ {4}(\w+):/gm)].map(([, name = ""]) => name),
    arguments: new Set([...call.matchAll(/"(\w+)":/g)].map(([, name = ""]) => name)),
  };
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
