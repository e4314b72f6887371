import { overlaps, parseNetwork, type Network } from "../azure/network";
import type { Fault } from "../document/fault";
import { faultAt, type SourceDocument } from "../document/source-document";
import { exceptionFaults } from "../rules/exception-faults";
import type { Platform } from "./platform";

/** Settings that are right each for itself and wrong together, or that the program gives itself. */
export function platformFaults(document: SourceDocument, platform: Platform): readonly Fault[] {
  return [
    ...idFaults(document, platform),
    ...tenancyFaults(document, platform),
    ...regionFaults(document, platform),
    ...officeFaults(document, platform),
    ...imageFaults(document, platform),
    ...tagFaults(document, platform),
    ...exceptionFaults(document, ["config", "cabinet:exceptions"], platform.exceptions),
  ];
}

function idFaults(document: SourceDocument, { tenant, subscription }: Platform) {
  if (tenant !== subscription) return [];
  return [
    faultAt(document, ["config", "cabinet:subscription"], {
      allowed: "a subscription, this is the id of the tenant",
      remedy: "write what `az account show --query id` shows",
    }),
  ];
}

/**
 * Who hosts firms in a tenant of his own sells them access, for external commercial purposes: what their people have of
 * Microsoft 365 does not count there. https://learn.microsoft.com/azure/virtual-desktop/licensing
 */
function tenancyFaults(document: SourceDocument, { tenancy, perUserAccess }: Platform) {
  if (tenancy === "firm" || perUserAccess === "enrolled") return [];
  return [
    faultAt(document, ["config", "cabinet:perUserAccess"], {
      met: "none",
      allowed:
        "enrolled, as long as firms' people are users of the provider's tenant: their own licences give no right to Windows there",
      remedy:
        "enrol each firm's subscription in the portal, under Azure Virtual Desktop, Per-user access pricing, and write cabinet:perUserAccess: enrolled; or cabinet:tenancy: firm, where the tenant is the firm's own",
    }),
  ];
}

function regionFaults(document: SourceDocument, { allowedRegions }: Platform) {
  return allowedRegions.flatMap((region, index) =>
    allowedRegions.indexOf(region) === index
      ? []
      : [
          faultAt(document, ["config", "cabinet:allowedRegions", index], {
            allowed: "each region once",
            remedy: "remove one of the two",
          }),
        ],
  );
}

/** Networks that French providers' boxes come with: Livebox and Freebox, SFR and Bbox. */
const boxes = ["192.168.0.0/24", "192.168.1.0/24"].flatMap((text): Network[] => {
  const network = parseNetwork(text);
  return network.kind === "problem" ? [] : [network];
});

function officeFaults(document: SourceDocument, platform: Platform): readonly Fault[] {
  const settings = [
    ["cabinet:hubNetwork", platform.hubNetwork],
    ["cabinet:firmNetworks", platform.firmNetworks],
  ] as const;
  return settings.flatMap(([key, network]) => {
    const box = boxes.find((one) => overlaps(one, network));
    return box === undefined
      ? []
      : [
          faultAt(document, ["config", key], {
            allowed: `a network apart from ${box.text}, which is that of most offices' boxes: none of them could be connected`,
            remedy:
              key === "cabinet:hubNetwork"
                ? `write ${key}: 10.60.0.0/22`
                : `write ${key}: 10.64.0.0/12`,
          }),
        ];
  });
}

function imageFaults(document: SourceDocument, platform: Platform): readonly Fault[] {
  const { image } = platform;
  if (image.source === "gallery") return galleryFaults(document, platform);
  if (image.regions !== undefined)
    return [
      faultAt(document, ["config", "cabinet:image", "regions"], {
        allowed: "no such key with source: marketplace, whose images are in every region",
        remedy: "remove it, or write source: gallery",
      }),
    ];
  if (/^\d{5}\.\d+\.\d{6}$/.test(image.version)) return [];
  return [
    faultAt(document, ["config", "cabinet:image", "version"], {
      allowed:
        "a version of Microsoft's with source marketplace: Windows' build, its revision, and the day, like 26100.3775.250406",
      remedy: "write one that `az vm image list --all` shows, or source: gallery",
    }),
  ];
}

/** A host is built from a copy in its own region; of the gallery, in the hub's unless others are named. */
function galleryFaults(
  document: SourceDocument,
  { image, location, allowedRegions }: Platform,
): readonly Fault[] {
  const there = image.regions ?? [location];
  const missing = allowedRegions.filter((region) => !there.includes(region));
  if (missing.length === 0) return [];
  return [
    faultAt(document, ["config", "cabinet:image", "regions"], {
      allowed: `each of cabinet:allowedRegions, because hosts are built from a copy in their own region, and ${missing.join(", ")} has none of version ${image.version}`,
      remedy: `publish the version there and write regions: [${[...there, ...missing].join(", ")}], or allow fewer regions`,
    }),
  ];
}

/** Tags that the program gives, from what it knows. */
const own = ["environment", "firm", "suite", "site"];

/** Azure takes 50; the program and Azure Virtual Desktop add some. */
const mostTags = 40;

function tagFaults(document: SourceDocument, { tags }: Platform): readonly Fault[] {
  const path = ["config", "cabinet:tags"];
  const names = Object.keys(tags);
  return [
    ...(names.length > mostTags
      ? [
          faultAt(document, path, {
            met: `${names.length} tags`,
            allowed: `at most ${mostTags}, because Azure takes 50 of a resource and some are the program's`,
            remedy: "keep those that bills and people use",
          }),
        ]
      : []),
    ...names.flatMap((name, index) => {
      const lower = name.toLowerCase();
      if (own.includes(lower))
        return [
          faultAt(document, [...path, name], {
            allowed: `tags other than ${own.join(", ")}, which the program gives by itself`,
            remedy: "remove it",
          }),
        ];
      const twin = names.findIndex((other) => other.toLowerCase() === lower);
      return twin === index
        ? []
        : [
            faultAt(document, [...path, name], {
              allowed: `names that differ in more than their case, Azure takes ${names[twin] ?? ""} for the same`,
              remedy: "remove one of the two",
            }),
          ];
    }),
  ];
}
