import {
  connected,
  failed,
  hosts,
  lastBackups,
  reportingHosts,
  signIns,
  storageLeft,
} from "./console-queries";
import { logTables } from "./tables";
import { bothLanguages, type Words } from "./words";

/** One table of the console. */
export interface Panel {
  readonly word: string;
  readonly title: Words;
  readonly query: string;
}

export interface ConsoleFacts {
  readonly firmName: string;
  /** Whether Azure Virtual Desktop brings people to their hosts; Citrix has a console of its own. */
  readonly pool: boolean;
  /** Account of each share and its size in GiB. */
  readonly quotas: readonly (readonly [account: string, gib: number])[];
  readonly workspaceId: string;
}

export function panelsOf({
  pool,
  quotas,
}: Pick<ConsoleFacts, "pool" | "quotas">): readonly Panel[] {
  const ofPool: readonly Panel[] = [
    {
      word: "connected",
      title: { fr: "Qui est connecté", en: "Who is connected" },
      query: connected,
    },
    {
      word: "failed",
      title: { fr: "Connexions échouées, 7 jours", en: "Failed connections, 7 days" },
      query: failed,
    },
    {
      word: "signIns",
      title: { fr: "Ouvertures lentes, 7 jours", en: "Slow sign-ins, 7 days" },
      query: signIns,
    },
  ];
  return [
    ...(pool ? ofPool : []),
    { word: "hosts", title: { fr: "Hôtes", en: "Hosts" }, query: pool ? hosts : reportingHosts },
    {
      word: "storage",
      title: { fr: "Stockage restant", en: "Storage left" },
      query: storageLeft(quotas),
    },
    {
      word: "backups",
      title: { fr: "Dernières sauvegardes", en: "Last backups" },
      query: lastBackups,
    },
  ];
}

/** Tables the console reads: the supervisor needs no other. */
export const consoleTables: readonly string[] = Object.keys(logTables).filter((table) =>
  [true, false].some((pool) =>
    panelsOf({ pool, quotas: [] }).some(({ query }) => new RegExp(`\\b${table}\\b`).test(query)),
  ),
);

/**
 * The supervisor's console, as a workbook of Azure Monitor takes it:
 * https://learn.microsoft.com/azure/azure-monitor/visualize/workbooks-overview
 */
export function consoleContent(facts: ConsoleFacts): string {
  const { firmName, pool, workspaceId } = facts;
  const intro = pool
    ? "Prévenir une personne ou fermer sa session : page du pool d'hôtes, « Sessions »."
    : "Les connexions se suivent dans Citrix Cloud, « Surveiller ».";
  return JSON.stringify({
    version: "Notebook/1.0",
    items: [
      { type: 1, content: { json: `# ${firmName}\n\n${intro}` }, name: "intro" },
      ...panelsOf(facts).map(({ word, title, query }) => ({
        type: 3,
        content: {
          version: "KqlItem/1.0",
          query,
          size: 0,
          title: bothLanguages(title),
          noDataMessage: "Rien à montrer. / Nothing to show.",
          queryType: 0,
          resourceType: "microsoft.operationalinsights/workspaces",
          visualization: "table",
        },
        name: word,
      })),
    ],
    fallbackResourceIds: [workspaceId],
    $schema:
      "https://github.com/Microsoft/Application-Insights-Workbooks/blob/master/schema/workbook.json",
  });
}
