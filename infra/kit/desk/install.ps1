#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
  Prépare un poste pour la session hébergée : client, ThinPrint, numérisation, imprimantes. Se relance sans dommage ;
  -WhatIf montre sans rien changer.
.PARAMETER PackageFolder
  Où sont, ou seront téléchargés, les programmes d'installation.
.PARAMETER ScanInbox
  Boîte de numérisation (\\serveur\partage\Scans), quand la fiche du cabinet laisse passer les numérisations par le tunnel
  (link.scans: carry) : chaque minute, ce que le scanner a fini d'écrire y est déplacé.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
  [string] $PackageFolder = (Join-Path $PSScriptRoot 'paquets'),
  [string] $ScanInbox
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
Import-Module (Join-Path $PSScriptRoot 'Poste.psm1')

$Kit = @{}

if ($ScanInbox -and ($Kit.Scanning -ne 'folder' -or -not $Kit.ScansArrive)) {
  throw 'La fiche du cabinet ne laisse pas passer de numérisations par un tunnel (link.scans: carry) : rien n''est changé.'
}
$refused = @()

# The file that the firm's page names, and no other one.
function Get-Installer($Program) {
  $name = [IO.Path]::GetFileName(([uri] $Program.Url).AbsolutePath)
  $file = Join-Path $PackageFolder $name
  if (-not (Test-Path -LiteralPath $file)) {
    $null = New-Item -ItemType Directory -Path $PackageFolder -Force
    Invoke-WebRequest -Uri $Program.Url -OutFile $file -UseBasicParsing
  }
  $hash = (Get-FileHash -LiteralPath $file -Algorithm SHA256).Hash
  if ($hash -ne $Program.Sha256) {
    throw "$file n'est pas le fichier attendu : empreinte $hash au lieu de $($Program.Sha256). Rien n'est installé ; l'effacer et relancer."
  }
  return $file
}

function Install-Program($Program) {
  $there = Get-DeskProgram -Name $Program.Package
  if ($there -and ($null -eq $Program.Version -or [version] $there -ge [version] $Program.Version)) {
    Write-Output "$($Program.Name) $there : déjà là."
    return
  }
  if ($null -eq $Program.Sha256) {
    $script:refused += "$($Program.Name) : refusé, aucune empreinte dans la fiche du cabinet. Écrire $($Program.Key).version, url et sha256, puis refaire le kit."
    return
  }
  if ($null -ne $Program.Unverified) { Write-Output "$($Program.Name) : $($Program.Unverified)." }
  if (-not $PSCmdlet.ShouldProcess($Program.Name, "installer $($Program.Version) : $($Program.Switches)")) { return }
  $file = Get-Installer $Program
  if ($Program.Package -eq 'WindowsApp') {
    # For everybody who will sign in, and for whoever installs.
    $null = Add-AppxProvisionedPackage -Online -PackagePath $file -SkipLicense
    Add-AppxPackage -Path $file -ErrorAction SilentlyContinue
    return
  }
  $done = if ([IO.Path]::GetExtension($file) -eq '.msi') {
    Start-Process -FilePath msiexec.exe -ArgumentList ('/i "' + $file + '" ' + $Program.Switches) -Wait -PassThru
  } else {
    Start-Process -FilePath $file -ArgumentList $Program.Switches -Wait -PassThru
  }
  if (@(0, 3010) -notcontains $done.ExitCode) { throw "$($Program.Name) : code $($done.ExitCode)" }
}

foreach ($program in $Kit.Programs) { Install-Program $program }

if ($Kit.Scanning -eq 'folder') {
  if (-not (Test-Path -LiteralPath $Kit.ScanFolder) -and $PSCmdlet.ShouldProcess($Kit.ScanFolder, 'créer le dossier du scanner')) {
    $null = New-Item -ItemType Directory -Path $Kit.ScanFolder -Force
  }
  if ($ScanInbox -and $PSCmdlet.ShouldProcess($ScanInbox, 'y déplacer les numérisations chaque minute')) {
    # What the scanner still writes is locked, and goes the next minute. As whoever is signed in, whose own rights then
    # count; without a window that would open every minute.
    $quoted = '--headless robocopy.exe "{0}" "{1}" /MOV /R:0 /NJH /NJS /NP' -f $Kit.ScanFolder.TrimEnd('\'), $ScanInbox.TrimEnd('\')
    $action = New-ScheduledTaskAction -Execute 'conhost.exe' -Argument $quoted
    $trigger = New-ScheduledTaskTrigger -AtLogOn
    $trigger.Repetition = (New-ScheduledTaskTrigger -Once -At (Get-Date -Year 2026 -Month 1 -Day 1) -RepetitionInterval (New-TimeSpan -Minutes 1)).Repetition
    $principal = New-ScheduledTaskPrincipal -GroupId 'S-1-5-32-545'
    $null = Register-ScheduledTask -TaskName 'numerisations' -Action $action -Trigger $trigger -Principal $principal -Force
  }
}

# For every user of the desk; the queue's driver comes from the office's print machine.
foreach ($connection in $Kit.Printers) {
  $key = 'HKLM:\SYSTEM\CurrentControlSet\Control\Print\Connections\' + $connection.Replace('\', ',')
  if (Test-Path -LiteralPath $key) { continue }
  if ($PSCmdlet.ShouldProcess($connection, 'connecter l''imprimante')) {
    $done = Start-Process -FilePath rundll32.exe -ArgumentList ('printui.dll,PrintUIEntry /ga /n"' + $connection + '" /q') -Wait -PassThru
    if ($done.ExitCode -ne 0) { throw "printui $connection : code $($done.ExitCode)" }
  }
}

foreach ($line in $refused) { Write-Warning $line }
if ($refused.Count -gt 0) { exit 1 }
Write-Output 'Poste préparé. Vérifier avec verifier.ps1 ; les imprimantes apparaissent à la prochaine ouverture de session.'
exit 0
