import type { ActivityAlert } from "./activity-alerts";
import type { MachineRole } from "../slim-server/machine-role";
import { neededServices } from "../slim-server/services";
import type { LogAlert } from "./log-alerts";

/** Machines of one office that report: those which Azure Arc knows. */
export interface WatchedMachines {
  readonly machines: readonly { readonly name: string; readonly role: MachineRole }[];
  /** Day on which the link ends by which they read their configuration, `2028-06-30`. */
  readonly readableUntil: string;
}

/**
 * Minutes without a word, and least free space in per cent: the figures of Azure's own baseline for machines of Arc,
 * HybridVMHeartBeatAlert and HybridVMLowOSDiskSpaceAlert.
 * https://github.com/Azure/azure-monitor-baseline-alerts/tree/main/patterns/alz
 */
const silentMinutes = 10;
const leastFree = 10;

/** Share of a scope that may be lent, in per cent. Windows itself speaks from 80 on, at most once an hour. */
const fullScope = 85;

/**
 * What goes wrong with an office's machines, from what they report: events of Windows by source and number. What is
 * about machines that do not report is left out.
 */
export function siteAlerts({ machines, readableUntil }: WatchedMachines): readonly LogAlert[] {
  const named = (...roles: readonly MachineRole[]) =>
    machines.filter(({ role }) => roles.includes(role)).map(({ name }) => name);
  const all = machines.map(({ name }) => name);
  const controllers = named("controller", "server");
  const printers = named("print", "server");
  return [
    ...(all.length === 0 ? [] : machineAlerts(machines, all)),
    ...(controllers.length === 0 ? [] : controllerAlerts(controllers)),
    ...(printers.length === 0 ? [] : printerAlerts(printers)),
    linkEnds(readableUntil),
  ];
}

function machineAlerts(
  machines: WatchedMachines["machines"],
  all: readonly string[],
): readonly LogAlert[] {
  return [
    {
      word: "serviceDown",
      severity: 1,
      title: { fr: "Service arrêté sur le serveur du cabinet", en: "Service down in the office" },
      advice: {
        fr: "Un service dont la machine a besoin s'est arrêté ou n'a pas démarré. Le relancer, puis chercher pourquoi.",
        en: "A service that the machine is there for stopped, or did not start. Start it again, then look for the reason.",
      },
      every: 5,
      lookBack: "P1D",
      query: servicesDown(machines),
      by: ["Computer", "Service"],
    },
    {
      word: "silent",
      severity: 1,
      title: { fr: "Machine du cabinet muette", en: "Machine of the office is silent" },
      advice: {
        fr: `Rien reçu depuis ${silentMinutes} minutes : machine éteinte, coupure d'internet, ou agent arrêté. Tant qu'elle est muette, aucune autre alerte ne parle d'elle.`,
        en: `Nothing heard for ${silentMinutes} minutes: machine off, no internet, or agent stopped. As long as it is silent, no other alert speaks of it.`,
      },
      every: 5,
      query: `datatable(Machine: string) [${list(all)}]
| join kind=leftouter (
    Heartbeat
    | where TimeGenerated > ago(${silentMinutes}m)
    | extend Machine = toupper(tostring(split(Computer, ".")[0]))
    | summarize Last = max(TimeGenerated) by Machine
  ) on Machine
| where isnull(Last)
| project Machine`,
      by: ["Machine"],
    },
    {
      word: "disk",
      severity: 2,
      title: { fr: "Disque presque plein au cabinet", en: "Disk nearly full in the office" },
      advice: {
        fr: `Moins de ${leastFree} % de libre. Un serveur allégé ne grossit pas : chercher ce qui s'y dépose.`,
        en: `Less than ${leastFree} % is free. A slim server does not grow: look for what is put there.`,
      },
      every: 60,
      query: `Perf
| where TimeGenerated > ago(1h) and ObjectName == "LogicalDisk" and CounterName == "% Free Space" and InstanceName endswith ":"
| where Computer has_any (${list(all)})
| summarize Free = min(CounterValue) by Computer, InstanceName
| where Free < ${leastFree}
| project Computer, InstanceName, Free`,
      by: ["Computer", "InstanceName"],
    },
  ];
}

function controllerAlerts(controllers: readonly string[]): readonly LogAlert[] {
  return [
    {
      word: "dhcpFull",
      severity: 2,
      title: {
        fr: `Étendue DHCP occupée à plus de ${fullScope} %`,
        en: `DHCP scope more than ${fullScope} % full`,
      },
      advice: {
        fr: "Élargir sites.<bureau>.dhcp.range, ou raccourcir leaseDays.",
        en: "Widen sites.<office>.dhcp.range, or shorten leaseDays.",
      },
      every: 60,
      // 1020: so many per cent are lent; 1063: all are.
      // https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2008-r2-and-2008/cc726929(v=ws.10)
      query: `Event
| where TimeGenerated > ago(1h) and Source == "Microsoft-Windows-DHCP-Server" and EventID in (1020, 1063)
| where Computer has_any (${list(controllers)})
| extend Full = toint(extract(@"(\\d+)\\s*(%|percent|pour cent)", 1, RenderedDescription))
| where EventID == 1063 or Full > ${fullScope}
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
  ];
}

function printerAlerts(printers: readonly string[]): readonly LogAlert[] {
  return [
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
  ];
}

function linkEnds(readableUntil: string): LogAlert {
  return {
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
  };
}

/**
 * Whoever is given rights on the office's machines is an administrator of its domain, and rights on the subscription
 * come down to them: so every right that is given in it is heard of, for good or for a time.
 */
export const rightsAlert: ActivityAlert = {
  word: "arcRights",
  title: {
    fr: "Droits donnés dans l'abonnement : sur les machines du cabinet, ce sont des droits sur tout le domaine",
    en: "Rights given in the subscription: on the office's machines they are rights on the whole domain",
  },
  when: [
    { field: "category", is: ["Administrative"] },
    {
      field: "operationName",
      is: [
        "Microsoft.Authorization/roleAssignments/write",
        "Microsoft.Authorization/roleAssignmentScheduleRequests/write",
        "Microsoft.Authorization/roleEligibilityScheduleRequests/write",
      ],
    },
  ],
};

/**
 * Services that a machine is there for, and whose last word within a day is that they failed or stopped. Windows names
 * a service, and says `stopped`, in its own language: events 7000 to 7034 tell of failures, 7036 of every other change.
 * https://learn.microsoft.com/windows/win32/services/service-control-manager-events
 */
function servicesDown(machines: WatchedMachines["machines"]): string {
  const cases = neededServices.flatMap(({ name, title, roles }) => {
    const here = machines.filter(({ role }) => roles.includes(role)).map((machine) => machine.name);
    const titles = [...new Set([title.en, title.fr])];
    return here.length === 0
      ? []
      : [
          `    Computer has_any (${list(here)}) and RenderedDescription has_any (${list(titles)}), "${name}"`,
        ];
  });
  return `Event
| where TimeGenerated > ago(1d) and Source == "Service Control Manager"
| where EventID in (7000, 7001, 7022, 7023, 7024, 7031, 7034, 7036)
| extend Service = case(
${[...cases, '    ""'].join(",\n")})
| where Service != ""
| extend Down = EventID != 7036 or RenderedDescription has_any ("stopped", "arrêté")
| summarize arg_max(TimeGenerated, Down) by Computer, Service
| where Down
| project Computer, Service, TimeGenerated`;
}

/** Names of computers and of Windows' services, none of which has a quotation mark. */
function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
