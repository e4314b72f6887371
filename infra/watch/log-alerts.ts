import { fullDisk, profileEvents } from "./host-queries";
import {
  failedHealthChecks,
  fullPool,
  leftOpen,
  noHostLeft,
  refusedPeople,
  refusingHosts,
  slowSignIns,
  unhealthyHosts,
} from "./session-queries";
import type { Words } from "./words";

/** 0 is the worst. What is 3 and above is told nobody by mail: it stands in the portal and the console. */
export type AlertSeverity = 0 | 1 | 2 | 3;

/** A question asked again and again; every row of its answer is an alert. */
export interface LogAlert {
  /** Part of its names; never changes. */
  readonly word: string;
  readonly severity: AlertSeverity;
  readonly title: Words;
  /** What it means and what to do. */
  readonly advice: Words;
  /** Minutes from one time to the next; 5 costs three times as much as 15. */
  readonly every: 5 | 15 | 60;
  /** How far back the query looks, where that is further than Azure Monitor would; at most two days. */
  readonly lookBack?: "PT45M" | "P1D" | "P2D";
  readonly query: string;
  /** Columns that tell one alert from another. */
  readonly by: readonly string[];
}

/**
 * Rules of the public packs and their thresholds, where a firm's desktops can make them true:
 * https://github.com/Azure/FederalAVD/tree/main/deployments/add-ons/avdAlerts ,
 * https://github.com/Azure/azure-monitor-baseline-alerts/tree/main/patterns/avd
 *
 * @param seats People who can work at once on all hosts of the firm, running or not.
 */
export function poolAlerts(seats: number): readonly LogAlert[] {
  return [...[50, 85, 95].map((percent) => fullAlert(seats, percent)), ...sessionAlerts];
}

function fullAlert(seats: number, percent: number): LogAlert {
  return {
    word: `full${percent}`,
    severity: percent >= 95 ? 1 : percent >= 85 ? 2 : 3,
    title: {
      fr: `Places occupées à ${percent} %`,
      en: `${percent} % of the seats taken`,
    },
    advice: {
      fr: `Le cabinet a ${seats} places, tous hôtes allumés. Si cela dure, augmenter people ou sessions.hosts dans son fichier.`,
      en: `The firm has ${seats} seats with all hosts running. If this goes on, raise people or sessions.hosts in its file.`,
    },
    every: percent >= 95 ? 5 : 15,
    query: fullPool(seats, percent),
    by: [],
  };
}

const sessionAlerts: readonly LogAlert[] = [
  {
    word: "noHost",
    severity: 1,
    title: { fr: "Plus aucun hôte disponible", en: "No host left" },
    advice: {
      fr: "Quelqu'un n'a pas pu ouvrir sa session, aucun hôte n'étant en état. Voir la page des hôtes de la console, puis prévenir l'hébergeur.",
      en: "Somebody could not start a session, since no host was fit. See the console's hosts, then tell the provider.",
    },
    every: 5,
    query: noHostLeft,
    by: ["UserName"],
  },
  {
    word: "unhealthyHost",
    severity: 1,
    title: { fr: "Hôte indisponible depuis 15 minutes", en: "Host unavailable for 15 minutes" },
    advice: {
      fr: "L'hôte est allumé et ne prend pas de session. Le redémarrer ; si cela se répète, construire une nouvelle génération.",
      en: "The host runs and takes no session. Restart it; if it happens again, build a new generation.",
    },
    every: 15,
    lookBack: "PT45M",
    query: unhealthyHosts,
    by: ["SessionHostName", "Status"],
  },
  {
    word: "healthCheck",
    severity: 1,
    title: { fr: "Contrôle d'un hôte en échec", en: "Health check of a host failed" },
    advice: {
      fr: "Domaine, profils, pile RDP ou accès réseau : le nom du contrôle dit lequel.",
      en: "Domain, profiles, RDP stack or network: the name of the check says which.",
    },
    every: 15,
    query: failedHealthChecks,
    by: ["SessionHostName", "CheckName"],
  },
  {
    word: "refusedPerson",
    severity: 3,
    title: { fr: "Connexions refusées à une personne", en: "A person is refused" },
    advice: {
      fr: "Trois échecs en 15 minutes avant tout hôte : mot de passe, second facteur, règle d'accès, ou compte dans aucun groupe.",
      en: "Three failures in 15 minutes before any host: password, second factor, a rule of access, or an account in no group.",
    },
    every: 15,
    lookBack: "PT45M",
    query: refusedPeople,
    by: ["UserName"],
  },
  {
    word: "refusingHost",
    severity: 2,
    title: { fr: "Hôte qui refuse des connexions", en: "Host refusing connections" },
    advice: {
      fr: "Trois échecs en 15 minutes sur le même hôte. Le mettre en vidange, puis le redémarrer.",
      en: "Three failures in 15 minutes at one host. Drain it, then restart it.",
    },
    every: 15,
    lookBack: "PT45M",
    query: refusingHosts,
    by: ["Host"],
  },
  {
    word: "leftOpen",
    severity: 3,
    title: { fr: "Session laissée ouverte depuis 8 heures", en: "Session left open for 8 hours" },
    advice: {
      fr: "Elle occupe une place et tient l'hôte allumé. Fermer la session de la personne, qui a été prévenue.",
      en: "It takes a seat and keeps the host running. Log the person off once told.",
    },
    every: 60,
    lookBack: "P2D",
    query: leftOpen(8),
    by: ["Computer", "Person"],
  },
  {
    word: "slowSignIn",
    severity: 3,
    title: { fr: "Ouverture de session de plus de 2 minutes", en: "Sign-in of over 2 minutes" },
    advice: {
      fr: "Le plus souvent un profil trop gros, ou des partages lents : voir les alertes de stockage.",
      en: "Mostly a profile grown too big, or slow shares: see the alerts on storage.",
    },
    every: 15,
    lookBack: "PT45M",
    query: slowSignIns,
    by: ["UserName", "SessionHostName"],
  },
];

/** Rules for hosts of any broker. */
export const hostLogAlerts: readonly LogAlert[] = [
  ...([10, 5] as const).map((percent): LogAlert => ({
    word: `diskFree${percent}`,
    severity: percent === 5 ? 1 : 2,
    title: {
      fr: `Disque système : ${percent} % libres ou moins`,
      en: `System disk: ${percent} % free or less`,
    },
    advice: {
      fr: "Les hôtes n'ont rien à garder : en construire une nouvelle génération vide leurs disques.",
      en: "Hosts have nothing to keep: building a new generation empties their disks.",
    },
    every: 15,
    query: fullDisk(percent),
    by: ["Computer"],
  })),
  {
    word: "profileFree5",
    severity: 2,
    title: { fr: "Profil à moins de 5 % libres", en: "Profile with under 5 % free" },
    advice: {
      fr: "Faire le ménage du profil avec la personne, ou augmenter data.profile.",
      en: "Tidy up the profile with its owner, or raise data.profile.",
    },
    every: 15,
    // Said at sign-in only: the alert stays for a working day.
    lookBack: "P1D",
    query: profileEvents([34], "1d"),
    by: ["Computer", "EventID"],
  },
  {
    word: "profileFree2",
    severity: 1,
    title: { fr: "Profil à moins de 2 % libres", en: "Profile with under 2 % free" },
    advice: {
      fr: "La prochaine ouverture de session échouera. Augmenter data.profile sans attendre.",
      en: "The next sign-in will fail. Raise data.profile at once.",
    },
    every: 15,
    lookBack: "P1D",
    query: profileEvents([33], "1d"),
    by: ["Computer", "EventID"],
  },
  {
    word: "profileLost",
    severity: 1,
    title: { fr: "Profil abîmé ou hors d'atteinte", en: "Profile damaged or out of reach" },
    advice: {
      fr: "28 : abîmé ; 40 et 52 : non attaché ; 43 : partage hors d'atteinte. Vérifier le partage des profils, sinon restaurer le profil.",
      en: "28: damaged; 40 and 52: not attached; 43: share out of reach. Check the profiles' share, else restore the profile.",
    },
    every: 15,
    query: profileEvents([28, 40, 43, 52], "15m"),
    by: ["Computer", "EventID"],
  },
  {
    word: "profileTrouble",
    severity: 2,
    title: { fr: "Profil en difficulté", en: "Profile in trouble" },
    advice: {
      fr: "51 : ouvert sur un autre hôte ; 56 : non rattaché ; 60 : service arrêté ; 58, 61, 62, 63 : non compacté.",
      en: "51: open on another host; 56: not reattached; 60: service stopped; 58, 61, 62, 63: not compacted.",
    },
    every: 15,
    query: profileEvents([51, 56, 58, 60, 61, 62, 63], "15m"),
    by: ["Computer", "EventID"],
  },
];
