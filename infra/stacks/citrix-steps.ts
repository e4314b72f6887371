import type { Broker, Firm, TimeRange, Workday, YearDay } from "../firm/firm";
import { formatTimeRange } from "../firm/units";
import { step, type ManualStep } from "./manual-step";
import { secretStep } from "./secret-step";

/** What people do in Citrix Cloud, where a firm has it. */
export function citrixSteps(
  { key, sessions, workday }: Pick<Firm, "key" | "sessions" | "workday">,
  broker: Extract<Broker, { kind: "citrix" }>,
): readonly ManualStep[] {
  const { applications } = sessions;
  return [
    step(
      `Dans Citrix Cloud, client ${broker.customer} : créer l'emplacement de ressources ${broker.resourceLocation} et le client d'API ${broker.clientId}.`,
      `In Citrix Cloud, customer ${broker.customer}: create the resource location ${broker.resourceLocation} and the API client ${broker.clientId}.`,
    ),
    secretStep(
      key,
      broker.clientSecretName,
      "secret du client d'API Citrix",
      "secret of the Citrix API client",
    ),
    step(
      "Dans Citrix Cloud : créer la connexion à Azure, le catalogue des machines de la sortie « sessionHosts » et le groupe de mise à disposition du bureau ; y affecter le groupe du personnel.",
      'In Citrix Cloud: create the connection to Azure, the catalogue of the machines in the output "sessionHosts" and the delivery group of the desktop; assign the staff group to it.',
    ),
    autoscaleStep(workday),
    ...(applications.length === 0
      ? []
      : [
          step(
            `Dans Citrix Cloud : publier ${applications.map(({ name }) => name).join(", ")} pour les groupes d'externes, sans bureau.`,
            `In Citrix Cloud: publish ${applications.map(({ name }) => name).join(", ")} for the groups of externals, with no desktop.`,
          ),
        ]),
    ...(sessions.previous.kind === "none"
      ? []
      : [
          step(
            `Dans Citrix Cloud : mettre en mode maintenance les hôtes de la génération ${sessions.previous.generation}, et les retirer du catalogue avant leur suppression.`,
            `In Citrix Cloud: put the hosts of generation ${sessions.previous.generation} into maintenance mode, and take them out of the catalogue before they are removed.`,
          ),
        ]),
  ];
}

/** Citrix starts and stops its hosts by its own schedules. */
function autoscaleStep({ weekdays, saturday, season }: Workday): ManualStep {
  const [semaine, week] = hoursOf(weekdays, saturday);
  const [saison, inSeason] =
    season.kind === "none" ? [] : hoursOf(season.weekdays, season.saturday);
  const [from, until] = season.kind === "none" ? [] : [season.from, season.until].map(dayOf);
  return step(
    `Dans Citrix Cloud, Autoscale du groupe de mise à disposition : régler les heures du cabinet, en semaine ${semaine}${saison === undefined ? "" : ` ; du ${from} au ${until} ${saison}`}, et les jours fériés.`,
    `In Citrix Cloud, Autoscale of the delivery group: set the firm's hours, on weekdays ${week}${inSeason === undefined ? "" : `; from ${from} to ${until} (day/month) ${inSeason}`}, and the public holidays.`,
  );
}

/** Hours of a week, in French and in English. */
function hoursOf(weekdays: TimeRange, saturday: Workday["saturday"]): readonly [string, string] {
  const week = formatTimeRange(weekdays);
  if (saturday.kind === "closed") return [week, week];
  const sixth = formatTimeRange(saturday.hours);
  return [`${week}, le samedi ${sixth}`, `${week}, on Saturday ${sixth}`];
}

function dayOf({ month, day }: YearDay): string {
  return [day, month].map((number) => String(number).padStart(2, "0")).join("/");
}
