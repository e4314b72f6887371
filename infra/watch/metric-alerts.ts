import type { AlertSeverity } from "./log-alerts";
import type { Words } from "./words";

/** A value that Azure measures by itself, and where it becomes an alert. */
export interface MetricAlert {
  /** Part of its names; never changes. */
  readonly word: string;
  readonly severity: AlertSeverity;
  readonly title: Words;
  /** What it means and what to do. */
  readonly advice: Words;
  /** Metric, as https://learn.microsoft.com/azure/azure-monitor/reference/metrics-index names it. */
  readonly metric: string;
  readonly over: "Average" | "Total" | "Maximum";
  readonly is: "GreaterThanOrEqual" | "GreaterThan" | "LessThan";
  readonly threshold: number;
  /** Span that is looked at, ISO 8601. */
  readonly span: "PT5M" | "PT15M" | "PT1H";
  /** Values of one dimension that count; all of them without. */
  readonly only?: { readonly dimension: string; readonly values: readonly string[] };
}

const gibibyte = 2 ** 30;

/** Of every session host and server; thresholds of FederalAVD. */
export const machineAlerts: readonly MetricAlert[] = [
  ...([85, 95] as const).map((percent): MetricAlert => ({
    word: `cpu${percent}`,
    severity: percent === 95 ? 1 : 2,
    title: { fr: `Processeur à ${percent} %`, en: `Processor at ${percent} %` },
    advice: {
      fr: "Depuis 15 minutes. Chercher le programme en cause ; si c'est le travail lui-même, sessions.load ou sessions.hosts.",
      en: "For 15 minutes. Look for the program behind it; if it is the work itself, sessions.load or sessions.hosts.",
    },
    metric: "Percentage CPU",
    over: "Average",
    is: "GreaterThan",
    threshold: percent,
    span: "PT15M",
  })),
  ...([2, 1] as const).map((gib): MetricAlert => ({
    word: `memory${gib}`,
    severity: gib === 1 ? 1 : 2,
    title: {
      fr: `Moins de ${gib} Gio de mémoire libre`,
      en: `Less than ${gib} GiB of memory free`,
    },
    advice: {
      fr: "C'est la mémoire qui manque d'abord à un cabinet : passer à une taille d'hôte plus grande.",
      en: "Memory is what a firm runs out of first: take a bigger size of host.",
    },
    metric: "Available Memory Bytes",
    over: "Average",
    is: "LessThan",
    threshold: gib * gibibyte,
    span: "PT15M",
  })),
  ...([85, 95] as const).map((percent): MetricAlert => ({
    word: `disk${percent}`,
    severity: percent === 95 ? 1 : 2,
    title: {
      fr: `Disque système à ${percent} % de son débit`,
      en: `System disk at ${percent} % of its bandwidth`,
    },
    advice: {
      fr: "Depuis 15 minutes : une mise à jour, un antivirus, ou une mémoire qui déborde sur le disque.",
      en: "For 15 minutes: an update, a virus scanner, or memory spilling over to disk.",
    },
    metric: "OS Disk Bandwidth Consumed Percentage",
    over: "Average",
    is: "GreaterThanOrEqual",
    threshold: percent,
    span: "PT15M",
  })),
];

/** Every way in which Azure Files says that a share is asked for more than it was provisioned for. */
const throttled = [
  "SuccessWithThrottling",
  "SuccessWithShareEgressThrottling",
  "SuccessWithShareIngressThrottling",
  "SuccessWithShareIopsThrottling",
  "ClientShareEgressThrottlingError",
  "ClientShareIngressThrottlingError",
  "ClientShareIopsThrottlingError",
];

/**
 * Of the files of one account, which holds one share. Azure measures how full it is once an hour.
 *
 * @param quotaGiB Provisioned size of its share.
 */
export function shareAlerts(quotaGiB: number): readonly MetricAlert[] {
  return [
    {
      word: "availability",
      severity: 1,
      title: { fr: "Partage indisponible", en: "Share unavailable" },
      advice: {
        fr: "Moins de 99 % des demandes aboutissent. Voir l'état des services Azure, puis prévenir l'hébergeur.",
        en: "Less than 99 % of requests succeed. See the health of Azure's services, then tell the provider.",
      },
      metric: "Availability",
      over: "Average",
      is: "LessThan",
      threshold: 99,
      span: "PT5M",
    },
    ...([50, 100] as const).map((milliseconds): MetricAlert => ({
      word: `latency${milliseconds}`,
      severity: milliseconds === 100 ? 1 : 2,
      title: {
        fr: `Partage lent : plus de ${milliseconds} ms`,
        en: `Slow share: over ${milliseconds} ms`,
      },
      advice: {
        fr: "Mesuré de l'hôte au partage et retour. Un partage plus grand est aussi plus rapide.",
        en: "Measured from the host to the share and back. A larger share is a faster one too.",
      },
      metric: "SuccessE2ELatency",
      over: "Average",
      is: "GreaterThan",
      threshold: milliseconds,
      span: "PT15M",
    })),
    {
      word: "throttling",
      severity: 2,
      title: { fr: "Partage bridé", en: "Share throttled" },
      advice: {
        fr: "On lui demande plus que sa taille ne permet. L'agrandir : data.dossiers ou data.profile.",
        en: "It is asked for more than its size allows. Enlarge it: data.dossiers or data.profile.",
      },
      metric: "Transactions",
      over: "Total",
      is: "GreaterThanOrEqual",
      threshold: 1,
      span: "PT15M",
      only: { dimension: "ResponseType", values: throttled },
    },
    ...([15, 5] as const).map((free): MetricAlert => ({
      word: `free${free}`,
      severity: free === 5 ? 1 : 2,
      title: { fr: `Partage : ${free} % libres ou moins`, en: `Share: ${free} % free or less` },
      advice: {
        fr: `Il a ${quotaGiB} Gio. L'agrandir (data.dossiers, data.profile), ou archiver les exercices clos.`,
        en: `It has ${quotaGiB} GiB. Enlarge it (data.dossiers, data.profile), or archive closed years.`,
      },
      metric: "FileCapacity",
      over: "Average",
      is: "GreaterThanOrEqual",
      threshold: Math.round((quotaGiB * gibibyte * (100 - free)) / 100),
      span: "PT1H",
    })),
  ];
}
