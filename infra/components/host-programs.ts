import { literal, literals } from "../windows/powershell";
import type { Installer } from "../firm/firm";

/** A program that is put on every host of a generation. */
export interface HostProgram {
  /** Name for the log. */
  readonly name: string;
  readonly installer: Installer;
  /** Arguments that make the installer ask nothing. */
  readonly switches: string;
  /** Exit codes that mean it is installed. */
  readonly done: readonly number[];
}

/** Windows Installer's and most others': installed, and installed once the machine was restarted. */
export const usualExits = [0, 3010] as const;

/** Statements that install programs, each from a file that is the one meant, and each once. */
export function installPrograms(programs: readonly HostProgram[]): readonly string[] {
  if (programs.length === 0) return [];
  return [installProgram, ...programs.map(statement)];
}

function statement({ name, installer: { url, sha256 }, switches, done }: HostProgram): string {
  const texts = [name, url, sha256.toUpperCase(), switches].map(literal).join(" ");
  return `Install-Program ${texts} ${literals(done.map(String))}`;
}

// The file keeps its ending: Windows starts .exe and .msi in different ways.
const installProgram = `function Install-Program($Name, $Url, $Sha256, $Switches, $Done) {
  $key = 'HKLM:\\SOFTWARE\\Cabinet\\Programs'
  if (-not (Test-Path -LiteralPath $key)) { New-Item -Path $key -Force | Out-Null }
  if ((Get-Item -LiteralPath $key).GetValue($Name) -eq $Sha256) { return }
  $ending = [IO.Path]::GetExtension(([Uri]$Url).AbsolutePath)
  $file = Join-Path $env:TEMP ($Sha256 + $ending)
  [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
  Invoke-WebRequest -Uri $Url -OutFile $file -UseBasicParsing
  if ((Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash -ne $Sha256) {
    Remove-Item -LiteralPath $file -Force
    throw "$Url is not the file that was checked"
  }
  if ($ending -eq '.msi') {
    $started = Start-Process -FilePath 'msiexec.exe' -ArgumentList "/i \`"$file\`" $Switches" -Wait -PassThru
  } elseif ($Switches) {
    $started = Start-Process -FilePath $file -ArgumentList $Switches -Wait -PassThru
  } else {
    $started = Start-Process -FilePath $file -Wait -PassThru
  }
  Remove-Item -LiteralPath $file -Force
  if ($Done -notcontains [string]$started.ExitCode) { throw "\${Name}: exit code $($started.ExitCode)" }
  New-ItemProperty -LiteralPath $key -Name $Name -PropertyType String -Value $Sha256 -Force | Out-Null
}`;
