#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
  Inscrit la machine à Azure Arc et ferme ce dont le cabinet n'a pas besoin. Se relance sans dommage ; -WhatIf montre sans rien changer.
.DESCRIPTION
  Rien de secret n'est dans ce script : azcmagent affiche un code avec lequel le technicien s'identifie, avec un compte qui a le
  rôle « Azure Connected Machine Onboarding » sur le groupe de ressources du bureau et aucun autre.
.PARAMETER Installer
  AzureConnectedMachineAgent.msi apporté par le technicien, https://aka.ms/AzureConnectedMachineAgent ; il doit porter
  la signature de Microsoft.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
  [string] $Installer
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$Kit = @{}

$agent = Join-Path $env:ProgramFiles 'AzureConnectedMachineAgent\azcmagent.exe'

function Invoke-Agent([string[]] $Arguments) {
  & $agent @Arguments
  if ($LASTEXITCODE -ne 0) { throw "azcmagent $($Arguments[0]) : code $LASTEXITCODE" }
}

if ($env:COMPUTERNAME -ne $Kit.Machine) { throw "Cette machine s'appelle $env:COMPUTERNAME et non $($Kit.Machine)." }

if (-not (Test-Path -LiteralPath $agent)) {
  if (-not $Installer) { throw "L'agent n'est pas installé : l'apporter et le nommer avec -Installer." }
  $signature = Get-AuthenticodeSignature -LiteralPath $Installer
  if ([string] $signature.Status -ne 'Valid' -or $signature.SignerCertificate.Subject -notmatch '(^|, )O=Microsoft Corporation(,|$)') {
    throw "$Installer ne porte pas la signature de Microsoft : rien n'est installé."
  }
  if ($PSCmdlet.ShouldProcess($Installer, 'installer l''agent')) {
    $done = Start-Process -FilePath msiexec.exe -ArgumentList @('/i', ('"' + $Installer + '"'), '/qn', '/norestart') -Wait -PassThru
    if (@(0, 3010) -notcontains $done.ExitCode) { throw "msiexec : code $($done.ExitCode)" }
  }
}
if (-not (Test-Path -LiteralPath $agent)) { return }

# First what is closed, then the connection: nobody reaches the machine in between.
$settings = @(
  , @('incomingconnections.enabled', 'false')
  , @('extensions.allowlist', ($Kit.Extensions -join ','))
  , @('guestconfiguration.enabled', 'true')
)
foreach ($setting in $settings) {
  if ($PSCmdlet.ShouldProcess($setting[0], $setting[1])) { Invoke-Agent @('config', 'set', $setting[0], $setting[1]) }
}

$state = (& $agent show --json) -join "`n" | ConvertFrom-Json
if ($state.status -eq 'Connected') {
  if ($state.resourceGroup -ne $Kit.ResourceGroup -or $state.subscriptionId -ne $Kit.Subscription) {
    throw "Cette machine est inscrite dans $($state.subscriptionId)/$($state.resourceGroup) : la désinscrire d'abord (azcmagent disconnect)."
  }
  Write-Output "$($Kit.Machine) est déjà inscrite."
  return
}
if ($PSCmdlet.ShouldProcess($Kit.Machine, "inscrire dans $($Kit.ResourceGroup)")) {
  Invoke-Agent @('connect', '--resource-name', $Kit.Machine, '--resource-group', $Kit.ResourceGroup,
    '--subscription-id', $Kit.Subscription, '--tenant-id', $Kit.Tenant, '--location', $Kit.Location, '--cloud', 'AzureCloud', '--use-device-code')
  Write-Output "Inscrire dans la fiche du cabinet, sous arc.machines.$($Kit.Role) : $($Kit.ResourceId)"
}
