import type { HostPoolReference } from "./desktops";
import type { HostJoin } from "./host-join";
import { agentPackage } from "./host-software";

// A token that lets a machine into the host pool is worth stealing. So Pulumi never sees one: Azure
// mints it while it runs these templates, for two hours, and hands it to the agent by itself. Their
// deployments ignore later changes, so a token exists only after hosts were built.

const schema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
const desktopApi = "2024-04-03";
const computeApi = "2024-11-01";

/** Logical name of the deployment that mints the token of so many hosts of a generation. */
export function tokenName(generation: string, hosts: number): string {
  return `${generation}-token-${hosts}`;
}

/** The hosts a token was minted for, by its logical name or URN; undefined for anything else. */
export function hostsOfToken(name: string): number | undefined {
  const hosts = /-token-(\d+)$/.exec(name)?.[1];
  return hosts === undefined ? undefined : Number(hosts);
}

/** Deployment that gives a host pool a registration token; everything else of the pool stays as it is. */
export function tokenDeployment({ name, location, tags, settings }: HostPoolReference) {
  const token = {
    expirationTime: "[dateTimeAdd(parameters('now'), 'PT2H')]",
    registrationTokenOperation: "Update",
  };
  return {
    template: {
      $schema: schema,
      contentVersion: "1.0.0.0",
      parameters: {
        // Azure's clock, read when the template runs.
        now: { type: "string", defaultValue: "[utcNow('u')]" },
        // As parameters, because in a template a text that begins with [ is an expression.
        name: { type: "string" },
        location: { type: "string" },
        tags: { type: "object" },
        properties: { type: "object" },
      },
      variables: { registration: { registrationInfo: token } },
      resources: [
        {
          type: "Microsoft.DesktopVirtualization/hostPools",
          apiVersion: desktopApi,
          name: "[parameters('name')]",
          location: "[parameters('location')]",
          tags: "[parameters('tags')]",
          properties: "[union(parameters('properties'), variables('registration'))]",
        },
      ],
    },
    parameters: valuesOf({ name, location, tags, properties: settings }),
  };
}

export interface RegisteredHost {
  readonly vmName: string;
  readonly location: string;
  readonly join: Pick<HostJoin, "kind">;
}

/** Deployment that installs the agent on a host and registers it with the pool's token of the moment. */
export function agentDeployment(
  { vmName, location, join }: RegisteredHost,
  hostPool: Pick<HostPoolReference, "id" | "name">,
) {
  return {
    template: {
      $schema: schema,
      contentVersion: "1.0.0.0",
      parameters: {
        vmName: { type: "string" },
        location: { type: "string" },
        hostPoolName: { type: "string" },
        hostPoolId: { type: "string" },
      },
      resources: [
        {
          type: "Microsoft.Compute/virtualMachines/extensions",
          apiVersion: computeApi,
          name: "[concat(parameters('vmName'), '/Microsoft.PowerShell.DSC')]",
          location: "[parameters('location')]",
          properties: {
            publisher: "Microsoft.Powershell",
            type: "DSC",
            typeHandlerVersion: "2.73",
            autoUpgradeMinorVersion: true,
            settings: {
              modulesUrl: agentPackage,
              configurationFunction: "Configuration.ps1\\AddSessionHost",
              properties: {
                hostPoolName: "[parameters('hostPoolName')]",
                aadJoin: join.kind === "entra",
              },
            },
            protectedSettings: {
              properties: {
                registrationInfoToken: `[listRegistrationTokens(parameters('hostPoolId'), '${desktopApi}').value[0].token]`,
              },
            },
          },
        },
      ],
    },
    parameters: valuesOf({
      vmName,
      location,
      hostPoolName: hostPool.name,
      hostPoolId: hostPool.id,
    }),
  };
}

function valuesOf(parameters: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, { value }]));
}
