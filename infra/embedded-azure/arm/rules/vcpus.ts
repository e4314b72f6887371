import { keyOf } from "../../store/resources";
import type { JsonObject } from "../../values/property";
import { valueAt } from "../../values/property";
import { textOf } from "../../values/json";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import { numberSet } from "../settings";
import type { Rule } from "../world";
import { plainLocation } from "./immutable";

const machineType = "Microsoft.Compute/virtualMachines";

/**
 * vCPUs of a subscription in a region, and of one family in it: 350 under an Enterprise Agreement,
 * which a provider of many subscriptions has; 20 where one pays as one goes.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-virtual-machines-limits
 */
const usualVcpus = 350;

/** Machines that are switched off count too: https://learn.microsoft.com/azure/quotas/per-vm-quota-requests */
export const vcpusAreLeft: Rule = ({ resources, setting }, { wish, parts, previous }) => {
  if (keyOf(parts.type) !== keyOf(machineType)) return;
  const wanted = sizeOf(wish.body);
  const before = previous === undefined ? undefined : sizeOf(previous.body);
  if (wanted === undefined || wanted.name === before?.name) return;
  const region = plainLocation(textOf(wish.body["location"]));
  const others = resources
    .ofType(machineType)
    .filter(
      ({ id, body }) =>
        keyOf(id) !== keyOf(wish.id) &&
        partsOf(id)?.subscriptionId === parts.subscriptionId &&
        plainLocation(textOf(body["location"])) === region,
    )
    .flatMap(({ body }) => sizeOf(body) ?? []);
  const most = numberSet(setting, `vcpus.${region}`, numberSet(setting, "vcpus", usualVcpus));
  const ofFamily = others.filter(({ family }) => family === wanted.family);
  const quotas = [
    ["Total Regional", most, others],
    [wanted.family, numberSet(setting, `vcpus.${region}.${wanted.family}`, most), ofFamily],
  ] as const;
  for (const [quota, limit, counted] of quotas) {
    const used = counted.reduce((sum, { vcpus }) => sum + vcpus, 0);
    if (used + wanted.vcpus > limit)
      // https://github.com/Azure/karpenter-provider-azure/issues/192
      throw new ArmError(
        409,
        "OperationNotAllowed",
        `Operation could not be completed as it results in exceeding approved ${quota} Cores quota. Additional details - Deployment Model: Resource Manager, Location: ${region}, Current Limit: ${limit}, Current Usage: ${used}, Additional Required: ${wanted.vcpus}, (Minimum) New Limit Required: ${used + wanted.vcpus}.`,
      );
  }
};

interface Size {
  readonly name: string;
  readonly vcpus: number;
  readonly family: string;
}

/**
 * A size's name tells its vCPUs and its family: `Standard_E8as_v5` has 8, of standardEASv5Family.
 * https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions
 */
function sizeOf(body: JsonObject): Size | undefined {
  const name = textOf(valueAt(body, "hardwareProfile.vmSize"));
  const [, series = "", vcpus, constrained, features = "", version = ""] =
    /^Standard_([A-Z]+)(\d+)(?:-(\d+))?([a-z]*)(?:_(v\d+))?$/.exec(name) ?? [];
  if (vcpus === undefined) return undefined;
  return {
    name,
    vcpus: Number(constrained ?? vcpus),
    family: `standard${series}${features.toUpperCase()}${version}Family`,
  };
}
