import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { azureName, type NameOwner } from "../azure/names";
import type { Defender } from "../platform/platform";

export interface DefenderPlansArgs {
  /** Required. Whose subscription they are for. */
  readonly owner: NameOwner;
  /** Required. Region in which Azure keeps the record of this deployment. */
  readonly location: string;
  /** Optional. Tags of that record. @default none */
  readonly tags?: Readonly<Record<string, string>>;
  /** Required. Plans as they are to be; one that is not named stays as it is. */
  readonly plans: Defender;
}

/**
 * Plans of Microsoft Defender for Cloud in one subscription. Azure has them all from the start, on the
 * tier Free, and deletes none (https://learn.microsoft.com/rest/api/defenderforcloud/pricings), which
 * a resource of Pulumi's can neither make nor remove: so a template sets them. Taking this away leaves
 * them as they are. Costs what Azure bills for each machine, account or vault.
 */
export class DefenderPlans extends pulumi.ComponentResource {
  constructor(name: string, args: DefenderPlansArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:governance:DefenderPlans", name, {}, opts);
    const wanted = pricings(args.plans);
    new resources.DeploymentAtSubscriptionScope(
      `${name}-plans`,
      {
        deploymentName: azureName("deployment", args.owner, "defender"),
        location: args.location,
        ...(args.tags === undefined ? {} : { tags: args.tags }),
        properties: {
          mode: resources.DeploymentMode.Incremental,
          template: {
            $schema:
              "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
            contentVersion: "1.0.0.0",
            // One after the other: Azure answers 409 while another plan of the subscription changes.
            resources: wanted.map((one, place) => ({
              type: "Microsoft.Security/pricings",
              apiVersion: "2024-01-01",
              dependsOn: wanted.slice(Math.max(0, place - 1), place).map((before) => before.name),
              ...one,
            })),
          },
        },
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}

interface PricingTemplate {
  readonly name: string;
  readonly properties: object;
}

function pricings({ servers, storage, keyVaults }: Defender): readonly PricingTemplate[] {
  return [
    ...(servers === undefined ? [] : [pricing("VirtualMachines", servers, { subPlan: servers })]),
    ...(storage === undefined
      ? []
      : [
          pricing("StorageAccounts", storage, {
            subPlan: "DefenderForStorageV2",
            // Billed by the gigabyte, and of blobs alone: client files are in shares.
            extensions: ["OnUploadMalwareScanning", "SensitiveDataDiscovery"].map((extension) => ({
              name: extension,
              isEnabled: "False",
            })),
          }),
        ]),
    ...(keyVaults === undefined ? [] : [pricing("KeyVaults", keyVaults, {})]),
  ];
}

function pricing(name: string, state: string, standard: object): PricingTemplate {
  return {
    name,
    properties:
      state === "off" ? { pricingTier: "Free" } : { pricingTier: "Standard", ...standard },
  };
}
