#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
  Étendue, options et réservations du DHCP du cabinet. Se relance sans dommage ; -WhatIf montre sans rien changer.
.DESCRIPTION
  Arrêter d'abord le DHCP de la box : deux serveurs qui prêtent les mêmes adresses coupent des postes.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param()
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$Kit = @{}

$scopeId = $Kit.ScopeId

# Windows wants servers of a domain approved in its directory.
$fqdn = "$env:COMPUTERNAME.$($Kit.Domain)"
$approved = @(Get-DhcpServerInDC | Where-Object { [string] $_.IPAddress -eq $Kit.Address })
if ($approved.Count -eq 0 -and $PSCmdlet.ShouldProcess($fqdn, 'autoriser dans le domaine')) {
  Add-DhcpServerInDC -DnsName $fqdn -IPAddress $Kit.Address
}

$scope = Get-DhcpServerv4Scope -ScopeId $scopeId -ErrorAction SilentlyContinue
$lease = New-TimeSpan -Days $Kit.LeaseDays
if (-not $scope) {
  if ($PSCmdlet.ShouldProcess($scopeId, "étendue $($Kit.From) à $($Kit.Until)")) {
    Add-DhcpServerv4Scope -Name $Kit.Name -StartRange $Kit.From -EndRange $Kit.Until -SubnetMask $Kit.Mask -LeaseDuration $lease -State Active
  }
} else {
  $same = [string] $scope.StartRange -eq $Kit.From -and [string] $scope.EndRange -eq $Kit.Until -and
    $scope.Name -eq $Kit.Name -and $scope.LeaseDuration -eq $lease -and [string] $scope.State -eq 'Active'
  if (-not $same -and $PSCmdlet.ShouldProcess($scopeId, "étendue $($Kit.From) à $($Kit.Until)")) {
    Set-DhcpServerv4Scope -ScopeId $scopeId -Name $Kit.Name -StartRange $Kit.From -EndRange $Kit.Until -LeaseDuration $lease -State Active
  }
}
$scopeExists = $null -ne (Get-DhcpServerv4Scope -ScopeId $scopeId -ErrorAction SilentlyContinue)

foreach ($option in $Kit.Options) {
  $current = if ($scopeExists) { Get-DhcpServerv4OptionValue -ScopeId $scopeId -OptionId $option.Id -ErrorAction SilentlyContinue }
  $values = if ($current) { @($current.Value) } else { @() }
  if (($values -join ' ') -ne ($option.Values -join ' ') -and
    $PSCmdlet.ShouldProcess($scopeId, "option $($option.Id) = $($option.Values -join ', ')")) {
    # Force: a DNS server that is not yet up is no mistake.
    Set-DhcpServerv4OptionValue -ScopeId $scopeId -OptionId $option.Id -Value $option.Values -Force
  }
}

$reserved = if ($scopeExists) { @(Get-DhcpServerv4Reservation -ScopeId $scopeId) } else { @() }
foreach ($wanted in $Kit.Reservations) {
  $there = @($reserved | Where-Object { [string] $_.IPAddress -eq $wanted.Address -or $_.ClientId -eq $wanted.Mac })
  $right = @($there | Where-Object {
      [string] $_.IPAddress -eq $wanted.Address -and $_.ClientId -eq $wanted.Mac -and $_.Name -eq $wanted.Name
    })
  if ($right.Count -eq 1 -and $there.Count -eq 1) { continue }
  if ($PSCmdlet.ShouldProcess($wanted.Address, "réserver pour $($wanted.Name) ($($wanted.Mac))")) {
    $there | Remove-DhcpServerv4Reservation -Confirm:$false
    Add-DhcpServerv4Reservation -ScopeId $scopeId -IPAddress $wanted.Address -ClientId $wanted.Mac -Name $wanted.Name
  }
}
foreach ($other in $reserved) {
  if (@($Kit.Reservations | Where-Object { $_.Address -eq [string] $other.IPAddress -or $_.Mac -eq $other.ClientId }).Count -eq 0) {
    Write-Warning "Réservation absente de la fiche du cabinet, laissée telle quelle : $($other.IPAddress) $($other.ClientId) $($other.Name)"
  }
}
Write-Output "DHCP : étendue $scopeId, $(@($Kit.Reservations).Count) réservation(s)."
