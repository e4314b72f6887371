#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
  Joint la machine au domaine du cabinet. Sans effet quand elle l'est déjà ; -WhatIf montre sans rien changer.
.PARAMETER Credential
  Compte qui peut joindre des machines ; demandé s'il manque, jamais écrit.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
  [pscredential] $Credential
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$Kit = @{}

if ($env:COMPUTERNAME -ne $Kit.Machine) {
  throw "Cette machine s'appelle $env:COMPUTERNAME et non $($Kit.Machine) : lancer d'abord 10-preparer.ps1."
}
$system = Get-CimInstance -ClassName Win32_ComputerSystem
if ($system.PartOfDomain) {
  if ($system.Domain -ne $Kit.Domain) { throw "Cette machine est déjà dans le domaine $($system.Domain) et non dans $($Kit.Domain)." }
  Write-Output "$($Kit.Machine) est déjà dans $($Kit.Domain)."
  return
}
if ($PSCmdlet.ShouldProcess($Kit.Machine, "joindre le domaine $($Kit.Domain)")) {
  if (-not $Credential) { $Credential = Get-Credential -Message "Compte qui joint des machines à $($Kit.Domain)" }
  # Windows PowerShell alone has Add-Computer; the module of PowerShell 7 borrows it.
  if ($PSVersionTable.PSEdition -ne 'Desktop') {
    Import-Module Microsoft.PowerShell.Management -UseWindowsPowerShell -WarningAction SilentlyContinue
  }
  Add-Computer -DomainName $Kit.Domain -Credential $Credential -Force
  Write-Warning 'Redémarrer la machine.'
}
