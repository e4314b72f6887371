#Requires -Version 5.1
<#
.SYNOPSIS
  Vérifie qu'un poste est prêt pour la session hébergée. Ne change rien.
.DESCRIPTION
  Code de sortie : 0 prêt, 1 sinon. La mémoire décide ; ni le disque ni le processeur : leur travail se fait dans Azure.
.PARAMETER Csv
  Liste des postes à compléter d'une ligne, pour « cabinet desks ».
#>
[CmdletBinding()]
param(
  [string] $Csv
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'Poste.psm1')

$Kit = @{}

$desk = Get-Desk -Client $Kit.Client
$wrong = @()
$notes = @()

if ($Csv) {
  $path = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Csv)
  $others = if (Test-Path -LiteralPath $path) { @(Import-Csv -LiteralPath $path -Delimiter ';' -Encoding UTF8 | Where-Object { $_.poste -ne $desk.poste }) } else { @() }
  $rows = @($others) + @($desk) | ConvertTo-Csv -Delimiter ';' -NoTypeInformation
  [IO.File]::WriteAllLines($path, [string[]] $rows, [Text.UTF8Encoding]::new($true))
}

$memory = [int] ($desk.memoire -replace '\D', '')
if ($memory -lt $Kit.MemoryGiB) { $wrong += "mémoire : $memory Go, il en faut $($Kit.MemoryGiB)" }
foreach ($program in $Kit.Programs) {
  $there = Get-DeskProgram -Name $program.Package
  if (-not $there) { $wrong += "$($program.Name) : absent, lancer installer.ps1" }
  elseif ($null -ne $program.Version -and [version] $there -lt [version] $program.Version) {
    $wrong += "$($program.Name) : $there, il faut $($program.Version)"
  }
}
if ([int] $desk.ecrans -lt $Kit.Screens) { $notes += "écrans : $($desk.ecrans) branché(s), la session peut en couvrir $($Kit.Screens)" }
if ($Kit.Scanning -eq 'folder' -and -not (Test-Path -LiteralPath $Kit.ScanFolder)) { $wrong += "numérisation : le dossier $($Kit.ScanFolder) manque" }
if (-not $Kit.ScansArrive) { $notes += "numérisation : les pages de $($Kit.ScanFolder) restent sur ce poste et n'arrivent pas dans la session (il y faut un tunnel avec scans: carry, ou Citrix avec scanning: twain)" }
if ($Kit.Scanning -eq 'twain' -and $desk.twain -ne 'oui') { $wrong += 'numérisation : aucun pilote TWAIN, installer celui du scanner' }
$connected = @(Get-Printer | ForEach-Object { $_.Name })
foreach ($connection in $Kit.Printers) {
  if ($connected -notcontains $connection) { $wrong += "imprimante : $connection manque" }
}

foreach ($line in $wrong) { Write-Output "✗ $line" }
foreach ($line in $notes) { Write-Output "! $line" }
if ($wrong.Count -gt 0) {
  Write-Output "$($desk.poste) : à reprendre."
  exit 1
}
Write-Output "✓ $($desk.poste) : prêt."
exit 0
