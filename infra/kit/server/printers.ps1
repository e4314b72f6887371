#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
  Pilotes, ports et files d'impression du cabinet. Se relance sans dommage ; -WhatIf montre sans rien changer.
.PARAMETER DriverFolder
  Dossier des pilotes apportés par le technicien, avec leurs fichiers INF.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
  [string] $DriverFolder = (Join-Path $PSScriptRoot 'pilotes')
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$Kit = @{}

# INF files that name a driver; the technician brings the vendor's package unpacked.
function Find-Inf([string] $Driver) {
  if (-not (Test-Path -LiteralPath $DriverFolder)) { return @() }
  return @(Get-ChildItem -LiteralPath $DriverFolder -Recurse -Filter '*.inf' |
      Where-Object { Select-String -LiteralPath $_.FullName -SimpleMatch -Quiet -Pattern $Driver } |
      ForEach-Object { $_.FullName })
}

function Install-Driver($Printer) {
  if (Get-PrinterDriver -Name $Printer.Driver -ErrorAction SilentlyContinue) { return }
  $files = switch ($Printer.Origin) {
    'inbox' { @() }
    'vendor' { @(Find-Inf $Printer.Driver) }
    'own' { @(Join-Path $DriverFolder $Printer.Inf) }
  }
  $files = @($files)
  if ($Printer.Origin -ne 'inbox') {
    if ($files.Count -eq 0 -or -not (Test-Path -LiteralPath $files[0])) {
      throw "Pilote « $($Printer.Driver) » absent : déposer le paquet décompressé du fabricant dans $DriverFolder."
    }
  }
  if (-not $PSCmdlet.ShouldProcess($Printer.Driver, 'installer le pilote')) { return }
  foreach ($file in $files) {
    pnputil.exe /add-driver $file /install
    # 259: the driver is already there; 3010: after a restart.
    if (@(0, 259, 3010) -notcontains $LASTEXITCODE) { throw "pnputil $file : code $LASTEXITCODE" }
  }
  Add-PrinterDriver -Name $Printer.Driver
}

# The printer itself names a queue that is made by its address; it gets ours afterwards.
function Add-IppQueue($Printer) {
  $before = @(Get-Printer | ForEach-Object { $_.Name })
  Add-Printer -IppURL "http://$($Printer.Address):631/ipp/print"
  $new = @(Get-Printer | Where-Object { $before -notcontains $_.Name })
  if ($new.Count -ne 1) { throw "L'imprimante $($Printer.Address) ne répond pas en IPP : la mettre sous tension, ou choisir un pilote dans la fiche du cabinet." }
  if ($new[0].Name -ne $Printer.Name) { Rename-Printer -Name $new[0].Name -NewName $Printer.Name }
}

function Add-RawQueue($Printer) {
  $port = "IP_$($Printer.Address)_$($Printer.Port)"
  if (-not (Get-PrinterPort -Name $port -ErrorAction SilentlyContinue)) {
    Add-PrinterPort -Name $port -PrinterHostAddress $Printer.Address -PortNumber $Printer.Port
  }
  $queue = Get-Printer -Name ([Management.Automation.WildcardPattern]::Escape($Printer.Name)) -ErrorAction SilentlyContinue
  if (-not $queue) { Add-Printer -Name $Printer.Name -DriverName $Printer.Driver -PortName $port }
  elseif ($queue.DriverName -ne $Printer.Driver -or $queue.PortName -ne $port) {
    Set-Printer -Name $Printer.Name -DriverName $Printer.Driver -PortName $port
  }
}

foreach ($printer in $Kit.Printers) {
  if ($printer.Protocol -eq 'raw') { Install-Driver $printer }
  $escaped = [Management.Automation.WildcardPattern]::Escape($printer.Name)
  $queue = Get-Printer -Name $escaped -ErrorAction SilentlyContinue
  $change = -not $queue
  if ($queue -and $printer.Protocol -eq 'raw') {
    $change = $queue.DriverName -ne $printer.Driver -or $queue.PortName -ne "IP_$($printer.Address)_$($printer.Port)"
  }
  if ($change -and $PSCmdlet.ShouldProcess($printer.Name, "file d'impression vers $($printer.Address)")) {
    switch ($printer.Protocol) {
      'raw' { Add-RawQueue $printer }
      'ipp' { Add-IppQueue $printer }
    }
  }
  $queue = Get-Printer -Name $escaped -ErrorAction SilentlyContinue
  if (-not $queue) { continue }
  $same = $queue.Shared -and $queue.ShareName -eq $printer.Name -and $queue.Comment -eq $printer.Model -and $queue.Location -eq $Kit.Place
  if (-not $same -and $PSCmdlet.ShouldProcess($printer.Name, 'partager')) {
    Set-Printer -Name $printer.Name -Shared $true -ShareName $printer.Name -Comment $printer.Model -Location $Kit.Place
  }
  $paper = [string] (Get-PrintConfiguration -PrinterName $printer.Name).PaperSize
  if ($paper -ne $printer.Paper -and $PSCmdlet.ShouldProcess($printer.Name, "papier $($printer.Paper)")) {
    Set-PrintConfiguration -PrinterName $printer.Name -PaperSize $printer.Paper
  }
}
Write-Output "Impression : $(@($Kit.Printers).Count) file(s)."
