import { literal } from "../windows/powershell";
import { secretParameter, type VaultSecret } from "./host-join";

/** Where connectors register in Citrix Cloud. */
export interface CitrixCloud {
  /** Customer ID. */
  readonly customer: string;
  /** Resource location they join. */
  readonly resourceLocation: string;
  /** Client of Citrix Cloud's API, and where its secret is. */
  readonly clientId: string;
  readonly clientSecret: VaultSecret;
}

/**
 * Deployment that installs the Cloud Connector on a machine. Azure fetches the client's secret from
 * the vault and hands it to the script; on the machine it stands in a file for as long as the
 * installer runs.
 */
export function connectorDeployment(vmName: string, location: string, cloud: CitrixCloud) {
  return {
    template: {
      $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      contentVersion: "1.0.0.0",
      parameters: {
        vmName: { type: "string" },
        location: { type: "string" },
        script: { type: "string" },
        clientSecret: { type: "securestring" },
      },
      resources: [
        {
          type: "Microsoft.Compute/virtualMachines/runCommands",
          apiVersion: "2024-11-01",
          name: "[concat(parameters('vmName'), '/connector')]",
          location: "[parameters('location')]",
          properties: {
            source: { script: "[parameters('script')]" },
            protectedParameters: [{ name: "ClientSecret", value: "[parameters('clientSecret')]" }],
            timeoutInSeconds: 3600,
            treatFailureAsDeploymentFailure: true,
          },
        },
      ],
    },
    parameters: {
      vmName: { value: vmName },
      location: { value: location },
      script: { value: connectorScript(cloud) },
      clientSecret: secretParameter(cloud.clientSecret),
    },
  };
}

/** For Windows PowerShell 5.1; may run again. The installer is Citrix's of the day, known by its signature. */
export function connectorScript({ customer, resourceLocation, clientId }: CitrixCloud): string {
  const url = `https://downloads.cloud.com/${encodeURIComponent(customer)}/connector/cwcconnector.exe`;
  return `param([Parameter(Mandatory = $true)][string]$ClientSecret)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$key = 'HKLM:\\SOFTWARE\\Cabinet\\Programs'
if (-not (Test-Path -LiteralPath $key)) { New-Item -Path $key -Force | Out-Null }
if ((Get-Item -LiteralPath $key).GetValue('Citrix Cloud Connector')) { return }
$file = Join-Path $env:TEMP 'cwcconnector.exe'
$answers = Join-Path $env:TEMP 'cwcconnector.json'
[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
Invoke-WebRequest -Uri ${literal(url)} -OutFile $file -UseBasicParsing
$signature = Get-AuthenticodeSignature -LiteralPath $file
if ($signature.Status -ne 'Valid' -or $signature.SignerCertificate.Subject -notmatch 'Citrix|Cloud Software Group') { throw 'the Cloud Connector is not signed by Citrix' }
try {
  @{ customerName = ${literal(customer)}; clientId = ${literal(clientId)}; clientSecret = $ClientSecret; resourceLocationId = ${literal(resourceLocation)}; acceptTermsOfService = 'true' } | ConvertTo-Json | Set-Content -LiteralPath $answers -Encoding ASCII
  $started = Start-Process -FilePath $file -ArgumentList ('/q', ('/ParametersFilePath:"' + $answers + '"')) -Wait -PassThru
} finally {
  Remove-Item -LiteralPath $answers -Force -ErrorAction SilentlyContinue
}
if ($started.ExitCode -ne 0) { throw "Cloud Connector: exit code $($started.ExitCode)" }
New-ItemProperty -LiteralPath $key -Name 'Citrix Cloud Connector' -PropertyType String -Value 'installed' -Force | Out-Null
Remove-Item -LiteralPath $file -Force
`;
}
