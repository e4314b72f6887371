import { dataDiskLetter, dataDiskScript } from "../windows/data-disk-script";
import { literal } from "../windows/powershell";

export interface FileServerScript {
  /** Name of the share, and of its folder on the data disk. */
  readonly share: string;
}

/**
 * Makes a Windows Server the firm's file server: a script for Windows PowerShell 5.1 that stops at
 * the first error and may run any number of times, also to take up a disk that has grown. The share
 * opens to administrators alone; who else may come in is written by the commands of the rights.
 */
export function fileServerScript({ share }: FileServerScript): string {
  const name = literal(share);
  return [
    "$ErrorActionPreference = 'Stop'",
    "$ProgressPreference = 'SilentlyContinue'",
    "Install-WindowsFeature -Name FS-FileServer | Out-Null",
    ...dataDiskScript,
    `$folder = Join-Path '${dataDiskLetter}:\\' ${name}`,
    "New-Item -ItemType Directory -Path $folder -Force | Out-Null",
    // No leases, which are oplocks: with them a client keeps writes to a database of Access to itself
    // for a while, a known cause of damaged files.
    // https://learn.microsoft.com/powershell/module/smbshare/new-smbshare
    "$settings = @{ LeasingMode = 'None'; CachingMode = 'None'; EncryptData = $true; FolderEnumerationMode = 'AccessBased' }",
    "$administrators = ([Security.Principal.SecurityIdentifier]'S-1-5-32-544').Translate([Security.Principal.NTAccount]).Value",
    `if (-not (Get-SmbShare -Name ${name} -ErrorAction SilentlyContinue)) { New-SmbShare -Name ${name} -Path $folder -FullAccess $administrators @settings | Out-Null }`,
    `Set-SmbShare -Name ${name} @settings -Force`,
    "Set-SmbServerConfiguration -EnableSMB1Protocol $false -RejectUnencryptedAccess $true -EncryptData $true -Force",
    "",
  ].join("\n");
}
