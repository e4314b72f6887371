import * as pulumi from "@pulumi/pulumi";
import { regionFacts } from "../azure/regions";
import { Archive } from "../components/archive";
import type { BlobCopies } from "../components/blob-store";
import type { DepartureArgs } from "../components/departure";
import { fileListScript } from "../components/file-list-script";
import { FileStore } from "../components/file-store";
import { FirmKey } from "../components/firm-key";
import type { FirmNetwork } from "../components/firm-network";
import { Keys } from "../components/keys";
import { Landing } from "../components/landing";
import type { Rehearsal } from "../components/rehearsal";
import { Recovery } from "../components/recovery";
import type { ShareName } from "../components/rights";
import type { TimedMember } from "../components/timed-members";
import { archivePresets } from "../firm/archive-presets";
import type { Firm, Redundancy } from "../firm/firm";
import { recoveryPoints } from "../firm/recovery-points";
import { profilesShare } from "../firm/storage-sizing";
import { rehearsalOf } from "./firm-rehearsal";
import { fileServerOf } from "./firm-file-server";
import type { Live, PlatformOutputs } from "./platform-outputs";
import type { PrivateHosts } from "./firm-names";
import { backupRedundancy } from "./redundancy-gate";
import type { PlacedGroup } from "./resource-groups";

export interface FirmDataArgs {
  readonly firm: Firm;
  readonly environment: string;
  readonly tenant: string;
  /** Group of everything that holds data. */
  readonly group: PlacedGroup;
  /** Makes the group of a file server, where the firm has one. */
  readonly makeGroup: (purpose: string) => PlacedGroup;
  /** Who may bring the firm's data, for a time. */
  readonly technicians: readonly TimedMember[];
  readonly network: FirmNetwork;
  readonly hub: Live<PlatformOutputs>;
}

/** What the rest of a firm's stack needs of its data. */
export interface FirmData {
  readonly keys: Keys;
  readonly key: FirmKey;
  readonly recoveryVaultName: pulumi.Output<string>;
  /** Shares, as Windows writes them. */
  readonly paths: Readonly<Record<ShareName, pulumi.Output<string>>>;
  /** Shares that Azure gives rights on; a file server gives its own. */
  readonly shareIds: Readonly<{
    profiles: pulumi.Output<string>;
    dossiers?: pulumi.Output<string>;
  }>;
  /** Account with the legal archives, where the firm keeps some. */
  readonly archiveId: pulumi.Output<string> | undefined;
  /** Resources that send logs. */
  readonly sources: Readonly<Record<string, pulumi.Input<string>>>;
  /** Shares of Azure Files by what they hold, as they are measured. */
  readonly shares: Readonly<Record<string, MeasuredShare>>;
  /** The vault with the backups, which raises alerts of its own. */
  readonly recoveryVaultId: pulumi.Output<string>;
  /** Job that rehearses restores, where there is one. */
  readonly rehearsal: Pick<Rehearsal, "jobName" | "fileServiceId"> | undefined;
  /** Groups of machines that hold data. */
  readonly machineGroupIds: readonly pulumi.Input<string>[];
  /** What is behind private endpoints, by the name it has there. */
  readonly privateHosts: PrivateHosts;
  /** What must not be deleted, and what has to be there before it is locked. */
  readonly lockScopes: Readonly<Record<string, pulumi.Input<string>>>;
  readonly lockAfter: readonly pulumi.Resource[];
  /** What a store of blobs of the firm takes. */
  readonly blobs: Omit<DepartureArgs, "supervisorsId">;
  readonly outputs: pulumi.Inputs;
}

export interface MeasuredShare {
  readonly accountName: pulumi.Output<string>;
  readonly serviceId: pulumi.Output<string>;
  readonly quotaGiB: number;
}

/** Keys, shares or server, archives, landing place and backups of a firm. */
export function firmData(args: FirmDataArgs, opts: pulumi.ComponentResourceOptions): FirmData {
  const { firm, group, network, hub } = args;
  const { data, stage, identity, region } = firm;
  const facts = regionFacts[region];
  const { placement } = group;
  const subnetId = network.endpointsSubnetId;

  const keys = new Keys(
    "keys",
    {
      ...placement,
      tenant: args.tenant,
      number: firm.keyVault,
      readByTemplates: identity.mode !== "entra",
      endpoint: { subnetId, zoneId: hub.vaultZoneId },
    },
    opts,
  );
  const key = new FirmKey(
    "key",
    { ...placement, vaultId: keys.vaultId, vaultName: keys.vaultName },
    opts,
  );
  const encrypted = { ...placement, encryption: key.forStorage, keyReady: key.ready };

  const fileStore = (purpose: ShareName, quotaGiB: number, vaultCopies: boolean): FileStore =>
    new FileStore(
      purpose,
      {
        ...encrypted,
        purpose,
        quotaGiB,
        redundancy: data.redundancy,
        vaultCopies,
        identity: identity.mode,
        endpoint: { subnetId, zoneId: hub.fileZoneId },
      },
      opts,
    );
  const profilesGiB = profilesShare(firm.people, data).quotaGiB;
  const profiles = fileStore("profiles", profilesGiB, false);
  const dossiers =
    data.store === "azureFiles"
      ? fileStore("dossiers", data.dossiersGiB, facts.filesBackup.vault)
      : undefined;

  const blobs = {
    ...encrypted,
    endpoint: { subnetId, zoneId: hub.blobZoneId },
  };
  const archive =
    data.archive.length === 0
      ? undefined
      : new Archive(
          "archive",
          {
            ...blobs,
            copies: archiveCopies[data.redundancy],
            durations: data.archive.map((name) => ({ name, years: archivePresets[name].years })),
          },
          opts,
        );
  const landing =
    stage !== "landing" || firm.landing.kind === "none"
      ? undefined
      : new Landing(
          "landing",
          {
            ...blobs,
            owner: {
              environment: args.environment,
              firm: firm.key,
              subscription: firm.subscription,
            },
            carrier: firm.landing.carrier,
            technicians: args.technicians,
            resourceGroupId: group.id,
            copies: archiveCopies[data.redundancy],
          },
          opts,
        );

  const recovery = new Recovery(
    "recovery",
    {
      ...placement,
      backup: firm.backup,
      guardId: hub.guardIds.apply((ids) => guardOf(ids, region)),
      redundancy: backupRedundancy[data.redundancy],
      vaultCopies: facts.filesBackup.vault,
      leaving: stage === "leaving",
      profiles,
      dossiers,
      dataGroupName: placement.resourceGroupName,
    },
    opts,
  );
  const rehearsal = rehearsalOf(args, key, dossiers, recovery, opts);
  const placed = dossiers === undefined ? fileServerOf(args, keys, key, recovery, opts) : undefined;
  const server = placed?.server;

  const dossiersPath = dossiers?.uncPath ?? pulumi.output(server?.uncPath ?? "");
  return {
    keys,
    key,
    recoveryVaultName: recovery.vaultName,
    paths: { profiles: profiles.uncPath, dossiers: dossiersPath },
    shareIds: {
      profiles: profiles.shareId,
      ...(dossiers === undefined ? {} : { dossiers: dossiers.shareId }),
    },
    archiveId: archive?.accountId,
    sources: {
      keys: keys.vaultId,
      recovery: recovery.vaultId,
      ...(rehearsal === undefined ? {} : { rehearsal: rehearsal.environmentId }),
      ...(archive === undefined ? {} : { archive: archive.serviceId }),
      ...(landing === undefined ? {} : { landing: landing.serviceId }),
    },
    shares: {
      profiles: measured(profiles, profilesGiB),
      ...(dossiers === undefined ? {} : { dossiers: measured(dossiers, data.dossiersGiB) }),
    },
    recoveryVaultId: recovery.vaultId,
    rehearsal,
    machineGroupIds: placed === undefined ? [] : [placed.groupId],
    privateHosts: {
      file: [profiles, dossiers, rehearsal].flatMap((one) => one?.accountName ?? []),
      blob: [archive, landing].flatMap((one) => one?.accountName ?? []),
      vault: [keys.vaultName],
    },
    lockScopes: {
      profiles: profiles.accountId,
      ...(dossiers === undefined ? {} : { dossiers: dossiers.accountId }),
      ...(server === undefined ? {} : { files: server.dataDiskId }),
      ...(archive === undefined ? {} : { archive: archive.accountId }),
      keys: keys.vaultId,
      recovery: recovery.vaultId,
    },
    lockAfter: [profiles, dossiers, server, archive, landing, keys, key, recovery].filter(
      (one) => one !== undefined,
    ),
    blobs: { ...blobs, copies: archiveCopies[data.redundancy] },
    outputs: {
      recoveryPoints: [...recoveryPoints(firm)],
      backupRedundancy: backupRedundancy[data.redundancy],
      profilesShare: profiles.uncPath,
      dossiersShare: dossiersPath,
      ...(archive === undefined
        ? {}
        : { archive: { account: archive.accountName, containers: archive.containers } }),
      ...(landing === undefined
        ? {}
        : {
            landing: {
              account: landing.accountName,
              technicians: landing.technicians,
              script: fileListScript,
            },
          }),
    },
  };
}

function guardOf(ids: PlatformOutputs["guardIds"], region: string): string {
  const id = ids[region];
  if (id !== undefined) return id;
  throw new pulumi.RunError(
    `the platform has no backup guard in ${region}: deploy the platform again, then this firm`,
  );
}

function measured({ accountName, serviceId }: FileStore, quotaGiB: number): MeasuredShare {
  return { accountName, serviceId, quotaGiB };
}

/** A region without zones has a pair, and archives are never in one data centre alone. */
const archiveCopies = {
  local: "region",
  zone: "zone",
  geo: "zoneAndRegion",
} as const satisfies Record<Redundancy, BlobCopies>;
