#Requires -Version 5.1
<#
.SYNOPSIS
  Vérifie que la trousse est entière : chaque fichier a l'empreinte que kit.json lui donne. Ne change rien.
.PARAMETER Certificate
  Certificat du prestataire (fichier .cer) : kit.json doit alors porter sa signature, kit.json.sig.
#>
[CmdletBinding()]
param(
  [string] $Certificate
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$manifest = Join-Path $PSScriptRoot 'kit.json'
if ($Certificate) {
  $path = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Certificate)
  $owner = [Security.Cryptography.X509Certificates.X509Certificate2]::new($path)
  $key = [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPublicKey($owner)
  $signature = [Convert]::FromBase64String([IO.File]::ReadAllText((Join-Path $PSScriptRoot 'kit.json.sig')).Trim())
  $signed = $key.VerifyData([IO.File]::ReadAllBytes($manifest), $signature,
    [Security.Cryptography.HashAlgorithmName]::SHA256, [Security.Cryptography.RSASignaturePadding]::Pkcs1)
  if (-not $signed) { throw "kit.json n'est pas signé par $($owner.Subject), ou a changé depuis : ne rien lancer de cette trousse." }
}
$wrong = @(foreach ($file in @(([IO.File]::ReadAllText($manifest, [Text.Encoding]::UTF8) | ConvertFrom-Json).files)) {
    $path = Join-Path $PSScriptRoot $file.path
    if (-not (Test-Path -LiteralPath $path)) { "$($file.path) manque" }
    elseif ((Get-FileHash -LiteralPath $path -Algorithm SHA256).Hash -ne $file.sha256) { "$($file.path) a changé" }
  })
foreach ($line in $wrong) { Write-Output "✗ $line" }
if ($wrong.Count -gt 0) { exit 1 }
Write-Output '✓ La trousse est entière.'
exit 0
