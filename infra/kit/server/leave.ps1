#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
  Dit ce qui doit quitter l'ancien serveur, et ne touche à rien sans le consentement écrit à cet inventaire.
.DESCRIPTION
  1. Sans paramètre : écrit l'inventaire (inventaire-MACHINE.json), son empreinte, et un consentement à remplir.
  2. Le responsable lit l'inventaire, écrit son nom et la date dans le consentement, et en retire les lignes qu'il refuse.
  3. Avec -Consent : retire ce que le consentement nomme, et rien d'autre. Des rôles sont désinstallés, des partages ne
     sont plus partagés (leurs fichiers restent), des services sont arrêtés et désactivés (leurs programmes restent).
  Le consentement ne vaut que pour l'inventaire dont il porte l'empreinte : si le serveur a changé, tout est à relire.
.PARAMETER Consent
  Consentement rempli.
.PARAMETER Folder
  Où écrire l'inventaire ; par défaut à côté du script.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
param(
  [string] $Consent,
  [string] $Folder = $PSScriptRoot
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'Modules\CabinetSlimServer')

$Kit = @{}

$kinds = @{
  'slim:feature:forbidden'  = 'role'
  'slim:feature:unexpected' = 'role'
  'slim:share:production'   = 'partage'
  'slim:share:user'         = 'partage'
}
$state = Get-ServerState
$findings = @(Compare-Server -State $state -Expected (Get-ServerExpectation))
# A service that is off already has nothing left to stop, though its program is still there.
$off = @($state.services | Where-Object { $_.state -eq 'stopped' -and $_.start -eq 'disabled' } | ForEach-Object { $_.name })
$items = @(foreach ($finding in $findings) {
    if ($finding.code -eq 'slim:feature:missing' -or $finding.code -eq 'slim:service:stopped') { continue }
    $kind = if ($kinds.ContainsKey($finding.code)) { $kinds[$finding.code] } else { 'service' }
    if ($kind -eq 'service' -and $off -contains $finding.subject) { continue }
    [pscustomobject] [ordered] @{ nature = $kind; nom = $finding.subject; motif = $finding.($Kit.Language) }
  })
$lines = @($Kit.Format, $Kit.Firm, $env:COMPUTERNAME) + @($items | ForEach-Object { "$($_.nature) $($_.nom)" })
$sha = [Security.Cryptography.SHA256]::Create()
$bytes = [Text.Encoding]::UTF8.GetBytes((@($lines | ForEach-Object { "$_`n" }) -join ''))
$digest = [BitConverter]::ToString($sha.ComputeHash($bytes)).Replace('-', '').ToLowerInvariant()

if (-not $Consent) {
  foreach ($item in $items) { Write-Output "$($item.nature) $($item.nom) : $($item.motif)" }
  Write-Output "$env:COMPUTERNAME : $($items.Count) élément(s) à retirer, empreinte $digest"
  $inventory = [ordered] @{ format = $Kit.Format; cabinet = $Kit.Firm; machine = $env:COMPUTERNAME; empreinte = $digest; elements = $items }
  $form = [ordered] @{
    format    = $Kit.Format
    cabinet   = $Kit.Firm
    machine   = $env:COMPUTERNAME
    empreinte = $digest
    donneesReprises = ''
    accordDe  = ''
    date      = ''
    elements  = @($items | Select-Object -Property @('nature', 'nom'))
  }
  $utf8 = [Text.UTF8Encoding]::new($true)
  $target = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Folder)
  if ($PSCmdlet.ShouldProcess($target, 'écrire inventaire et consentement à remplir')) {
    [IO.File]::WriteAllText((Join-Path $target "inventaire-$env:COMPUTERNAME.json"), (ConvertTo-Json -InputObject $inventory -Depth 4), $utf8)
    [IO.File]::WriteAllText((Join-Path $target "consentement-$env:COMPUTERNAME.json"), (ConvertTo-Json -InputObject $form -Depth 4), $utf8)
  }
  return
}

$given = [IO.File]::ReadAllText($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Consent), [Text.Encoding]::UTF8) | ConvertFrom-Json
$known = @($given.PSObject.Properties | ForEach-Object { $_.Name })
foreach ($key in @('format', 'cabinet', 'machine', 'empreinte', 'donneesReprises', 'accordDe', 'date', 'elements')) {
  if ($known -notcontains $key) { throw "Le consentement n'a pas de ligne « $key » : rien n'est touché." }
}
if ($given.format -ne $Kit.Format -or $given.cabinet -ne $Kit.Firm) { throw "Ce consentement n'est pas de ce cabinet : rien n'est touché." }
if ($given.machine -ne $env:COMPUTERNAME) { throw "Ce consentement est pour $($given.machine) et non pour $env:COMPUTERNAME : rien n'est touché." }
if ($given.empreinte -ne $digest) { throw 'Le serveur a changé depuis l''inventaire : refaire l''inventaire et le relire. Rien n''est touché.' }
if (-not ([string] $given.accordDe).Trim()) { throw 'Le consentement ne dit pas de qui il est (accordDe) : rien n''est touché.' }
if ([string] $given.date -notmatch '^\d{4}-\d\d-\d\d$') { throw 'Le consentement n''est pas daté (date, 2026-12-24) : rien n''est touché.' }
if ([string] $given.donneesReprises -ne 'oui') { throw 'Le consentement ne dit pas que les données sont reprises (donneesReprises : oui) : rien n''est touché.' }
$agreed = @($given.elements)
foreach ($item in $agreed) {
  if (@($items | Where-Object { $_.nature -eq $item.nature -and $_.nom -eq $item.nom }).Count -eq 0) {
    throw "« $($item.nature) $($item.nom) » n'est pas dans l'inventaire : rien n'est touché."
  }
}

# Shares first, so that nobody writes any more; roles last, for they may want a restart.
foreach ($item in @($agreed | Where-Object { $_.nature -eq 'partage' })) {
  if ($PSCmdlet.ShouldProcess($item.nom, 'ne plus partager (les fichiers restent)')) {
    Remove-SmbShare -Name ([Management.Automation.WildcardPattern]::Escape($item.nom)) -Force
  }
}
foreach ($item in @($agreed | Where-Object { $_.nature -eq 'service' })) {
  if ($PSCmdlet.ShouldProcess($item.nom, 'arrêter et désactiver (le programme reste)')) {
    Stop-Service -Name ([Management.Automation.WildcardPattern]::Escape($item.nom)) -Force
    Set-Service -Name $item.nom -StartupType Disabled
  }
}
$roles = @($agreed | Where-Object { $_.nature -eq 'role' } | ForEach-Object { $_.nom })
if ($roles.Count -gt 0 -and $PSCmdlet.ShouldProcess(($roles -join ', '), 'désinstaller')) {
  $restart = Uninstall-ServerFeature -Name $roles -Confirm:$false
  if ($restart -match 'Yes|True') { Write-Warning 'Redémarrer le serveur hors des heures de travail.' }
}
