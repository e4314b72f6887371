import { Decimal, hoursPerMonth, zero } from "../cost/money";
import type { Program, ProgramResource } from "../cost/program";
import type { UsageKey } from "../cost/usage-keys";
import type { Firm } from "../firm/firm";
import { about, type Assumption } from "./assumptions";
import { sharesOf, type ProtectedShare } from "./protected-shares";

/** Part of a share that is filled, and part of that which a day changes, in percent. */
const sharePercent = { filled: 70, changedADay: 1 } as const;

/** What an archive holds of the client files, in percent of their size. */
const archivePercent = 20;

/** Writes of a month: the closing of years, day by day. */
const blobWrites = 10_000;

const packageReads = 1_000;

/** What lies in a firm's shares, backups and blob accounts. */
export function storesOf(program: Program, firm: Firm | undefined): readonly Assumption[] {
  return [
    ...sharesOf(program).flatMap(shareAssumptions),
    ...(firm === undefined ? [] : [...blobsOf(program, firm), ...rehearsedOf(program, firm)]),
    ...packagesOf(program),
  ];
}

/** What machines in an office read their configuration from: some hundred kilobytes, when something in it changed. */
function packagesOf(program: Program): readonly Assumption[] {
  const accounts = program
    .ofTypes(["storage:StorageAccount"])
    .filter(({ registered }) => registered.urn.includes("cabinet:site:PackageStore$"));
  const figure = (key: UsageKey, value: Decimal, unit: string) =>
    about(accounts, key, value, unit, {
      fr: "paquets de configuration, lus quand ils changent",
      en: "packages of configuration, read when they change",
    });
  return [
    ...figure("storageGb", new Decimal("0.01"), "GB"),
    ...figure("monthlyReadOperations", new Decimal(packageReads), "operations"),
    ...(
      [
        "monthlyWriteOperations",
        "monthlyListAndCreateContainerOperations",
        "monthlyOtherOperations",
        "blobIndexTags",
      ] as const
    ).flatMap((key) => notUsed(accounts, key)),
  ];
}

function shareAssumptions({ share, item, quotaGib, snapshotDays, vaultPoints }: ProtectedShare) {
  const { filled, changedADay } = sharePercent;
  const used = quotaGib.times(filled).div(100);
  const aDay = used.times(changedADay).div(100);
  const start = {
    fr: `partage rempli à ${filled} %, ${changedADay} % change par jour`,
    en: `share filled to ${filled} %, ${changedADay} % of that changes a day`,
  };
  return [
    ...about([share], "snapshotsStorageGb", aDay.times(snapshotDays), "GB", {
      fr: `${start.fr}, instantanés gardés ${snapshotDays} jours`,
      en: `${start.en}, snapshots kept ${snapshotDays} days`,
    }),
    ...(vaultPoints === 0
      ? []
      : about([item], "backupStorageGb", used.plus(aDay.times(vaultPoints)), "GB", {
          fr: `${start.fr}, une copie entière et ${vaultPoints} points de restauration au coffre`,
          en: `${start.en}, one whole copy and ${vaultPoints} recovery points in the vault`,
        })),
  ];
}

/** Hours a month for which a restored copy of the client files is there; a share is paid by its provisioned size. */
const rehearsalHours = 6;

function rehearsedOf(program: Program, { data }: Firm): readonly Assumption[] {
  const accounts = program
    .ofTypes(["storage:StorageAccount"])
    .filter(({ registered }) => registered.name.startsWith("rehearsal"));
  const mean = new Decimal(data.dossiersGiB).times(rehearsalHours).div(hoursPerMonth);
  return [
    ...about(accounts, "dataAtRestStorageGb", mean.toDecimalPlaces(1), "GB", {
      fr: `copie des dossiers (${data.dossiersGiB} Gio) restaurée pendant ${rehearsalHours} heures par mois, pour essai`,
      en: `copy of the client files (${data.dossiersGiB} GiB) restored for ${rehearsalHours} hours a month, for practice`,
    }),
    ...about(accounts, "snapshotsStorageGb", zero, "GB", {
      fr: "aucun instantané de la copie",
      en: "no snapshot of that copy",
    }),
  ];
}

/** Keys of what blobs cost beside their space and their writing. */
const unusedBlobKeys = [
  "monthlyListAndCreateContainerOperations",
  "monthlyReadOperations",
  "monthlyOtherOperations",
  "blobIndexTags",
] as const satisfies readonly UsageKey[];

function blobsOf(program: Program, { data }: Firm): readonly Assumption[] {
  return program
    .ofTypes(["storage:StorageAccount"])
    .filter(({ inputs }) => inputs.reference("kind") === "StorageV2")
    .flatMap((account) => {
      const landing = account.registered.name.startsWith("landing");
      const percent = landing ? sharePercent.filled : archivePercent;
      const held = new Decimal(data.dossiersGiB).times(percent).div(100);
      return [
        ...about([account], "storageGb", held, "GB", {
          fr: `${percent} % de la taille des dossiers (${data.dossiersGiB} Gio)`,
          en: `${percent} % of the size of the client files (${data.dossiersGiB} GiB)`,
        }),
        ...about([account], "monthlyWriteOperations", new Decimal(blobWrites), "operations", {
          fr: "dépôts du mois",
          en: "what is put there in a month",
        }),
        ...unusedBlobKeys.flatMap((key) => notUsed([account], key)),
      ];
    });
}

function notUsed(resources: readonly ProgramResource[], key: UsageKey): readonly Assumption[] {
  return about(resources, key, zero, "operations", { fr: "presque rien", en: "next to nothing" });
}
