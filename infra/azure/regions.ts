/** What this product needs to know of an Azure region. */
export interface RegionFacts {
  readonly displayName: string;
  /** Area whose law and data boundary the region stands in, as Azure names it. */
  readonly geography: string;
  /** Whether resources can be spread over availability zones. */
  readonly zones: boolean;
  /** Programmatic name of the region geo-redundant copies go to; absent where Azure has paired none. */
  readonly pair?: string;
  /** Azure opens the region on request only, for disaster recovery within its geography. */
  readonly onRequest: boolean;
  /** Code of the region in names, as Azure Backup writes it in its DNS zones. */
  readonly code: string;
  /**
   * Region for host pools, application groups, workspaces and scaling plans of hosts in this one. Azure Virtual
   * Desktop keeps these descriptions in few regions, by geography; they need not stand where the hosts are.
   */
  readonly desktopMetadata: "westeurope" | "northeurope" | "uksouth";
  /** How Azure Backup can protect file shares here: snapshots beside the share, copies in a vault. */
  readonly filesBackup: { readonly snapshot: boolean; readonly vault: boolean };
}

/*
 * Sources.
 * Zones, pairs, geographies, access on request: https://learn.microsoft.com/azure/reliability/regions-list (2025-09-23).
 * Codes: the table in Azure Verified Modules' private DNS zones pattern, avm/ptn/network/private-link-private-dns-zones.
 * Files backup: https://learn.microsoft.com/azure/backup/azure-file-share-support-matrix (2026-02-17): snapshots
 * everywhere but in France South, vaults in a list of regions; a region not on that list counts as without.
 * Metadata: https://learn.microsoft.com/azure/virtual-desktop/data-locations; regional host pools are a preview still.
 */
const both = { snapshot: true, vault: true } as const;
const snapshotOnly = { snapshot: true, vault: false } as const;
const vaultOnly = { snapshot: false, vault: true } as const;

const facts = {
  francecentral: {
    displayName: "France Central",
    geography: "France",
    zones: true,
    pair: "francesouth",
    onRequest: false,
    code: "frc",
    desktopMetadata: "westeurope",
    filesBackup: both,
  },
  francesouth: {
    displayName: "France South",
    geography: "France",
    zones: false,
    pair: "francecentral",
    onRequest: true,
    code: "frs",
    desktopMetadata: "westeurope",
    filesBackup: vaultOnly,
  },
  westeurope: {
    displayName: "West Europe",
    geography: "Europe",
    zones: true,
    pair: "northeurope",
    onRequest: false,
    code: "we",
    desktopMetadata: "westeurope",
    filesBackup: both,
  },
  northeurope: {
    displayName: "North Europe",
    geography: "Europe",
    zones: true,
    pair: "westeurope",
    onRequest: false,
    code: "ne",
    desktopMetadata: "northeurope",
    filesBackup: both,
  },
  germanywestcentral: {
    displayName: "Germany West Central",
    geography: "Germany",
    zones: true,
    pair: "germanynorth",
    onRequest: false,
    code: "gwc",
    desktopMetadata: "westeurope",
    filesBackup: both,
  },
  germanynorth: {
    displayName: "Germany North",
    geography: "Germany",
    zones: false,
    pair: "germanywestcentral",
    onRequest: true,
    code: "gn",
    desktopMetadata: "westeurope",
    filesBackup: both,
  },
  austriaeast: {
    displayName: "Austria East",
    geography: "Austria",
    zones: true,
    onRequest: false,
    code: "aue",
    desktopMetadata: "westeurope",
    filesBackup: snapshotOnly,
  },
  belgiumcentral: {
    displayName: "Belgium Central",
    geography: "Belgium",
    zones: true,
    onRequest: false,
    code: "bec",
    desktopMetadata: "westeurope",
    filesBackup: snapshotOnly,
  },
  italynorth: {
    displayName: "Italy North",
    geography: "Italy",
    zones: true,
    onRequest: false,
    code: "itn",
    desktopMetadata: "westeurope",
    filesBackup: snapshotOnly,
  },
  polandcentral: {
    displayName: "Poland Central",
    geography: "Poland",
    zones: true,
    onRequest: false,
    code: "plc",
    desktopMetadata: "westeurope",
    filesBackup: snapshotOnly,
  },
  spaincentral: {
    displayName: "Spain Central",
    geography: "Spain",
    zones: true,
    onRequest: false,
    code: "spc",
    desktopMetadata: "westeurope",
    filesBackup: snapshotOnly,
  },
  swedencentral: {
    displayName: "Sweden Central",
    geography: "Sweden",
    zones: true,
    pair: "swedensouth",
    onRequest: false,
    code: "sdc",
    desktopMetadata: "westeurope",
    filesBackup: both,
  },
  norwayeast: {
    displayName: "Norway East",
    geography: "Norway",
    zones: true,
    pair: "norwaywest",
    onRequest: false,
    code: "nwe",
    desktopMetadata: "westeurope",
    filesBackup: both,
  },
  switzerlandnorth: {
    displayName: "Switzerland North",
    geography: "Switzerland",
    zones: true,
    pair: "switzerlandwest",
    onRequest: false,
    code: "szn",
    desktopMetadata: "westeurope",
    filesBackup: both,
  },
  uksouth: {
    displayName: "UK South",
    geography: "United Kingdom",
    zones: true,
    pair: "ukwest",
    onRequest: false,
    code: "uks",
    desktopMetadata: "uksouth",
    filesBackup: both,
  },
} as const satisfies Record<string, RegionFacts>;

/** Programmatic name of a region firms' data may be in. */
export type Region = keyof typeof facts;

/** Facts of every region. */
export const regionFacts: Readonly<Record<Region, RegionFacts>> = facts;

/**
 * Regions this product works in: those of the European Economic Area, and those of Switzerland and the United
 * Kingdom, whose data protection the European Commission found adequate. The default comes first.
 */
export const regions: readonly Region[] = Object.keys(facts).filter(
  (name): name is Region => name in facts,
);
