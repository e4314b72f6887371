# What a slim server in an office may have: the comparison that the audit of Azure and the technician's check share.
# Windows PowerShell 5.1 and PowerShell 7.

Set-StrictMode -Version 3.0

# Features are known to Windows PowerShell only: under PowerShell 7 the question is asked there.
function Invoke-WindowsPowerShell([string] $Text) {
  $answer = if ($PSVersionTable.PSEdition -eq 'Desktop') {
    & ([scriptblock]::Create($Text))
  } else {
    $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes(
        '$ProgressPreference = ''SilentlyContinue''; [Console]::OutputEncoding = [Text.Encoding]::UTF8; ' +
        '$env:PSModulePath = [Environment]::GetEnvironmentVariable(''PSModulePath'', ''Machine''); ' + $Text))
    $program = Join-Path $env:SystemRoot 'System32\WindowsPowerShell\v1.0\powershell.exe'
    & $program -NoProfile -NonInteractive -OutputFormat Text -EncodedCommand $encoded
    if ($LASTEXITCODE -ne 0) { throw "Windows PowerShell: code $LASTEXITCODE" }
  }
  return ($answer -join "`n")
}

# A list as a text that can be part of a command, whatever is in it.
function ConvertTo-CommandText([string[]] $Names) {
  $json = ConvertTo-Json -InputObject @($Names) -Compress
  return [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($json))
}

<#
.SYNOPSIS
  What is on this machine: installed features, services, shares. Changes nothing.
#>
function Get-ServerState {
  [CmdletBinding()]
  param()
  $features = Invoke-WindowsPowerShell (
    'ConvertTo-Json -Compress -InputObject @(Get-WindowsFeature | Where-Object { $_.Installed } | ForEach-Object { $_.Name })')
  $services = foreach ($service in Get-Service) {
    $start = switch ([string] $service.StartType) {
      'Disabled' { 'disabled' }
      'Manual' { 'manual' }
      default { 'automatic' }
    }
    $state = if ([string] $service.Status -eq 'Stopped') { 'stopped' } else { 'running' }
    [pscustomobject] @{ name = $service.Name; state = $state; start = $start }
  }
  $shares = foreach ($share in Get-SmbShare) {
    [pscustomobject] @{ name = $share.Name; path = [string] $share.Path }
  }
  return [pscustomobject] @{
    features = @($features | ConvertFrom-Json | ForEach-Object { $_ })
    services = @($services)
    shares   = @($shares)
  }
}

<#
.SYNOPSIS
  What this machine should be: the file beside this module.
#>
function Get-ServerExpectation {
  [CmdletBinding()]
  param([string] $Path = (Join-Path $PSScriptRoot 'expected.json'))
  $text = [IO.File]::ReadAllText($Path, [Text.Encoding]::UTF8)
  $expected = $text | ConvertFrom-Json
  if ($expected.format -ne 'cabinet/slim-server@1') { throw "$Path : $($expected.format)" }
  return $expected
}

# A phrase of the list about what was met.
function New-Finding($Said, [string] $Subject) {
  return [pscustomobject] @{
    code    = $Said.code
    subject = $Subject
    fr      = $Said.fr.Replace('{0}', $Subject)
    en      = $Said.en.Replace('{0}', $Subject)
  }
}

function Test-Name([string] $Name, [string] $Pattern) {
  return [regex]::IsMatch($Name, '^(?:' + $Pattern + ')$', 'IgnoreCase, ECMAScript')
}

<#
.SYNOPSIS
  Every difference between what a machine is and what it should be, features first, then services, then shares.
#>
function Compare-Server {
  [CmdletBinding()]
  param([Parameter(Mandatory)] $State, [Parameter(Mandatory)] $Expected)
  $installed = @($State.features)
  foreach ($kept in @($Expected.kept)) {
    if ($installed -notcontains $kept.name) { New-Finding $kept $kept.name }
  }
  foreach ($name in $installed) {
    if (@($Expected.allowed) -contains $name) { continue }
    $stray = @($Expected.stray | Where-Object { $_.name -eq $name })
    if ($stray.Count -gt 0) { New-Finding $stray[0] $stray[0].name } else { New-Finding $Expected.strange $name }
  }
  $services = @($State.services)
  foreach ($needed in @($Expected.services.needed)) {
    $running = @($services | Where-Object { $_.name -eq $needed.name -and $_.state -eq 'running' })
    if ($running.Count -eq 0) { New-Finding $needed $needed.name }
  }
  if ($null -ne $Expected.services.spooler) {
    $on = @($services | Where-Object { $_.name -eq 'Spooler' -and ($_.state -ne 'stopped' -or $_.start -ne 'disabled') })
    if ($on.Count -gt 0) { New-Finding $Expected.services.spooler 'Spooler' }
  }
  foreach ($service in $services) {
    $group = @($Expected.services.stray | Where-Object { Test-Name $service.name $_.pattern })
    if ($group.Count -gt 0) { New-Finding $group[0] $service.name }
  }
  foreach ($share in @($State.shares)) {
    if (@($Expected.shares.queues) -contains $share.name) { continue }
    if (@($Expected.shares.allowed | Where-Object { Test-Name $share.name $_ }).Count -gt 0) { continue }
    $production = $Expected.shares.production
    if (Test-Name $share.name $production.pattern) { New-Finding $production $share.name }
    else { New-Finding $Expected.shares.user $share.name }
  }
}

<#
.SYNOPSIS
  Installs features and the tools that manage them; says whether Windows wants a restart.
#>
function Install-ServerFeature {
  [CmdletBinding(SupportsShouldProcess = $true)]
  param([Parameter(Mandatory)] [string[]] $Name)
  if (-not $PSCmdlet.ShouldProcess(($Name -join ', '), 'Install-WindowsFeature')) { return }
  $names = ConvertTo-CommandText $Name
  Invoke-WindowsPowerShell (
    '$names = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String(''' + $names + ''')) | ConvertFrom-Json; ' +
    '$done = Install-WindowsFeature -Name @($names) -IncludeManagementTools -ErrorAction Stop; [string] $done.RestartNeeded')
}

<#
.SYNOPSIS
  Removes features; says whether Windows wants a restart. Never restarts.
#>
function Uninstall-ServerFeature {
  [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
  param([Parameter(Mandatory)] [string[]] $Name)
  if (-not $PSCmdlet.ShouldProcess(($Name -join ', '), 'Uninstall-WindowsFeature')) { return }
  $names = ConvertTo-CommandText $Name
  Invoke-WindowsPowerShell (
    '$names = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String(''' + $names + ''')) | ConvertFrom-Json; ' +
    '$done = Uninstall-WindowsFeature -Name @($names) -ErrorAction Stop; [string] $done.RestartNeeded')
}

# Why a machine differs, in the form that machine configuration reads.
class SlimServerReason {
  [DscProperty()] [string] $Code
  [DscProperty()] [string] $Phrase
}

[DscResource()]
class SlimServer {
  # Name of the machine.
  [DscProperty(Key)] [string] $Machine

  # 'true' lets Set remove features: on a machine without a directory only, and only when somebody wrote so.
  [DscProperty()] [string] $Correct

  [DscProperty(NotConfigurable)] [SlimServerReason[]] $Reasons

  [SlimServer] Get() {
    $current = [SlimServer]::new()
    $current.Machine = $this.Machine
    $current.Correct = $this.Correct
    $current.Reasons = @(Compare-Server -State (Get-ServerState) -Expected (Get-ServerExpectation) | ForEach-Object {
        $reason = [SlimServerReason]::new()
        $reason.Code = $_.code
        $reason.Phrase = $_.fr
        $reason
      })
    return $current
  }

  [bool] Test() {
    return @(Compare-Server -State (Get-ServerState) -Expected (Get-ServerExpectation)).Count -eq 0
  }

  [void] Set() {
    $expected = Get-ServerExpectation
    $findings = @(Compare-Server -State (Get-ServerState) -Expected $expected)
    $missing = @($findings | Where-Object { $_.code -eq 'slim:feature:missing' } | ForEach-Object { $_.subject })
    if ($missing.Count -gt 0) { $null = Install-ServerFeature -Name $missing -Confirm:$false }
    if (-not $expected.mayRemove -or $this.Correct -ne 'true') { return }
    $stray = @($findings |
        Where-Object { $_.code -eq 'slim:feature:forbidden' -or $_.code -eq 'slim:feature:unexpected' } |
        ForEach-Object { $_.subject })
    if ($stray.Count -gt 0) { $null = Uninstall-ServerFeature -Name $stray -Confirm:$false }
  }
}

Export-ModuleMember -Function 'Get-ServerState', 'Get-ServerExpectation', 'Compare-Server', 'Install-ServerFeature', 'Uninstall-ServerFeature'
