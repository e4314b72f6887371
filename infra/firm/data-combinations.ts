import { regionFacts } from "../azure/regions";
import type { Fault } from "../document/fault";
import { faultAt } from "../document/source-document";
import type { Combination } from "./combination";
import { largestShareGiB, profilesShare } from "./storage-sizing";
import { formatSize } from "./units";

/** Copies that a region cannot make, and stores that an identity or Azure cannot carry. */
export function dataFaults(combination: Combination): readonly Fault[] {
  return [
    ...redundancyFaults(combination),
    ...storeFaults(combination),
    ...profileFaults(combination),
    ...archiveFaults(combination),
  ];
}

function redundancyFaults({ document, firm: { region, data } }: Combination): readonly Fault[] {
  const { zones, pair } = regionFacts[region];
  const { redundancy } = data;
  if (zones && redundancy === "local")
    return [
      faultAt(document, ["data", "redundancy"], {
        allowed:
          "zone or geo in a region with availability zones, because a firm's only copies must not be in one data centre",
        remedy: "write redundancy: zone",
      }),
    ];
  if (!zones && redundancy !== "local")
    return [
      faultAt(document, ["region"], {
        met: region,
        allowed: `a region with availability zones, because data.redundancy is ${redundancy}`,
        remedy: "write data.redundancy: local, or choose another region",
      }),
    ];
  if (redundancy === "geo" && pair === undefined)
    return [
      faultAt(document, ["data", "redundancy"], {
        allowed: `zone in ${region}, because Azure has paired no other region with it`,
        remedy: "write redundancy: zone, or choose another region",
      }),
    ];
  return [];
}

/** Largest managed disk: https://learn.microsoft.com/azure/virtual-machines/disks-scalability-targets */
const largestDiskGiB = 32_767;

function storeFaults({ document, firm: { data, identity } }: Combination): readonly Fault[] {
  if (data.store === "azureFiles") return [];
  return [
    ...(identity.mode === "entra"
      ? [
          faultAt(document, ["data", "store"], {
            allowed:
              "fileServer with identity.mode hybrid or domainServices, because a Windows server knows users by its domain only",
            remedy: "write store: azureFiles, or identity.mode: hybrid with its domain",
          }),
        ]
      : []),
    ...(data.dossiersGiB > largestDiskGiB
      ? [
          faultAt(document, ["data", "dossiers"], {
            allowed: `at most ${largestDiskGiB} GiB with data.store fileServer, the largest disk there is`,
            remedy: `write dossiers: ${largestDiskGiB} GiB, or store: azureFiles`,
          }),
        ]
      : []),
  ];
}

function profileFaults({ document, firm: { people, data } }: Combination): readonly Fault[] {
  const { neededGiB } = profilesShare(people, data);
  if (neededGiB <= largestShareGiB) return [];
  const users = people.staff + people.externals;
  return [
    faultAt(document, ["data", "profile"], {
      met: `${data.profileGiB} GiB for each of ${users} people`,
      allowed: `profiles that fit into one share of ${formatSize(largestShareGiB)} together`,
      remedy: `write profile: ${Math.floor(largestShareGiB / users)} GiB, or make two firms`,
    }),
  ];
}

function archiveFaults({ document, written }: Combination): readonly Fault[] {
  const { archive } = written.data;
  return archive.flatMap((preset, index) =>
    archive.indexOf(preset) === index
      ? []
      : [
          faultAt(document, ["data", "archive", index], {
            allowed: "each archive once",
            remedy: "remove one of the two",
          }),
        ],
  );
}
