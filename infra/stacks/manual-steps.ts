import type { Firm } from "../firm/firm";
import { webServices } from "../firm/services";
import { citrixSteps } from "./citrix-steps";
import { dataSteps } from "./data-steps";
import { domainSteps } from "./domain-steps";
import { step, type ManualStep } from "./manual-step";

type StepsOf = Pick<
  Firm,
  | "key"
  | "network"
  | "workday"
  | "sessions"
  | "identity"
  | "people"
  | "data"
  | "landing"
  | "stage"
  | "services"
  | "tenancy"
>;

/** All that a firm's stack leaves to people, in the order in which it is done. */
export function manualSteps(firm: StepsOf): readonly ManualStep[] {
  return [
    ...domainSteps(firm),
    ...dataSteps(firm),
    ...brokerSteps(firm),
    ...serviceSteps(firm),
    ...printingSteps(firm),
    ...scanningSteps(firm),
  ];
}

function brokerSteps(firm: StepsOf): readonly ManualStep[] {
  const { broker } = firm.sessions;
  switch (broker.kind) {
    case "avd":
      if (firm.tenancy === "provider")
        return [
          step(
            "Inscrire l'abonnement Azure à la tarification d'accès par utilisateur d'Azure Virtual Desktop : dans le locataire du prestataire, les licences Microsoft 365 du cabinet ne donnent pas droit à Windows.",
            "Enrol the Azure subscription in per-user access pricing for Azure Virtual Desktop: in the provider's tenant the firm's Microsoft 365 licences give no right to Windows.",
          ),
        ];
      return firm.people.externals === 0
        ? []
        : [
            step(
              "Inscrire l'abonnement Azure à la tarification d'accès par utilisateur d'Azure Virtual Desktop : les licences Microsoft 365 du cabinet ne couvrent pas les externes.",
              "Enrol the Azure subscription in per-user access pricing for Azure Virtual Desktop: the firm's Microsoft 365 licences do not cover externals.",
            ),
          ];
    case "citrix":
      return citrixSteps(firm, broker);
  }
}

function serviceSteps({ services, sessions: { broker } }: StepsOf): readonly ManualStep[] {
  const { web, quadraConnect } = services;
  return [
    ...web.map((service) =>
      step(
        `Chez l'éditeur : ouvrir ${webServices[service].name} au cabinet ; dans Entra : mettre ses utilisateurs dans le groupe de la sortie « services ».`,
        `With the vendor: open ${webServices[service].name} to the firm; in Entra: put its users into the group in the output "services".`,
      ),
    ),
    ...(quadraConnect === undefined || broker.kind === "avd"
      ? []
      : [
          step(
            `Dans Citrix Cloud : publier ${quadraConnect.name} (${quadraConnect.path}) pour le groupe quadraconnect, sans bureau.`,
            `In Citrix Cloud: publish ${quadraConnect.name} (${quadraConnect.path}) for the group quadraconnect, with no desktop.`,
          ),
        ]),
  ];
}

function printingSteps({ sessions: { printing } }: StepsOf): readonly ManualStep[] {
  switch (printing.kind) {
    case "redirect":
    case "none":
      return [];
    case "universalPrint":
      return [
        step(
          "Acheter les licences Universal Print : la tarification d'accès par utilisateur ne les comprend pas.",
          "Buy Universal Print licences: per-user access pricing does not include them.",
        ),
        step(
          "Dans chaque bureau : installer le connecteur Universal Print (https://aka.ms/UPConnector), s'y connecter et y inscrire les imprimantes.",
          "In each office: install the Universal Print connector (https://aka.ms/UPConnector), sign in to it and register the printers.",
        ),
        step(
          "Dans le portail Universal Print : partager chaque imprimante avec le groupe du personnel ; Microsoft Graph ne le permet qu'à une personne connectée.",
          "In the Universal Print portal: share each printer with the staff group; Microsoft Graph allows that to a signed-in person only.",
        ),
      ];
    case "thinprint":
      return [
        step(
          `Sur le serveur de licences ${printing.licenceServer.text} : saisir les clés ThinPrint et autoriser les hôtes du cabinet.`,
          `On the licence server ${printing.licenceServer.text}: enter the ThinPrint keys and admit the firm's hosts.`,
        ),
        step(
          "Sur chaque poste : installer le client ThinPrint.",
          "On each workstation: install the ThinPrint Client.",
        ),
      ];
  }
}

function scanningSteps({ sessions: { scanning }, data }: StepsOf): readonly ManualStep[] {
  switch (scanning) {
    case "none":
      return [];
    case "folder":
      return [
        step(
          `Boîte de numérisation ${data.drive}:\\Scans : ce qu'un poste numérise n'y arrive que par le tunnel d'un bureau avec scans: carry ; aucun lecteur de poste n'est redirigé dans les sessions.`,
          `Scan inbox ${data.drive}:\\Scans: what a workstation scans comes there only through the tunnel of an office with scans: carry; no drive of a workstation is redirected into sessions.`,
        ),
      ];
    case "twain":
      return [
        step(
          "Sur chaque poste : installer le pilote TWAIN du scanner ; dans Citrix Cloud : vérifier que la stratégie autorise la redirection TWAIN.",
          "On each workstation: install the scanner's TWAIN driver; in Citrix Cloud: see that the policy allows TWAIN redirection.",
        ),
      ];
  }
}
