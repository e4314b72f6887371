#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
  Fait de la machine un contrôleur du domaine du cabinet. Sans effet quand elle l'est déjà ; -WhatIf montre sans rien changer.
.PARAMETER SafeModePassword
  Mot de passe du mode restauration de l'annuaire ; demandé s'il manque, jamais écrit.
.PARAMETER Credential
  Compte qui peut ajouter un contrôleur à un domaine existant ; demandé s'il manque.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
param(
  [securestring] $SafeModePassword,
  [pscredential] $Credential
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$Kit = @{}

if ($env:COMPUTERNAME -ne $Kit.Machine) {
  throw "Cette machine s'appelle $env:COMPUTERNAME et non $($Kit.Machine) : lancer d'abord 10-preparer.ps1, ou changer de machine."
}
$system = Get-CimInstance -ClassName Win32_ComputerSystem
if ($system.DomainRole -ge 4) {
  if ($system.Domain -ne $Kit.Domain) { throw "Cette machine est contrôleur de $($system.Domain) et non de $($Kit.Domain)." }
  Write-Output "$($Kit.Machine) est déjà contrôleur de $($Kit.Domain)."
  return
}

# In Azure, database, logs and SYSVOL must lie on a data disk without cache.
# https://learn.microsoft.com/windows-server/identity/ad-ds/deploy/virtual-dc/adds-on-azure-vm
$folders = @{}
if ($Kit.Disk) {
  if (-not (Test-Path -LiteralPath $Kit.Disk)) {
    throw "Le disque de données $($Kit.Disk) manque : redéployer le bureau (cabinet up), qui le prépare. Rien n'est changé."
  }
  $folders = @{
    DatabasePath = Join-Path $Kit.Disk 'NTDS'
    LogPath      = Join-Path $Kit.Disk 'NTDS'
    SysvolPath   = Join-Path $Kit.Disk 'SYSVOL'
  }
}

if ($Kit.Forest -eq 'existing') {
  if ($PSCmdlet.ShouldProcess($Kit.Machine, "contrôleur de plus du domaine $($Kit.Domain)")) {
    if (-not $Credential) { $Credential = Get-Credential -Message "Administrateur du domaine $($Kit.Domain)" }
    if (-not $SafeModePassword) { $SafeModePassword = Read-Host -AsSecureString -Prompt 'Mot de passe du mode restauration' }
    Install-ADDSDomainController -DomainName $Kit.Domain -InstallDns:$true -Credential $Credential `
      -SafeModeAdministratorPassword $SafeModePassword -NoRebootOnCompletion:$true -Force:$true @folders
    Write-Warning 'Redémarrer la machine.'
  }
  return
}

if ($PSCmdlet.ShouldProcess($Kit.Machine, "premier contrôleur du nouveau domaine $($Kit.Domain)")) {
  if (-not $SafeModePassword) { $SafeModePassword = Read-Host -AsSecureString -Prompt 'Mot de passe du mode restauration' }
  Install-ADDSForest -DomainName $Kit.Domain -DomainNetbiosName $Kit.Netbios -ForestMode WinThreshold -DomainMode WinThreshold `
    -InstallDns:$true -SafeModeAdministratorPassword $SafeModePassword -NoRebootOnCompletion:$true -Force:$true
  Write-Warning 'Redémarrer la machine.'
}
