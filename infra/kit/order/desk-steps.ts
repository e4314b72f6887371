import { carriesScans } from "../../firm/carries-scans";
import type { Firm } from "../../firm/firm";
import type { Site } from "../../firm/site";
import type { KitWish } from "../wish";
import type { Step } from "./step";

/** What is done on each desk. */
export function deskSteps({ firm, site }: KitWish): readonly Step[] {
  const { broker } = firm.sessions;
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
    ...scanSteps(firm, site),
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

/** How a page of a scanner comes to the session, or that it does not. */
function scanSteps({ sessions, desks }: Firm, site: Site): readonly Step[] {
  const opens = {
    fr: "Une page numérisée s'ouvre dans la session.",
    en: "A scanned page opens in the session.",
  };
  switch (sessions.scanning) {
    case "none":
      return [];
    case "twain":
      return [
        {
          task: {
            fr: "Installer le pilote TWAIN du scanner sur le poste : les pages passent par le canal TWAIN de Citrix.",
            en: "Install the scanner's TWAIN driver on the desk: pages go through Citrix' TWAIN channel.",
          },
          proof: opens,
        },
      ];
    case "folder":
      return carriesScans(sessions, site)
        ? [
            {
              task: {
                fr: `Régler le scanner pour qu'il écrive dans ${desks.scanFolder}, puis poste\\installer.ps1 -ScanInbox avec la sortie « dossiersShare » suivie de \\Scans : les pages passent par le tunnel.`,
                en: `Have the scanner write into ${desks.scanFolder}, then poste\\installer.ps1 -ScanInbox with the output "dossiersShare" followed by \\Scans: pages go through the tunnel.`,
              },
              proof: opens,
            },
          ]
        : [
            {
              task: {
                fr: `Régler le scanner pour qu'il écrive dans ${desks.scanFolder}. Ces pages restent sur le poste : aucun lecteur n'est redirigé dans la session. Elles y arrivent seulement par un tunnel avec scans: carry, ou par Citrix avec scanning: twain ; le dire au cabinet.`,
                en: `Have the scanner write into ${desks.scanFolder}. These pages stay on the desk: no drive is redirected into the session. They come there only through a tunnel with scans: carry, or by Citrix with scanning: twain; tell the firm so.`,
              },
              proof: {
                fr: "Une page numérisée est dans le dossier du poste.",
                en: "A scanned page is in the desk's folder.",
              },
            },
          ];
  }
}
