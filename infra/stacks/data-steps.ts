import { exportDays } from "../components/departure";
import { landingDays, tokenDays } from "../components/landing";
import type { Firm } from "../firm/firm";
import { step, type ManualStep } from "./manual-step";

type StepsOf = Pick<Firm, "key" | "identity" | "data" | "landing" | "stage">;

/** What people do for a firm's shares, archives and landing place. */
export function dataSteps(firm: StepsOf): readonly ManualStep[] {
  return [
    ...kerberosSteps(firm),
    ...folderSteps(firm),
    ...landingSteps(firm),
    ...archiveSteps(firm),
    ...leavingSteps(firm),
  ];
}

function kerberosSteps({ identity }: StepsOf): readonly ManualStep[] {
  const consent = step(
    "Dans Entra : accorder le consentement d'administrateur aux applications des comptes de stockage, et les exclure des règles d'accès conditionnel qui exigent l'authentification multifacteur.",
    "In Entra: grant admin consent to the storage accounts' applications, and exclude them from conditional access rules that demand multi-factor authentication.",
  );
  const groups = step(
    "Dans Entra Cloud Sync : provisionner les groupes du cabinet (sortie « rights ») dans le domaine, qui autrement ne les connaît pas.",
    'In Entra Cloud Sync: provision the firm\'s groups (output "rights") to the domain, which does not know them otherwise.',
  );
  switch (identity.mode) {
    case "entra":
      return [consent];
    case "hybrid":
      return [consent, groups];
    case "domainServices":
      return [];
  }
}

// The role stands in for the account's key, with which SMB does not work here:
// https://learn.microsoft.com/azure/storage/files/storage-files-identity-configure-file-level-permissions
const adminRole = "Storage File Data SMB Admin";

function folderSteps({ data }: StepsOf): readonly ManualStep[] {
  const folders = step(
    `Depuis un hôte, avec le rôle ${adminRole} sur les comptes de stockage le temps de le faire : exécuter les commandes « rights.commands.folders », qui fixent les droits des dossiers.`,
    `On a host, holding the role ${adminRole} on the storage accounts for as long as it takes: run the commands "rights.commands.folders", which set the folders' rights.`,
  );
  if (data.store === "azureFiles") return [folders];
  return [
    step(
      "Sur le serveur de fichiers, en administrateur : exécuter d'abord les commandes « rights.commands.server », qui ouvrent le partage aux groupes.",
      'On the file server, as an administrator: first run the commands "rights.commands.server", which let the groups into the share.',
    ),
    folders,
  ];
}

function landingSteps({ key, landing, stage }: StepsOf): readonly ManualStep[] {
  if (stage !== "landing" || landing.kind === "none") return [];
  return [
    step(
      "Sur l'ancien serveur, quand plus personne n'y travaille : lister ses fichiers avec le script « landing.script », qui prend le dossier et écrit manifest.csv.",
      'On the old server, once nobody works there any more: list its files with the script "landing.script", which takes the folder and writes manifest.csv.',
    ),
    carrierStep(landing.carrier),
    step(
      `Une fois les données copiées dans le partage des dossiers : le lister depuis un hôte avec le même script (arrived.csv), puis cabinet verify ${key} --manifest manifest.csv --arrived arrived.csv. Le stade verified demande ce que cette commande imprime.`,
      `Once the data was copied into the share for client files: list that on a host with the same script (arrived.csv), then cabinet verify ${key} --manifest manifest.csv --arrived arrived.csv. The stage verified demands what this command prints.`,
    ),
  ];
}

const gone = {
  fr: `un fichier n'y reste que ${landingDays} jours, et tout disparaît dès que stage vaut verified : copier avant les données dans le partage des dossiers.`,
  en: `a file stays ${landingDays} days, and all of it goes once stage is verified: copy the data into the share for client files before.`,
};

function carrierStep(carrier: "technician" | "importExport"): ManualStep {
  switch (carrier) {
    case "technician":
      return step(
        `Inscrire le technicien dans access.technicians du fichier du cabinet, pour les jours du dépôt : il active alors le groupe « landing.technicians », et Entra le lui retire. Depuis le réseau du cabinet il dépose les données de son disque chiffré dans le conteneur disk ; un jeton ne vaut que ${tokenDays} jours, ${gone.fr}`,
        `Write the technician into access.technicians of the firm's file, for the days of the transfer: he then takes up the group "landing.technicians", and Entra ends it. From the firm's network he puts the data of his encrypted disk into the container disk; a token lasts ${tokenDays} days, ${gone.en}`,
      );
    case "importExport":
      return step(
        `Préparer le disque SATA avec WAImportExport (BitLocker), créer une tâche d'importation vers le compte « landing.account », conteneur disk, et envoyer le disque à l'adresse qu'elle donne ; ${gone.fr}`,
        `Prepare the SATA disk with WAImportExport (BitLocker), create an import job into the account "landing.account", container disk, and send the disk to the address it names; ${gone.en}`,
      );
  }
}

function archiveSteps({ data }: StepsOf): readonly ManualStep[] {
  if (data.archive.length === 0) return [];
  return [
    step(
      "Archives : chaque durée est fixée mais peut encore être levée. Sur demande écrite du cabinet, la verrouiller pour toujours : az storage container immutability-policy lock.",
      "Archives: each duration is set but can still be lifted. When the firm asks in writing, lock it for ever: az storage container immutability-policy lock.",
    ),
  ];
}

function leavingSteps({ stage, data }: StepsOf): readonly ManualStep[] {
  if (stage !== "leaving") return [];
  return [
    step(
      "Avant le déploiement au stade leaving et avant la destruction : une seconde personne accorde le rôle Backup MUA Operator sur le garde des sauvegardes de la plateforme, le temps de l'opération.",
      "Before deploying the stage leaving, and before the destruction: a second person grants the role Backup MUA Operator on the platform's backup guard for as long as the operation takes.",
    ),
    step(
      `Depuis un hôte, avec le rôle Storage Blob Data Contributor sur le compte « export.account » : exécuter « export.commands », qui déposent les dossiers, leur liste avec SHA-256 et la liste des FEC ; le cabinet a ${exportDays} jours pour les prendre.`,
      `On a host, holding the role Storage Blob Data Contributor on the account "export.account": run "export.commands", which hand over the files, their list with SHA-256 and the list of FEC; the firm has ${exportDays} days to fetch them.`,
    ),
    ...(data.archive.length === 0
      ? []
      : [
          step(
            "Les superviseurs du cabinet copient les archives légales (sortie « archive ») : leur conservation devient l'affaire du cabinet.",
            "The firm's supervisors copy the legal archives (output \"archive\"): to keep them is then the firm's own duty.",
          ),
        ]),
    step(
      "Quand le cabinet confirme par écrit qu'il a tout : détruire la pile. La sortie « remains » est la liste de ce qu'Azure garde, et jusqu'à quand.",
      'Once the firm confirms in writing that it has everything: destroy the stack. The output "remains" is the list of what Azure keeps, and until when.',
    ),
  ];
}
