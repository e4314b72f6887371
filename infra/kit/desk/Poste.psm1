# What desks' scripts ask of Windows. Changes nothing.

Set-StrictMode -Version 3.0

# Names under which Windows lists a program that setup installed.
$listed = @{
  CitrixWorkspace = 'Citrix Workspace *'
  ThinPrint       = 'ThinPrint Client*' # « ThinPrint Client Windows »
}

<#
.SYNOPSIS
  Version of a client; nothing when it is not there.
#>
function Get-DeskProgram {
  [CmdletBinding()]
  param([Parameter(Mandatory)] [ValidateSet('WindowsApp', 'CitrixWorkspace', 'ThinPrint')] [string] $Name)
  if ($Name -eq 'WindowsApp') {
    if ($PSVersionTable.PSEdition -ne 'Desktop') { Import-Module Appx -UseWindowsPowerShell -WarningAction SilentlyContinue }
    # Of everybody for an administrator, of oneself for others: Windows tells no more.
    $me = [Security.Principal.WindowsPrincipal]::new([Security.Principal.WindowsIdentity]::GetCurrent())
    $all = $me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
    $packages = @(Get-AppxPackage -Name 'MicrosoftCorporationII.Windows365' -AllUsers:$all)
    if ($packages.Count -gt 0) { return [string] $packages[0].Version }
    return
  }
  $keys = @(
    'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*'
    'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*'
  )
  foreach ($entry in @(Get-ItemProperty -Path $keys -ErrorAction SilentlyContinue)) {
    $names = @($entry.PSObject.Properties | ForEach-Object { $_.Name })
    if ($names -notcontains 'DisplayName' -or $names -notcontains 'DisplayVersion') { continue }
    if ($entry.DisplayName -like $listed[$Name]) { return [string] $entry.DisplayVersion }
  }
}

<#
.SYNOPSIS
  The desk as one line of the list that « cabinet desks » reads.
#>
function Get-Desk {
  [CmdletBinding()]
  param([Parameter(Mandatory)] [string] $Client)
  $system = Get-CimInstance -ClassName Win32_OperatingSystem
  $modules = @(Get-CimInstance -ClassName Win32_PhysicalMemory)
  $bytes = ($modules | Measure-Object -Property Capacity -Sum).Sum
  $processor = @(Get-CimInstance -ClassName Win32_Processor)[0]
  $drive = Get-CimInstance -ClassName Win32_LogicalDisk -Filter "DeviceID='$env:SystemDrive'"
  $screens = @(Get-CimInstance -Namespace root\wmi -ClassName WmiMonitorID -ErrorAction SilentlyContinue)
  $scanner = @(Get-CimInstance -ClassName Win32_PnPEntity -Filter "PNPClass='Image'" | ForEach-Object { $_.Name })
  $sources = @(Get-ChildItem -Path (Join-Path $env:SystemRoot 'twain_32'), (Join-Path $env:SystemRoot 'twain_64') -Recurse -Filter '*.ds' -ErrorAction SilentlyContinue)
  return [pscustomobject] [ordered] @{
    poste      = $env:COMPUTERNAME
    memoire    = [string] [math]::Round($bytes / 1073741824) + ' Go'
    processeur = $processor.Name.Trim()
    disque     = [string] [math]::Round($drive.Size / 1073741824) + ' Go'
    systeme    = $system.Caption + ' ' + $system.Version
    ecrans     = $screens.Count
    scanner    = $scanner -join ' + '
    twain      = if ($sources.Count -gt 0) { 'oui' } else { 'non' }
    client     = [string] (Get-DeskProgram -Name $Client)
    thinprint  = [string] (Get-DeskProgram -Name ThinPrint)
  }
}

Export-ModuleMember -Function 'Get-DeskProgram', 'Get-Desk'
