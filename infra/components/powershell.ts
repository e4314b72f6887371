/**
 * A PowerShell 5.1 literal that means exactly this text, whatever is in it. Plain texts stay readable;
 * all others travel as base64, because PowerShell also ends a text at typographic quotes and reads a
 * script without a byte order mark in the machine's own code page.
 */
export function literal(text: string): string {
  if (/^[\x20-\x26\x28-\x7e]*$/.test(text)) return `'${text}'`;
  const bytes = Buffer.from(text, "utf16le").toString("base64");
  return `([Text.Encoding]::Unicode.GetString([Convert]::FromBase64String('${bytes}')))`;
}

/** A PowerShell array of such literals. */
export function literals(texts: readonly string[]): string {
  return `@(${texts.map(literal).join(", ")})`;
}

/** One value of the registry of a host. */
export type RegistryValue = {
  /** Key below the machine's hive, `SOFTWARE\FSLogix\Profiles`. */
  readonly key: string;
  readonly name: string;
} & (
  | { readonly type: "DWord"; readonly value: number }
  | { readonly type: "String"; readonly value: string }
  | { readonly type: "MultiString"; readonly value: readonly string[] }
);

/** Statement that gives a registry value, making its key where there is none; needs {@link setValue}. */
export function setting(value: RegistryValue): string {
  const place = `${literal(`HKLM:\\${value.key}`)} ${literal(value.name)} ${value.type}`;
  switch (value.type) {
    case "DWord":
      return `Set-Value ${place} ${value.value}`;
    case "String":
      return `Set-Value ${place} ${literal(value.value)}`;
    case "MultiString":
      return `Set-Value ${place} ${literals(value.value)}`;
  }
}

/** The function that {@link setting} calls. */
export const setValue = `function Set-Value($Key, $Name, $Type, $Value) {
  if (-not (Test-Path -LiteralPath $Key)) { New-Item -Path $Key -Force | Out-Null }
  New-ItemProperty -LiteralPath $Key -Name $Name -PropertyType $Type -Value $Value -Force | Out-Null
}`;
