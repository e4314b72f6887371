import { literal } from "../windows/powershell";
import { filesBelow } from "./file-list-script";

/** What is handed over, and where to. */
export interface ExportedData {
  /** Share with the client files, as Windows writes it. */
  readonly share: string;
  readonly account: string;
  readonly container: string;
}

/**
 * PowerShell 5.1 for an engineer on a host: lists every file with its length and SHA-256, and apart
 * the accounting entries (FEC, named as article A47 A-1 of the Livre des procédures fiscales says),
 * then copies files and lists. Whoever fetches them compares the list with what arrived.
 */
export function exportScript({ share, account, container }: ExportedData): string {
  return `$ErrorActionPreference = 'Stop'
$share = ${literal(share)}
$target = ${literal(`https://${account}.blob.core.windows.net/${container}`)}
$lists = Join-Path $env:TEMP ([guid]::NewGuid())
New-Item -ItemType Directory -Path $lists | Out-Null
$files = ${filesBelow("$share")}
$files | Export-Csv -NoTypeInformation -Encoding UTF8 -LiteralPath (Join-Path $lists 'manifest.csv')
$files | Where-Object { (Split-Path -Leaf $_.path) -match '^\\d{9}FEC\\d{8}\\.txt$' } |
  Export-Csv -NoTypeInformation -Encoding UTF8 -LiteralPath (Join-Path $lists 'fec.csv')
function Invoke-Azcopy($Arguments) {
  & azcopy @Arguments
  if ($LASTEXITCODE -ne 0) { throw "azcopy: $LASTEXITCODE" }
}
Invoke-Azcopy @('login')
Invoke-Azcopy @('copy', "$share\\*", "$target/dossiers", '--recursive', '--put-md5')
Invoke-Azcopy @('copy', "$lists\\*", "$target/lists", '--put-md5')
Remove-Item -Recurse -LiteralPath $lists
`;
}
