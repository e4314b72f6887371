#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
  Redirecteurs et zones du DNS du cabinet. Se relance sans dommage ; -WhatIf montre sans rien changer.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param()
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$Kit = @{}

$forwarders = @((Get-DnsServerForwarder).IPAddress | Where-Object { $_ } | ForEach-Object { [string] $_ })
if (($forwarders -join ' ') -ne ($Kit.Forwarders -join ' ') -and
  $PSCmdlet.ShouldProcess(($Kit.Forwarders -join ', '), 'redirecteurs')) {
  Set-DnsServerForwarder -IPAddress $Kit.Forwarders
}

$zones = @(Get-DnsServerZone)
foreach ($network in $Kit.ReverseNetworks) {
  # Windows names the zone itself, 192.168.10.0/24 becomes 10.168.192.in-addr.arpa.
  if (@($zones | Where-Object { $_.ZoneName -eq $network.Zone }).Count -gt 0) { continue }
  if ($PSCmdlet.ShouldProcess($network.Zone, 'zone de recherche inverse')) {
    Add-DnsServerPrimaryZone -NetworkId $network.Id -ReplicationScope Domain -DynamicUpdate Secure
  }
}

foreach ($wanted in $Kit.Zones) {
  $there = @($zones | Where-Object { $_.ZoneName -eq $wanted.Name })
  if ($there.Count -eq 0) {
    if ($PSCmdlet.ShouldProcess($wanted.Name, "redirecteur conditionnel vers $($wanted.Servers -join ', ')")) {
      Add-DnsServerConditionalForwarderZone -Name $wanted.Name -MasterServers $wanted.Servers -ReplicationScope Forest
    }
    continue
  }
  if ([string] $there[0].ZoneType -ne 'Forwarder') {
    throw "La zone $($wanted.Name) existe et n'est pas un redirecteur conditionnel : rien n'est changé. La retirer ou corriger la fiche du cabinet."
  }
  $servers = @($there[0].MasterServers | ForEach-Object { [string] $_ })
  if (($servers -join ' ') -ne ($wanted.Servers -join ' ') -and
    $PSCmdlet.ShouldProcess($wanted.Name, "redirecteur conditionnel vers $($wanted.Servers -join ', ')")) {
    Set-DnsServerConditionalForwarderZone -Name $wanted.Name -MasterServers $wanted.Servers
  }
}

# Old records of desks go by themselves.
if (-not (Get-DnsServerScavenging).ScavengingState -and $PSCmdlet.ShouldProcess('DNS', 'nettoyage des anciens enregistrements')) {
  Set-DnsServerScavenging -ScavengingState $true -ScavengingInterval (New-TimeSpan -Days 7) -ApplyOnAllZones
}
Write-Output "DNS : $(@($Kit.Forwarders).Count) redirecteur(s), $(@($Kit.Zones).Count) zone(s) redirigée(s)."
