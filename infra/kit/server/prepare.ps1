#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
  Donne à la machine son nom, son adresse et ses rôles. Se relance sans dommage ; -WhatIf montre sans rien changer.
.PARAMETER InterfaceAlias
  Carte réseau, quand la machine en a plusieurs qui sont branchées.
.PARAMETER DnsServer
  Serveurs DNS jusqu'à ce que la machine en soit un ; par défaut ceux de la fiche du cabinet. Un contrôleur de plus d'un
  domaine existant ne le trouve que par l'adresse d'un contrôleur actuel.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
  [string] $InterfaceAlias,
  [string[]] $DnsServer
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot 'Modules\CabinetSlimServer')

$Kit = @{}

$restart = $false

if (-not $InterfaceAlias) {
  $adapters = @(Get-NetAdapter | Where-Object { $_.Status -eq 'Up' })
  if ($adapters.Count -ne 1) {
    throw "Cartes branchées : $(@($adapters | ForEach-Object { $_.Name }) -join ', '). Choisir avec -InterfaceAlias."
  }
  $InterfaceAlias = $adapters[0].Name
}

$addresses = @(Get-NetIPAddress -InterfaceAlias $InterfaceAlias -AddressFamily IPv4 -ErrorAction SilentlyContinue)
$right = @($addresses | Where-Object {
    $_.IPAddress -eq $Kit.Address -and $_.PrefixLength -eq $Kit.PrefixLength -and [string] $_.PrefixOrigin -eq 'Manual'
  })
$routes = @(Get-NetRoute -InterfaceAlias $InterfaceAlias -DestinationPrefix '0.0.0.0/0' -ErrorAction SilentlyContinue)
$rightRoute = @($routes | Where-Object { $_.NextHop -eq $Kit.Gateway })
if ($right.Count -eq 0 -or $addresses.Count -ne 1 -or $rightRoute.Count -eq 0 -or $routes.Count -ne 1) {
  if ($PSCmdlet.ShouldProcess($InterfaceAlias, "adresse $($Kit.Address)/$($Kit.PrefixLength), passerelle $($Kit.Gateway)")) {
    Set-NetIPInterface -InterfaceAlias $InterfaceAlias -AddressFamily IPv4 -Dhcp Disabled
    $routes | Remove-NetRoute -Confirm:$false
    $addresses | Remove-NetIPAddress -Confirm:$false
    $null = New-NetIPAddress -InterfaceAlias $InterfaceAlias -IPAddress $Kit.Address -PrefixLength $Kit.PrefixLength -DefaultGateway $Kit.Gateway
  }
}

# A domain controller asks itself once it is one.
$isController = (Get-CimInstance -ClassName Win32_ComputerSystem).DomainRole -ge 4
$wantedDns = if ($DnsServer) { @($DnsServer) } else { @($Kit.DnsServers) }
if (-not $isController -and $wantedDns.Count -gt 0) {
  $dns = @(Get-DnsClientServerAddress -InterfaceAlias $InterfaceAlias -AddressFamily IPv4 | ForEach-Object { $_.ServerAddresses })
  if (($dns -join ' ') -ne ($wantedDns -join ' ')) {
    if ($PSCmdlet.ShouldProcess($InterfaceAlias, "serveurs DNS $($wantedDns -join ', ')")) {
      Set-DnsClientServerAddress -InterfaceAlias $InterfaceAlias -ServerAddresses $wantedDns
    }
  }
}

if ((Get-TimeZone).Id -ne $Kit.TimeZone -and $PSCmdlet.ShouldProcess($Kit.TimeZone, 'fuseau horaire')) {
  Set-TimeZone -Id $Kit.TimeZone
}

if ($env:COMPUTERNAME -ne $Kit.Machine) {
  if ($isController) { throw "Ce contrôleur de domaine s'appelle $env:COMPUTERNAME et non $($Kit.Machine) : ce n'est pas la bonne machine." }
  if ($PSCmdlet.ShouldProcess($env:COMPUTERNAME, "nouveau nom $($Kit.Machine)")) {
    Rename-Computer -NewName $Kit.Machine -Force
    $restart = $true
  }
}

$installed = @((Get-ServerState).features)
$missing = @($Kit.Features | Where-Object { $installed -notcontains $_ })
if ($missing.Count -gt 0 -and $PSCmdlet.ShouldProcess(($missing -join ', '), 'installer les rôles')) {
  if ((Install-ServerFeature -Name $missing -Confirm:$false) -match 'Yes|True') { $restart = $true }
}

# What prints on a domain controller can be made to hand the domain over: CVE-2021-34527.
if ($Kit.SpoolerOff) {
  $spooler = Get-Service -Name Spooler -ErrorAction SilentlyContinue
  if ($spooler -and ([string] $spooler.Status -ne 'Stopped' -or [string] $spooler.StartType -ne 'Disabled')) {
    if ($PSCmdlet.ShouldProcess('Spooler', 'arrêter et désactiver')) {
      Stop-Service -Name Spooler -Force
      Set-Service -Name Spooler -StartupType Disabled
    }
  }
}

if ($restart) { Write-Warning 'Redémarrer la machine, puis relancer ce script.' }
else { Write-Output "$($Kit.Machine) : prête." }
