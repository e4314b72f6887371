import type { SiteMachine } from "../../firm/site";
import { isDomainController } from "../../slim-server/machine-role";
import type { Phrase } from "../../slim-server/phrase";
import { deskPrograms } from "../desk/desk-programs";
import type { KitWish } from "../wish";

/** One thing to do, and how one sees that it is done. */
export interface Step {
  readonly task: Phrase;
  readonly proof: Phrase;
}

export interface Chapter {
  readonly title: Phrase;
  readonly steps: readonly Step[];
}

/** The visit, in the order in which things depend on one another. */
export function chapters(wish: KitWish): readonly Chapter[] {
  const { machines } = wish.site;
  return [
    { title: { fr: "Avant la visite", en: "Before the visit" }, steps: beforeSteps(wish) },
    { title: { fr: "Ancien serveur", en: "Old server" }, steps: oldServerSteps },
    ...machines.map((machine) => ({
      title: { fr: `Machine ${machine.name}`, en: `Machine ${machine.name}` },
      steps: machineSteps(wish, machine),
    })),
    { title: { fr: "Chaque poste", en: "Each desk" }, steps: deskSteps(wish) },
    { title: { fr: "Départ de l'ancien serveur", en: "The old server leaves" }, steps: leaveSteps },
    { title: { fr: "Après la visite", en: "After the visit" }, steps: afterSteps(wish) },
  ];
}

function beforeSteps({ firm, site }: KitWish): readonly Step[] {
  const drivers = [
    ...new Set(
      site.printers
        .filter(({ driver }) => driver.kind === "own" || driver.origin === "vendor")
        .map(({ driver }) => driver.name),
    ),
  ];
  const unpinned = deskPrograms(firm).filter(({ sha256 }) => sha256 === undefined);
  return [
    ...drivers.map((name) => ({
      task: {
        fr: `Télécharger le pilote « ${name} » chez son fabricant, décompressé dans le dossier pilotes de la machine d'impression.`,
        en: `Download the driver "${name}" from its vendor, unpacked into the folder pilotes of the print machine.`,
      },
      proof: { fr: "Le dossier contient un fichier INF.", en: "The folder has an INF file." },
    })),
    ...unpinned.map(({ name, key }) => ({
      task: {
        fr: `${name} : la fiche du cabinet ne nomme aucun fichier, installer.ps1 le refusera. Écrire ${key} (version, url, sha256) et refaire le kit.`,
        en: `${name}: the firm file names no file, and installer.ps1 will refuse it. Write ${key} (version, url, sha256) and make the kit again.`,
      },
      proof: {
        fr: "Cette ligne a disparu du bon de travail.",
        en: "This line is gone from the work order.",
      },
    })),
    {
      task: {
        fr: "Comparer ce dossier à kit.json : cabinet kit, relancé sur le dossier, ne change aucun fichier.",
        en: "Hold this folder against kit.json: cabinet kit, run on it again, changes no file.",
      },
      proof: { fr: "« 0 fichier modifié ».", en: '"0 files changed".' },
    },
    {
      task: {
        fr: "Convenir de l'heure : l'impression et les adresses manquent pendant la bascule.",
        en: "Agree on the hour: printing and addresses are missing meanwhile.",
      },
      proof: { fr: "Accord du cabinet.", en: "The firm agrees." },
    },
  ];
}

const oldServerSteps: readonly Step[] = [
  {
    task: {
      fr: "Vérifier que la reprise des données dans Azure est signée par le cabinet.",
      en: "See that the firm has signed for its data in Azure.",
    },
    proof: { fr: "Procès-verbal de reprise.", en: "Record of the migration." },
  },
  {
    task: {
      fr: "Faire l'inventaire : ancien-serveur\\depart.ps1, sans paramètre ; il ne touche à rien.",
      en: "Take the inventory: ancien-serveur\\depart.ps1, without a parameter; it touches nothing.",
    },
    proof: {
      fr: "inventaire-….json et consentement-….json sont écrits.",
      en: "inventaire-….json and consentement-….json are written.",
    },
  },
];

function machineSteps(wish: KitWish, machine: SiteMachine): readonly Step[] {
  const { site } = wish;
  const controller = isDomainController(machine.role);
  const prints = machine.role === "print" || machine.role === "server";
  const run = (script: string, fr: string, en: string, proof: Phrase): Step => ({
    task: { fr: `${script} : ${fr}`, en: `${script}: ${en}` },
    proof,
  });
  const address = `${machine.address.text}/${site.lan.prefix}`;
  return [
    run(
      "10-preparer.ps1",
      `nom ${machine.name}, adresse ${address}, rôles ; redémarrer et relancer tant qu'il le demande.`,
      `name ${machine.name}, address ${address}, roles; restart and run again as long as it asks.`,
      { fr: "« prête ».", en: '"prête" (ready).' },
    ),
    controller
      ? run(
          "20-annuaire.ps1",
          site.directory.forest === "new"
            ? `premier contrôleur de ${site.directory.domain} ; noter le mot de passe de restauration dans le coffre du cabinet.`
            : `contrôleur de plus de ${site.directory.domain} ; noter le mot de passe de restauration dans le coffre du cabinet.`,
          site.directory.forest === "new"
            ? `first controller of ${site.directory.domain}; keep the restore password in the firm's vault.`
            : `one more controller of ${site.directory.domain}; keep the restore password in the firm's vault.`,
          {
            fr: "dcdiag sans erreur après le redémarrage.",
            en: "dcdiag without errors after the restart.",
          },
        )
      : run(
          "20-joindre.ps1",
          `joindre ${site.directory.domain}.`,
          `join ${site.directory.domain}.`,
          { fr: "Session du domaine ouverte.", en: "Signed in to the domain." },
        ),
    ...(controller
      ? [
          run("30-dns.ps1", "redirecteurs et zones.", "forwarders and zones.", {
            fr: "nslookup d'un nom public et d'un nom du domaine répondent.",
            en: "nslookup answers for a public name and one of the domain.",
          }),
          run(
            "31-dhcp.ps1",
            "arrêter d'abord le DHCP de la box, puis étendue, options et réservations.",
            "first stop DHCP on the router, then scope, options and reservations.",
            {
              fr: "ipconfig /renew sur un poste reçoit une adresse de la plage.",
              en: "ipconfig /renew on a desk gets an address of the range.",
            },
          ),
        ]
      : []),
    ...(prints && site.printers.length > 0
      ? [
          run("40-imprimantes.ps1", "pilotes et files d'impression.", "drivers and queues.", {
            fr: "Une page de test sort de chaque imprimante.",
            en: "A test page comes out of every printer.",
          }),
        ]
      : []),
    ...(site.supervision.kind === "arc"
      ? [
          run("50-arc.ps1", "inscrire à Azure Arc.", "onboard to Azure Arc.", {
            fr: `L'identifiant affiché est reporté dans la fiche du cabinet (arc.machines.${machine.role}).`,
            en: `The id it prints is written into the firm file (arc.machines.${machine.role}).`,
          }),
        ]
      : []),
    run(
      `90-verifier.ps1 -Report ${machine.name}.json`,
      "comparer à ce qu'un serveur allégé peut avoir.",
      "compare with what a slim server may have.",
      { fr: "« conforme ».", en: '"conforme" (compliant).' },
    ),
  ];
}

function deskSteps({ firm }: KitWish): readonly Step[] {
  const { scanning, broker } = firm.sessions;
  const client = broker.kind === "citrix" ? "Citrix Workspace" : "Windows App";
  return [
    {
      task: {
        fr: "poste\\installer.ps1 : client de session, numérisation, imprimantes.",
        en: "poste\\installer.ps1: the session's client, scanning, printers.",
      },
      proof: { fr: "« Poste préparé ».", en: '"Poste préparé" (prepared).' },
    },
    {
      task: {
        fr: `Ouvrir ${client} avec le compte de la personne et lancer le bureau du cabinet.`,
        en: `Open ${client} with the person's account and start the firm's desktop.`,
      },
      proof: {
        fr: `La session couvre les ${firm.desks.screens} écrans du poste, ou ceux qu'il a.`,
        en: `The session spans the desk's ${firm.desks.screens} screens, or those it has.`,
      },
    },
    ...(scanning === "none"
      ? []
      : [
          {
            task:
              scanning === "folder"
                ? {
                    fr: `Régler le scanner pour qu'il écrive dans ${firm.desks.scanFolder}.`,
                    en: `Have the scanner write into ${firm.desks.scanFolder}.`,
                  }
                : {
                    fr: "Installer le pilote TWAIN du scanner sur le poste.",
                    en: "Install the scanner's TWAIN driver on the desk.",
                  },
            proof: {
              fr: "Une page numérisée s'ouvre dans la session.",
              en: "A scanned page opens in the session.",
            },
          },
        ]),
    {
      task: {
        fr: "Imprimer depuis la session sur l'imprimante de la personne.",
        en: "Print from the session on the person's printer.",
      },
      proof: { fr: "La page sort.", en: "The page comes out." },
    },
    {
      task: {
        fr: "poste\\verifier.ps1 -Csv postes.csv, une seule liste pour tous les postes.",
        en: "poste\\verifier.ps1 -Csv postes.csv, one list for all desks.",
      },
      proof: { fr: "« prêt ».", en: '"prêt" (ready).' },
    },
  ];
}

const leaveSteps: readonly Step[] = [
  {
    task: {
      fr: "Le responsable lit l'inventaire, remplit le consentement (nom, date, données reprises) et en retire ce qu'il refuse.",
      en: "Who is responsible reads the inventory, fills in the consent (name, date, data taken over) and takes out what is refused.",
    },
    proof: { fr: "Consentement rempli.", en: "The consent is filled in." },
  },
  {
    task: {
      fr: "ancien-serveur\\depart.ps1 -Consent consentement-….json -WhatIf, relire, puis sans -WhatIf.",
      en: "ancien-serveur\\depart.ps1 -Consent consentement-….json -WhatIf, read it, then without -WhatIf.",
    },
    proof: {
      fr: "depart.ps1 sans paramètre ne trouve plus que ce qui a été refusé.",
      en: "depart.ps1 without a parameter finds only what was refused.",
    },
  },
];

function afterSteps({ firm, site }: KitWish): readonly Step[] {
  const reports = site.machines.map(({ name }) => `--report ${name}.json`).join(" ");
  return [
    {
      task: {
        fr: `cabinet audit ${firm.key} --site ${site.key} ${reports}`,
        en: `cabinet audit ${firm.key} --site ${site.key} ${reports}`,
      },
      proof: { fr: "Aucun écart.", en: "No difference." },
    },
    {
      task: {
        fr: `cabinet desks ${firm.key} --csv postes.csv`,
        en: `cabinet desks ${firm.key} --csv postes.csv`,
      },
      proof: { fr: "Tous les postes sont aptes.", en: "Every desk passes." },
    },
  ];
}
