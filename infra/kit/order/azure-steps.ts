import { arcGroupId } from "../../firm/arc-groups";
import { formatStackName } from "../../firm/stack-name";
import type { KitWish } from "../wish";
import { tunnelTask } from "./office-tasks";
import type { Step } from "./step";

/** Installer of Azure Arc's agent, which the technician brings. */
export const arcAgent = "AzureConnectedMachineAgent.msi";

/** What an office's stack makes before the visit, and what the technician needs for it. */
export function azureBeforeSteps({ firm, site, environment }: KitWish): readonly Step[] {
  const { link, supervision } = site;
  if (link.kind === "none" && supervision.kind === "agentless") return [];
  const group = arcGroupId(environment, firm, site).split("/").at(-1) ?? "";
  const stack = officeStack({ firm, site, environment });
  if (supervision.kind === "agentless")
    return [
      {
        task: {
          fr: `Déployer le bureau : cabinet up ${stack}.`,
          en: `Deploy the office: cabinet up ${stack}.`,
        },
        proof: { fr: "La commande finit sans erreur.", en: "The command ends without an error." },
      },
    ];
  return [
    {
      task: {
        fr: `Déployer le bureau, sans identifiant sous arc.machines pour une machine qui n'est pas encore inscrite : cabinet up ${stack}.`,
        en: `Deploy the office, without an id under arc.machines for a machine that is not onboarded yet: cabinet up ${stack}.`,
      },
      proof: { fr: `Le groupe ${group} est là.`, en: `The group ${group} is there.` },
    },
    {
      task: {
        fr: `Apporter ${arcAgent} (https://aka.ms/AzureConnectedMachineAgent), et avoir un compte qui a le rôle « Azure Connected Machine Onboarding » sur ${group} et aucun autre ; l'alerte que ce droit déclenche est attendue.`,
        en: `Bring ${arcAgent} (https://aka.ms/AzureConnectedMachineAgent), and have an account with the role "Azure Connected Machine Onboarding" on ${group} and no other; the alert of that right is expected.`,
      },
      proof: {
        fr: "Le fichier porte la signature de Microsoft ; le rôle est donné.",
        en: "The file has Microsoft's signature; the role is given.",
      },
    },
  ];
}

/** The office's end of the tunnel, before machines need names of Azure. */
export function tunnelSteps({ firm, site }: KitWish): readonly Step[] {
  const task = tunnelTask(firm, site);
  if (task === undefined) return [];
  return [
    {
      task,
      proof: {
        fr: "Le routeur montre le tunnel établi, et le portail Azure la connexion « Connecté ».",
        en: 'The router shows the tunnel established, and the Azure portal the connection "Connected".',
      },
    },
  ];
}

/** Machines that Azure Arc knows get their configuration with the next deployment. */
export function azureAfterSteps(wish: KitWish): readonly Step[] {
  if (wish.site.supervision.kind === "agentless") return [];
  const stack = officeStack(wish);
  return [
    {
      task: {
        fr: `Les identifiants des machines et arc.readableUntil, trois ans au plus, étant dans la fiche du cabinet : cabinet up ${stack} ; puis retirer le rôle donné pour l'inscription.`,
        en: `With the machines' ids and arc.readableUntil, three years at most, in the firm file: cabinet up ${stack}; then take back the role given for onboarding.`,
      },
      proof: {
        fr: "Le portail Azure montre chaque machine connectée et sa configuration conforme.",
        en: "The Azure portal shows each machine connected and its configuration compliant.",
      },
    },
  ];
}

function officeStack({
  firm,
  site,
  environment,
}: Pick<KitWish, "firm" | "site" | "environment">): string {
  return formatStackName({ kind: "site", environment, firm: firm.key, site: site.key });
}
