import type { Words } from "./words";

/**
 * What Azure Virtual Desktop's codes mean, for people who are on the phone with somebody:
 * https://learn.microsoft.com/troubleshoot/azure/virtual-desktop/troubleshoot-set-up-issues
 */
export const connectionErrors: Readonly<Record<string, Words>> = {
  ConnectionFailedNoHealthyRdshAvailable: {
    fr: "Aucun hôte en état : voir les hôtes, puis l'hébergeur",
    en: "No host fit: see the hosts, then the provider",
  },
  ConnectionFailedUserHasValidSessionButRdshIsUnhealthy: {
    fr: "L'hôte de la session ouverte ne répond plus : fermer la session",
    en: "The host of the open session no longer answers: log off the session",
  },
  ConnectionFailedUserNotAuthorized: {
    fr: "Pas de droit sur le bureau ou l'application : vérifier le groupe",
    en: "No right to the desktop or application: check the group",
  },
  ConnectionFailedClientDisconnect: {
    fr: "Le poste a coupé : réseau de la personne",
    en: "The workstation hung up: the person's network",
  },
  ConnectionFailedAdTrustedRelationshipFailure: {
    fr: "L'hôte n'est plus joint au domaine : l'hébergeur",
    en: "The host is no longer joined to the domain: the provider",
  },
  InvalidCredentials: {
    fr: "Mot de passe ou nom faux",
    en: "Wrong password or name",
  },
  ConnectionBroken: {
    fr: "Coupure entre le poste et Azure : sans suite si elle est rare",
    en: "Break between workstation and Azure: nothing to do if it is rare",
  },
  UnexpectedNetworkDisconnect: {
    fr: "Réseau coupé : se reconnecter",
    en: "Network lost: connect again",
  },
  ReverseConnectFailed: {
    fr: "L'hôte n'atteint pas la passerelle d'Azure : l'hébergeur",
    en: "The host does not reach Azure's gateway: the provider",
  },
  FileNotFound: {
    fr: "L'application publiée n'est pas à cet endroit sur l'hôte : l'hébergeur",
    en: "The published application is not in that place on the host: the provider",
  },
};
