import { stableGuid } from "../../../azure/guid";
import { textOf } from "../../values/json";
import type { Json, JsonObject } from "../../values/property";
import { isJsonObject } from "../../values/property";
import { digest } from "../digest";
import type { Change, Computation, Effect } from "../world";
import { objectsIn } from "./network";

/** A disk a machine brings along: made with it, and a resource of its own from then on. */
interface OwnDisk {
  /** Where in the body it is described. */
  readonly path: string;
  readonly id: string;
  readonly name: string;
  readonly described: JsonObject;
}

/** Identity of the machine, names and ids of its disks, and sole use of disks and network interfaces. */
export const virtualMachine: Computation = ({ now }, change) => {
  const { wish, previous } = change;
  const { osDisk, dataDisks } = ownDisks(change);
  const storageProfile = wish.body["storageProfile"];
  const described = isJsonObject(storageProfile) ? objectsIn(storageProfile["dataDisks"]) : [];
  const disks = [...(osDisk === undefined ? [] : [osDisk]), ...dataDisks.filter(isDisk)];
  return {
    body: {
      vmId: stableGuid("embedded Azure", "machine", wish.id.toLowerCase()),
      timeCreated: previous?.body["timeCreated"] ?? now.toISOString(),
      // A machine that is off stays off.
      ...(previous?.body["instanceView"] !== undefined && {
        instanceView: previous.body["instanceView"],
      }),
      ...(isJsonObject(storageProfile) && {
        storageProfile: {
          ...(osDisk !== undefined && { osDisk: answered(osDisk) }),
          ...(described.length > 0 && {
            dataDisks: dataDisks.map((disk) => (disk === undefined ? {} : answered(disk))),
          }),
        },
      }),
    },
    uses: Object.fromEntries(disks.map(({ path, id }) => [`${path}.managedDisk.id`, id])),
    claims: Object.fromEntries([
      ...disks.map(({ path, id }) => [path, `disk ${id}`] as const),
      ...attachedDisks(wish.body).map((id, index) => [`attached${index}`, `disk ${id}`] as const),
      ...interfaceIds(wish.body).map(
        (id, index) => [`nic${index}`, `network interface ${id}`] as const,
      ),
    ]),
  };
};

/** Writes the disks of a machine as resources. */
export const machineDisks: Effect = ({ resources }, change, put) => {
  const { osDisk, dataDisks } = ownDisks(change);
  const { location, zones } = change.wish.body;
  for (const disk of [osDisk, ...dataDisks].filter(isDisk)) {
    if (resources.get(disk.id) !== undefined) continue;
    const { managedDisk, diskSizeGB, createOption, osType } = disk.described;
    const sku = isJsonObject(managedDisk) ? managedDisk["storageAccountType"] : undefined;
    put({
      id: disk.id,
      token: "azure-native:compute:Disk",
      body: {
        ...(location !== undefined && { location }),
        ...(zones !== undefined && { zones }),
        ...(sku !== undefined && { sku: { name: sku } }),
        ...(diskSizeGB !== undefined && { diskSizeGB }),
        ...(osType !== undefined && { osType }),
        creationData: { createOption: createOption ?? "Empty" },
      },
      secretPaths: new Set(),
    });
  }
};

/** Ids of the network interfaces a machine is connected by. */
export function interfaceIds(body: JsonObject): readonly string[] {
  const profile = body["networkProfile"];
  return objectsIn(isJsonObject(profile) ? profile["networkInterfaces"] : undefined)
    .map(({ id }) => id)
    .filter((id) => typeof id === "string");
}

/** Ids of the disks a machine was given. */
function attachedDisks(body: JsonObject): readonly string[] {
  const profile = body["storageProfile"];
  if (!isJsonObject(profile)) return [];
  return [profile["osDisk"], ...objectsIn(profile["dataDisks"])].flatMap((disk) => {
    const managed = isJsonObject(disk) ? disk["managedDisk"] : undefined;
    const id = isJsonObject(managed) ? managed["id"] : undefined;
    return typeof id === "string" ? [id] : [];
  });
}

function ownDisks(change: Change): {
  readonly osDisk: OwnDisk | undefined;
  readonly dataDisks: readonly (OwnDisk | undefined)[];
} {
  const profile = change.wish.body["storageProfile"];
  if (!isJsonObject(profile)) return { osDisk: undefined, dataDisks: [] };
  const { osDisk } = profile;
  return {
    osDisk: isJsonObject(osDisk)
      ? ownDisk(change, osDisk, "storageProfile.osDisk", "OsDisk_1")
      : undefined,
    dataDisks: objectsIn(profile["dataDisks"]).map((disk, index) =>
      ownDisk(
        change,
        disk,
        `storageProfile.dataDisks[${index}]`,
        `DataDisk_${textOf(disk["lun"])}`,
      ),
    ),
  };
}

/** A disk that is attached is somebody else's, and its id is in the body already. */
function ownDisk(
  { wish, name }: Change,
  described: JsonObject,
  path: string,
  role: string,
): OwnDisk | undefined {
  const { managedDisk, createOption } = described;
  const isAttached = isJsonObject(managedDisk) && typeof managedDisk["id"] === "string";
  if (isAttached || createOption === "Attach") return undefined;
  const asked = described["name"];
  const diskName =
    typeof asked === "string" && asked !== ""
      ? asked
      : `${name}_${role}_${digest(`${wish.id.toLowerCase()} ${role}`).toString(16)}`;
  const id = wish.id.replace(/\/virtualMachines\/[^/]+$/i, `/disks/${diskName}`);
  return { path, id, name: diskName, described };
}

function answered({ id, name }: OwnDisk): JsonObject {
  const managedDisk: Json = { id };
  return { name, managedDisk };
}

function isDisk(disk: OwnDisk | undefined): disk is OwnDisk {
  return disk !== undefined;
}
