#Requires -Version 5.1
<#
.SYNOPSIS
  Compare la machine à ce qu'un serveur allégé peut avoir, avec la liste et les phrases de l'audit d'Azure. Ne change rien.
.DESCRIPTION
  Code de sortie : 0 conforme, 1 écarts.
.PARAMETER Report
  Fichier où écrire le rapport, pour « cabinet audit ».
#>
[CmdletBinding()]
param(
  [string] $Report
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'Modules\CabinetSlimServer')

$Kit = @{}

# The document that the technician was given names the list: another one makes no verdict.
$documentPath = Join-Path $PSScriptRoot $Kit.Document
$listPath = Join-Path $PSScriptRoot 'Modules\CabinetSlimServer\expected.json'
$named = ([IO.File]::ReadAllText($documentPath, [Text.Encoding]::UTF8) | ConvertFrom-Json).metadata.cabinet.list
if ((Get-FileHash -LiteralPath $listPath -Algorithm SHA256).Hash -ne $named) {
  throw "$listPath n'est pas la liste que $($Kit.Document) nomme : refaire la trousse."
}
$expected = Get-ServerExpectation
if ($env:COMPUTERNAME -ne $expected.machine) {
  throw "Cette machine s'appelle $env:COMPUTERNAME ; la liste est celle de $($expected.machine)."
}
$state = Get-ServerState
$findings = @(Compare-Server -State $state -Expected $expected)

if ($Report) {
  $document = (Get-FileHash -LiteralPath $documentPath -Algorithm SHA256).Hash.ToLowerInvariant()
  $at = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ', [Globalization.CultureInfo]::InvariantCulture)
  $system = [string] (Get-CimInstance -ClassName Win32_OperatingSystem).Caption
  $lines = [Collections.Generic.List[string]]::new()
  foreach ($name in $state.features) { $lines.Add("feature $name") }
  foreach ($service in $state.services) { $lines.Add("service $($service.name) $($service.state) $($service.start)") }
  foreach ($share in $state.shares) { $lines.Add("share $($share.name) $($share.path)") }
  $lines.Sort([StringComparer]::Ordinal)
  $head = @($Kit.Format, $Kit.Firm, $Kit.Site, $expected.machine, $at, $system, $document)
  $text = (@($head) + @($lines) | ForEach-Object { "$_`n" }) -join ''
  $sha = [Security.Cryptography.SHA256]::Create()
  $digest = [BitConverter]::ToString($sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($text))).Replace('-', '').ToLowerInvariant()
  $content = [ordered] @{
    format   = $Kit.Format
    firm     = $Kit.Firm
    site     = $Kit.Site
    machine  = $expected.machine
    at       = $at
    system   = $system
    document = $document
    features = @($state.features)
    services = @($state.services)
    shares   = @($state.shares)
    digest   = $digest
  }
  $path = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Report)
  [IO.File]::WriteAllText($path, (ConvertTo-Json -InputObject $content -Depth 4), [Text.UTF8Encoding]::new($false))
  Write-Output "Rapport : $path"
}

foreach ($finding in $findings) { Write-Output "✗ $($finding.($Kit.Language))" }
if ($findings.Count -gt 0) {
  Write-Output "$($expected.machine) : $($findings.Count) écart(s)."
  exit 1
}
Write-Output "✓ $($expected.machine) : conforme."
exit 0
