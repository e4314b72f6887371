/**
 * PowerShell 5.1: every file below the folder in the variable, with its length and SHA-256. A file that
 * somebody has open alone ends it, because nobody knows then what it will be.
 */
export function filesBelow(variable: string): string {
  return `Get-ChildItem -LiteralPath ${variable} -Recurse -File -Force | ForEach-Object {
  [pscustomobject]@{
    path = $_.FullName.Substring(${variable}.Length + 1)
    bytes = $_.Length
    sha256 = (Get-FileHash -LiteralPath $_.FullName -Algorithm SHA256).Hash
  }
}`;
}

/**
 * A script that lists a folder: once on the old server, once in the firm's share. `cabinet verify`
 * compares the two lists.
 */
export const fileListScript = `param(
  [Parameter(Mandatory)] [string] $Folder,
  [Parameter(Mandatory)] [string] $List
)
$ErrorActionPreference = 'Stop'
$root = (Get-Item -LiteralPath $Folder).FullName.TrimEnd('\\')
${filesBelow("$root")} |
  Export-Csv -NoTypeInformation -Encoding UTF8 -LiteralPath $List
`;
