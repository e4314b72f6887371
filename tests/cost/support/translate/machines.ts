import type { Attributes } from "../attributes";
import type { CaseFact, Component, PlainResource } from "../case-facts";
import {
  attributesOf,
  type Place,
  resource,
  subject,
  type Translation,
  usageOfCase,
} from "./translation";
import { asBag } from "../attributes";

function managedDisk(disk: Attributes, kindKey: string): Record<string, unknown> {
  return {
    diskSizeGB: disk.number("disk_size_gb"),
    managedDisk: { storageAccountType: disk.text(kindKey) ?? "Standard_LRS" },
  };
}

function usage(fact: CaseFact): Record<string, Record<string, number>> {
  const operations = asBag(fact.usage["os_disk"])["monthly_disk_operations"];
  return {
    [subject]: {
      ...usageOfCase(fact.usage),
      ...(typeof operations === "number" ? { monthlyOsDiskOperations: operations } : {}),
    },
  };
}

export function windowsMachine(fact: CaseFact): Translation {
  const machine = attributesOf(fact);
  return {
    resources: [
      resource("compute:VirtualMachine", {
        location: fact.region,
        hardwareProfile: { vmSize: machine.text("size") },
        osProfile: { windowsConfiguration: {} },
        licenseType: machine.text("license_type"),
        additionalCapabilities: {
          ultraSSDEnabled: machine.block("additional_capabilities").flag("ultra_ssd_enabled"),
        },
        storageProfile: {
          osDisk: managedDisk(machine.block("os_disk"), "storage_account_type"),
        },
      }),
    ],
    usage: usage(fact),
    ...(fact.id.includes("dev_test") ? { offer: "devTest" } : {}),
    place: placeOfPart(),
  };
}

export function anyMachine(fact: CaseFact): Translation {
  return {
    resources: [machineResource(fact, subject)],
    usage: usage(fact),
    place: placeOfPart(),
  };
}

export function machineResource(fact: CaseFact, name: string): PlainResource {
  const machine = attributesOf(fact);
  return resource(
    "compute:VirtualMachine",
    {
      location: fact.region,
      hardwareProfile: { vmSize: machine.text("vm_size") },
      osProfile: { linuxConfiguration: {} },
      additionalCapabilities: { ultraSSDEnabled: true },
      storageProfile: {
        osDisk: managedDisk(machine.block("storage_os_disk"), "managed_disk_type"),
        dataDisks: machine.blocks("storage_data_disk").map((disk) => ({
          ...managedDisk(disk, "managed_disk_type"),
          createOption: "FromImage",
        })),
      },
    },
    name,
  );
}

/** Data disks come in the order of the program, two components each. */
function placeOfPart(): (component: Component) => Place | undefined {
  let disk = -1;
  return ({ path: [part], name }) => {
    if (name.startsWith("Instance usage")) return { slot: "compute" };
    if (name.startsWith("Ultra disk")) return { slot: "ultra-reservation" };
    const isStorage = name.startsWith("Storage");
    if (part === "storage_data_disk" && isStorage) disk += 1;
    const slot = part === "storage_data_disk" ? `data-disk-${disk}` : "os-disk";
    return { slot: isStorage ? slot : `${slot}/operations` };
  };
}
