import type { KitWish } from "../wish";
import type { Step } from "./step";

/** What is done on each desk. */
export function deskSteps({ firm }: KitWish): readonly Step[] {
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
