import { literal, literals } from "../windows/powershell";

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
