/** An instance of a class of the Managed Object Format, DSP0004 of the DMTF: https://www.dmtf.org/dsp/DSP0004 */
export interface MofInstance {
  readonly className: string;
  /** Name by which other instances refer to it. */
  readonly alias?: string;
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
}

/** MOF in plain ASCII, which every reader takes whatever it thinks of encodings. */
export function writeMof(instances: readonly MofInstance[]): string {
  return instances.map(writeInstance).join("\n");
}

function writeInstance({ className, alias, properties }: MofInstance): string {
  const head = `instance of ${className}${alias === undefined ? "" : ` as $${alias}`}`;
  const lines = Object.entries(properties).map(
    ([name, value]) =>
      `  ${name} = ${typeof value === "string" ? mofText(value) : `{${value.map(mofText).join(", ")}}`};\n`,
  );
  return `${head}\n{\n${lines.join("")}};\n`;
}

/** A string of MOF; a character is written as its UTF-16 units, always four digits, so that none that follows joins them. */
export function mofText(text: string): string {
  const inside = text.replaceAll(
    // oxlint-disable-next-line no-control-regex -- control characters are what has to be written in another way
    /["\\]|[^\x20-\x7e]/g,
    (unit) => (unit === '"' || unit === "\\" ? `\\${unit}` : escaped(unit)),
  );
  return `"${inside}"`;
}

function escaped(unit: string): string {
  return `\\x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
