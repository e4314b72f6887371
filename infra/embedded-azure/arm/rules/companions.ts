import { keyOf } from "../../store/resources";
import type { Resource } from "../../store/resources";
import type { Json } from "../../values/property";
import { isJsonObject } from "../../values/property";
import { objectsIn } from "../outputs/network";
import type { World } from "../world";

/** What goes along with a resource though its id stands elsewhere. */
export function companionsOf({ resources }: World, resource: Resource): readonly Resource[] {
  switch (keyOf(resource.type)) {
    case "microsoft.network/privateendpoints":
      return idsIn(resource.body["networkInterfaces"]).flatMap((id) => resources.get(id) ?? []);
    case "microsoft.compute/virtualmachines":
      return deletedWithMachine(resource).flatMap((id) => resources.get(id) ?? []);
    default:
      return [];
  }
}

/** Disks and network interfaces stay unless their `deleteOption` says otherwise: https://learn.microsoft.com/azure/virtual-machines/delete */
function deletedWithMachine({ body }: Resource): readonly string[] {
  const storage = isJsonObject(body["storageProfile"]) ? body["storageProfile"] : {};
  const network = isJsonObject(body["networkProfile"]) ? body["networkProfile"] : {};
  const disks = [storage["osDisk"], ...objectsIn(storage["dataDisks"])];
  return [
    ...disks.flatMap((disk) =>
      isJsonObject(disk) && disk["deleteOption"] === "Delete"
        ? idsIn([disk["managedDisk"] ?? null])
        : [],
    ),
    ...objectsIn(network["networkInterfaces"]).flatMap((each) =>
      each["deleteOption"] === "Delete" ? idsIn([each]) : [],
    ),
  ];
}

function idsIn(value: Json | undefined): readonly string[] {
  return objectsIn(value)
    .map(({ id }) => id)
    .filter((id) => typeof id === "string");
}
