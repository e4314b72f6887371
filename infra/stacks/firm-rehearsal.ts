import * as resources from "@pulumi/azure-native/resources";
import type * as pulumi from "@pulumi/pulumi";
import { azureName, type NameOwner } from "../azure/names";
import type { FileStore } from "../components/file-store";
import type { FirmKey } from "../components/firm-key";
import type { Recovery } from "../components/recovery";
import { Rehearsal } from "../components/rehearsal";
import type { Firm } from "../firm/firm";
import {
  noRehearsalYet,
  readRehearsal,
  rehearsalPlan,
  unreadableRehearsal,
} from "../firm/rehearsal";
import type { FirmDataArgs } from "./firm-data";

const purpose = "rehearsal";
/** Deployment without resources whose outputs are the last verdict. */
const verdictName = "rehearsal";

/** Has the firm's client files restored for practice; undefined where there is nothing to rehearse. */
export function rehearsalOf(
  { firm, environment, makeGroup, network, hub }: FirmDataArgs,
  key: FirmKey,
  dossiers: FileStore | undefined,
  { vaultId, dossiersItemId }: Recovery,
  opts: pulumi.ComponentResourceOptions,
): Rehearsal | undefined {
  const subnetId = network.rehearsalSubnetId;
  if (dossiers === undefined || dossiersItemId === undefined || subnetId === undefined)
    return undefined;
  const { id: groupId, placement } = makeGroup(purpose);
  return new Rehearsal(
    "rehearsal",
    {
      ...placement,
      owner: { environment, firm: firm.key, subscription: firm.subscription },
      groupId,
      subnetId,
      redundancy: firm.data.redundancy,
      encryption: key.forStorage,
      keyReady: key.ready,
      endpoint: { subnetId: network.endpointsSubnetId, zoneId: hub.fileZoneId },
      share: {
        accountId: dossiers.accountId,
        accountName: dossiers.accountName,
        name: dossiers.shareName,
        quotaGiB: firm.data.dossiersGiB,
        vaultId,
        itemId: dossiersItemId,
      },
      verdictName,
    },
    opts,
  );
}

/**
 * The stack's output on rehearsals: what the last one left behind, asked of Azure each time the program runs. That
 * there is none yet, or no answer, keeps nothing from being deployed.
 */
export async function lastRehearsal(
  firm: Firm,
  owner: NameOwner,
  provider: pulumi.ProviderResource,
): Promise<pulumi.Inputs> {
  const plan = rehearsalPlan(firm);
  if (plan.kind === "none") return { verdict: "none", fr: plan.fr, en: plan.en };
  const resourceGroupName = azureName("resourceGroup", owner, purpose);
  try {
    // Without an engine there is no answer at all.
    const found: Partial<resources.GetDeploymentResult> | undefined = await resources.getDeployment(
      { resourceGroupName, deploymentName: verdictName },
      { provider },
    );
    const outputs: unknown = found?.properties?.outputs;
    return typeof outputs === "object" && outputs !== null
      ? { ...readRehearsal({ ...outputs }) }
      : { ...noRehearsalYet };
  } catch (error) {
    const [words = ""] = String(error).split("\n");
    return /NotFound|not found|\b404\b/i.test(words)
      ? { ...noRehearsalYet }
      : { ...unreadableRehearsal(words) };
  }
}
