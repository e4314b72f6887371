import type { ActivityAlert } from "./activity-alerts";
import type { LogAlert } from "./log-alerts";

/** Machines of one office, by computer name, as queries compare it. */
export interface WatchedMachines {
  readonly all: readonly string[];
  /** Those that hold the directory, DNS and DHCP. */
  readonly controllers: readonly string[];
  /** Those that print. */
  readonly printers: readonly string[];
  /** Day on which the link ends by which they read their configuration, `2028-06-30`. */
  readonly readableUntil: string;
}

/** What goes wrong with an office's machines, from what they report: events of Windows by source and number. */
export function siteAlerts({
  all,
  controllers,
  printers,
  readableUntil,
}: WatchedMachines): readonly LogAlert[] {
  return [
    {
      word: "serviceDown",
      severity: 1,
      title: { fr: "Service arrêté sur le serveur du cabinet", en: "Service down in the office" },
      advice: {
        fr: "Un service s'est arrêté ou n'a pas démarré. Le relancer, puis chercher pourquoi.",
        en: "A service stopped, or did not start. Start it again, then look for the reason.",
      },
      every: 5,
      // https://learn.microsoft.com/windows/win32/services/service-control-manager-events
      query: events(all, "Service Control Manager", [7000, 7001, 7022, 7023, 7024, 7031, 7034]),
      by: ["Computer"],
    },
    {
      word: "dhcpFull",
      severity: 2,
      title: { fr: "Étendue DHCP occupée à plus de 85 %", en: "DHCP scope more than 85 % full" },
      advice: {
        fr: "Élargir sites.<bureau>.dhcp.range, ou raccourcir leaseDays.",
        en: "Widen sites.<office>.dhcp.range, or shorten leaseDays.",
      },
      every: 60,
      // 1020: so many per cent are lent; 1063: all are.
      query: `Event
| where TimeGenerated > ago(1h) and Source == "Microsoft-Windows-DHCP-Server" and EventID in (1020, 1063)
| where Computer has_any (${list(controllers)})
| extend Full = toint(extract(@"(\\d+)\\s*(%|percent|pour cent)", 1, RenderedDescription))
| where EventID == 1063 or Full > 85
| project Computer, EventID, Full`,
      by: ["Computer"],
    },
    {
      word: "replication",
      severity: 1,
      title: { fr: "Réplication de l'annuaire en échec", en: "Directory does not replicate" },
      advice: {
        fr: "Voir repadmin /showrepl et le lien vers l'autre contrôleur.",
        en: "See repadmin /showrepl, and the link to the other controller.",
      },
      every: 15,
      // https://learn.microsoft.com/troubleshoot/windows-server/active-directory/troubleshoot-active-directory-replication-problems
      query: `Event
| where TimeGenerated > ago(15m) and EventLog in ("Directory Service", "DFS Replication")
| where EventID in (1311, 1388, 1925, 1988, 2042, 2087, 2213, 4012, 5002)
| where Computer has_any (${list(controllers)})
| summarize Times = count() by Computer, EventID`,
      by: ["Computer"],
    },
    {
      word: "spooler",
      severity: 2,
      title: { fr: "Impression en panne au cabinet", en: "Printing fails in the office" },
      advice: {
        fr: "Voir le journal PrintService et la file en cause ; relancer le spouleur.",
        en: "See the log PrintService and the queue behind it; start the spooler again.",
      },
      every: 15,
      query: `Event
| where TimeGenerated > ago(15m) and EventLog == "Microsoft-Windows-PrintService/Admin"
| where Computer has_any (${list(printers)})
| summarize Times = count() by Computer, EventID
| where Times >= 3`,
      by: ["Computer"],
    },
    {
      word: "disk",
      severity: 2,
      title: { fr: "Disque presque plein au cabinet", en: "Disk nearly full in the office" },
      advice: {
        fr: "Moins de 15 % de libre. Un serveur allégé ne grossit pas : chercher ce qui s'y dépose.",
        en: "Less than 15 % is free. A slim server does not grow: look for what is put there.",
      },
      every: 60,
      query: `Perf
| where TimeGenerated > ago(1h) and ObjectName == "LogicalDisk" and CounterName == "% Free Space" and InstanceName endswith ":"
| where Computer has_any (${list(all)})
| summarize Free = min(CounterValue) by Computer, InstanceName
| where Free < 15
| project Computer, InstanceName, Free`,
      by: ["Computer"],
    },
    {
      word: "linkEnds",
      severity: 2,
      title: {
        fr: "Le lien de lecture de la configuration expire bientôt",
        en: "The link to read the configuration ends soon",
      },
      advice: {
        fr: "Écrire une date plus lointaine sous sites.<bureau>.arc.readableUntil et redéployer.",
        en: "Write a later day under sites.<office>.arc.readableUntil, and deploy again.",
      },
      every: 60,
      query: `print Days = datetime_diff("day", datetime(${readableUntil}), now())
| where Days < 60`,
      by: [],
    },
  ];
}

/** Whoever is given rights on the office's machines is an administrator of its domain. */
export function rightsAlert(resourceGroup: string): ActivityAlert {
  return {
    word: "arcRights",
    title: {
      fr: "Droits donnés sur les machines du cabinet : ce sont des droits sur tout le domaine",
      en: "Rights given on the office's machines: they are rights on the whole domain",
    },
    when: [
      { field: "category", is: ["Administrative"] },
      { field: "resourceGroup", is: [resourceGroup] },
      { field: "operationName", is: ["Microsoft.Authorization/roleAssignments/write"] },
    ],
  };
}

function events(machines: readonly string[], source: string, ids: readonly number[]): string {
  return `Event
| where TimeGenerated > ago(15m) and Source == "${source}" and EventID in (${ids.join(", ")})
| where Computer has_any (${list(machines)})
| summarize Times = count() by Computer, EventID`;
}

/** Computer names have letters, digits and hyphens only. */
function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
