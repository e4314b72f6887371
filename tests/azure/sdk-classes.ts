import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A resource class of the SDK, as its generated code tells it. */
export interface SdkClass {
  readonly token: string;
  readonly required: readonly string[];
  readonly inputs: readonly string[];
}

/** Every resource class of the installed `@pulumi/azure-native`, read from its generated files. */
export function sdkClasses(): SdkClass[] {
  const root = dirname(require.resolve("@pulumi/azure-native/package.json"));
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "types")
    .flatMap(({ name }) => readdirSync(join(root, name)).map((file) => join(root, name, file)))
    .filter((file) => file.endsWith(".js"))
    .flatMap((file) => classIn(readFileSync(file, "utf8")));
}

function classIn(code: string): SdkClass[] {
  const token = /__pulumiType = '([^']+)'/.exec(code)?.[1];
  if (token === undefined) return [];
  const inputs = code.matchAll(/resourceInputs\["(\w+)"\] = (?!undefined)/g);
  return [
    {
      token,
      required: matches(code.matchAll(/Missing required property '(\w+)'/g)),
      inputs: matches(inputs),
    },
  ];
}

function matches(found: Iterable<RegExpExecArray>): string[] {
  return [...new Set([...found].map((match) => match[1] ?? ""))];
}
