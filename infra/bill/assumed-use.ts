import { Program, type ProgramResource } from "../cost/program";
import { Decimal, hoursPerMonth, one, zero } from "../cost/money";
import type { ExtraLine } from "../cost/usage";
import type { UsageKey } from "../cost/usage-keys";
import { units } from "../cost/units";
import type { Firm } from "../firm/firm";
import type { RegisteredResource } from "../resources/registered";
import { about, type Assumption } from "./assumptions";
import { storesOf } from "./assumed-stores";
import { hostHours } from "./host-hours";
import { known } from "./known";
import { licenceLines } from "./licences";

/** What is taken for granted of a stack's use: figures of resources, and lines that no resource shows. */
export interface AssumedUse {
  readonly assumptions: readonly Assumption[];
  readonly lines: readonly ExtraLine[];
}

/**
 * Figures a person of an office causes in a month. Chosen, not measured: a firm that knows its own
 * says them with `--usage`.
 */
const perPerson = {
  /** The picture of a desktop at 200 kbit/s for 150 hours, and what is uploaded. */
  sentGb: 15,
  receivedGb: 20,
  shareReadGb: 20,
  shareWrittenGb: 5,
  logGb: new Decimal("0.1"),
} as const;

/** Events and free space of a machine in an office that Azure Arc watches, in a month. */
const logGbOfArcMachine = new Decimal("0.1");

/** Figures of a stack, whoever works with it. */
const perStack = {
  logGb: 1,
  vaultOperations: 10_000,
  dnsQueries: 1_000_000,
  alerts: 20,
} as const;

/** Days of retention in the price of ingested logs. */
const includedLogDays = 31;
const daysPerMonth = 30;

/**
 * @param firm undefined for a platform
 * @param year whose calendar counts: its mean month is billed
 * @param hoursRatio how much longer hosts run than by that calendar
 */
export function assumedUse(
  resources: readonly RegisteredResource[],
  firm: Firm | undefined,
  year: number,
  hoursRatio: Decimal = one,
): AssumedUse {
  const program = new Program(resources);
  const people = firm === undefined ? 0 : firm.people.staff;
  const assumptions = [
    ...(firm === undefined
      ? []
      : hostsOf(program, hostHours(firm.workday, year).times(hoursRatio), year)),
    ...(firm === undefined
      ? []
      : protectedOf(program, hostHours(firm.workday, year).times(hoursRatio))),
    ...storesOf(program, firm),
    // What a platform's firms send through it, only their own bills know.
    ...(people === 0 ? [] : trafficOf(program, people)),
    ...logsOf(program, people, arcMachines(firm)),
    ...smallThings(program),
  ];
  if (firm === undefined) return { assumptions, lines: [] };
  const egress = egressOf(people);
  return {
    assumptions: [...assumptions, egress.assumption],
    lines: [egress.line, ...licenceLines(firm)],
  };
}

function hostsOf(program: Program, hours: Decimal, year: number): readonly Assumption[] {
  const hosts = program.ofTypes(["compute:VirtualMachine"]).filter(isHost);
  return about(hosts, "monthlyHours", hours.toDecimalPlaces(0), "hours", {
    fr: `mois moyen de ${year} selon les horaires du cabinet, de 30 min avant l'ouverture à 30 min après la fermeture`,
    en: `mean month of ${year} by the firm's hours, from 30 min before opening to 30 min after closing`,
  });
}

/** Defender for servers is billed by the hour that a machine runs. */
function protectedOf(program: Program, hours: Decimal): readonly Assumption[] {
  const machines = program.ofTypes(["compute:VirtualMachine"]);
  const hosts = machines.filter(isHost);
  const running = hours.div(hoursPerMonth).times(hosts.length);
  return about(
    program.ofTypes(["resources:DeploymentAtSubscriptionScope"]),
    "protectedServers",
    running.plus(machines.length - hosts.length).toDecimalPlaces(2),
    "servers",
    {
      fr: "les machines, chacune pour les heures où elle tourne",
      en: "the machines, each for the hours that it runs",
    },
  );
}

function isHost({ inputs }: ProgramResource): boolean {
  return known(() => inputs.choice("licenseType")) === "windows_client";
}

function trafficOf(program: Program, people: number): readonly Assumption[] {
  const { sentGb, receivedGb, shareReadGb, shareWrittenGb } = perPerson;
  const each = (type: string, key: UsageKey, gb: number, fr: string, en: string) =>
    about(program.ofTypes([type]), key, new Decimal(gb * people), "GB", {
      fr: `${gb} Go par personne, ${fr}`,
      en: `${gb} GB a person, ${en}`,
    });
  const shareEndpoints = program
    .ofTypes(["network:PrivateEndpoint"])
    .filter(({ registered }) => JSON.stringify(registered.inputs).includes('"file"'))
    // Restored copies are read by a machine, a few files a month.
    .filter(({ registered }) => !registered.name.startsWith("rehearsal"));
  const otherEndpoints = program
    .ofTypes(["network:PrivateEndpoint"])
    .filter((endpoint) => !shareEndpoints.includes(endpoint));
  const perShare = (gb: number) =>
    new Decimal(gb * people).div(Math.max(1, shareEndpoints.length)).toDecimalPlaces(0);
  const nearlyNothing = {
    fr: "clés, secrets et essais de restauration : presque rien",
    en: "keys, secrets and rehearsals: next to nothing",
  };
  return [
    ...each(
      "network:NatGateway",
      "monthlyDataProcessedGb",
      sentGb + receivedGb,
      "envoyés et reçus",
      "sent and received",
    ),
    ...about(shareEndpoints, "monthlyInboundDataProcessedGb", perShare(shareWrittenGb), "GB", {
      fr: `${shareWrittenGb} Go écrits par personne, répartis sur les partages`,
      en: `${shareWrittenGb} GB written by each person, spread over the shares`,
    }),
    ...about(shareEndpoints, "monthlyOutboundDataProcessedGb", perShare(shareReadGb), "GB", {
      fr: `${shareReadGb} Go lus par personne, répartis sur les partages`,
      en: `${shareReadGb} GB read by each person, spread over the shares`,
    }),
    ...about(otherEndpoints, "monthlyInboundDataProcessedGb", new Decimal(1), "GB", nearlyNothing),
    ...about(otherEndpoints, "monthlyOutboundDataProcessedGb", new Decimal(1), "GB", nearlyNothing),
    ...each(
      "network:VirtualNetworkPeering",
      "monthlyIngressDataTransferGb",
      1,
      "vers le concentrateur",
      "to the hub",
    ),
    ...each(
      "network:VirtualNetworkPeering",
      "monthlyEgressDataTransferGb",
      1,
      "vers le concentrateur",
      "to the hub",
    ),
    ...each(
      "network:AzureFirewall",
      "monthlyDataProcessedGb",
      sentGb + receivedGb,
      "envoyés et reçus",
      "sent and received",
    ),
  ];
}

function egressOf(people: number): { readonly assumption: Assumption; readonly line: ExtraLine } {
  const name = "Data sent to the internet";
  const value = new Decimal(perPerson.sentGb * people);
  return {
    assumption: {
      resources: [name],
      key: undefined,
      value,
      unit: "GB",
      because: {
        fr: `${perPerson.sentGb} Go par personne : l'image du bureau et les envois`,
        en: `${perPerson.sentGb} GB a person: the picture of the desktop and uploads`,
      },
    },
    line: {
      name,
      group: "network",
      quantity: value,
      unit: units.gb,
      price: { kind: "meter", meter: "egress/microsoft-network" },
    },
  };
}

/** Keys of features that the program does not set up: without them nothing is billed. */
const unusedLogKeys = [
  "monthlyLogDataExportGb",
  "monthlyBasicLogDataIngestionGb",
  "monthlyBasicLogSearchGb",
  "monthlyArchiveDataGb",
  "monthlyArchiveDataRestoredGb",
  "monthlyArchiveDataSearchedGb",
] as const satisfies readonly UsageKey[];

function arcMachines(firm: Firm | undefined): number {
  const offices = firm?.sites.map(({ supervision }) => supervision) ?? [];
  return offices.flatMap((office) => (office.kind === "arc" ? office.machines : [])).length;
}

function logsOf(program: Program, people: number, inOffices: number): readonly Assumption[] {
  const ofOffices = logGbOfArcMachine.times(inOffices);
  const ingested = perPerson.logGb.times(people).plus(perStack.logGb).plus(ofOffices);
  return program.ofTypes(["operationalinsights:Workspace"]).flatMap((workspace) => {
    const days = known(() => workspace.inputs.count("retentionInDays")) ?? includedLogDays;
    const beyond = Math.max(0, days - includedLogDays);
    return [
      ...about([workspace], "monthlyLogDataIngestionGb", ingested, "GB", {
        fr: `${perStack.logGb} Go, et ${perPerson.logGb.toString().replace(".", ",")} Go par personne${inOffices === 0 ? "" : `, et ${logGbOfArcMachine.toString().replace(".", ",")} par serveur de bureau sous Arc`}`,
        en: `${perStack.logGb} GB, and ${perPerson.logGb.toString()} GB a person${inOffices === 0 ? "" : `, and ${logGbOfArcMachine.toString()} a server of an office under Arc`}`,
      }),
      ...about(
        [workspace],
        "monthlyAdditionalLogDataRetentionGb",
        ingested.times(beyond).div(daysPerMonth).toDecimalPlaces(1),
        "GB",
        {
          fr: `${beyond} jours au-delà des ${includedLogDays} jours compris dans le prix`,
          en: `${beyond} days beyond the ${includedLogDays} that the price includes`,
        },
      ),
      ...unusedLogKeys.flatMap((key) =>
        about([workspace], key, zero, "GB", { fr: "pas utilisé", en: "not used" }),
      ),
    ];
  });
}

function smallThings(program: Program): readonly Assumption[] {
  const { vaultOperations, dnsQueries, alerts } = perStack;
  return [
    ...about(
      program.ofTypes(["monitor:ActionGroup"]),
      "monthlyNotifications",
      new Decimal(alerts),
      "notifications",
      { fr: "une alerte par jour ouvré", en: "an alert each working day" },
    ),
    ...about(
      program.ofTypes(["keyvault:Vault"]),
      "monthlyOperations",
      new Decimal(vaultOperations),
      "operations",
      { fr: "démarrages d'hôtes et déploiements", en: "starts of hosts and deployments" },
    ),
    ...(
      [
        ["monthlySecretsOperations", 0],
        ["monthlyKeyRotationRenewals", 0],
        ["monthlyProtectedKeysOperations", vaultOperations],
      ] as const
    ).flatMap(([key, count]) =>
      about(program.ofTypes(["keyvault:Key"]), key, new Decimal(count), "operations", {
        fr: "le stockage demande la clé de temps en temps",
        en: "storage asks for the key now and then",
      }),
    ),
    ...about(
      program.ofTypes([
        "privatedns:PrivateZone",
        "network:PrivateZone",
        "dnsresolver:DnsResolverPolicy",
      ]),
      "monthlyQueries",
      new Decimal(dnsQueries),
      "queries",
      { fr: "les hôtes des cabinets", en: "hosts of firms" },
    ),
  ];
}
