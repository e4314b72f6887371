import { isDomainController } from "../slim-server/machine-role";
import type { Firm } from "../firm/firm";
import type { Site } from "../firm/site";
import { syncTask, tunnelTask } from "../kit/order/office-tasks";
import { step, type ManualStep } from "./manual-step";
import { forwardedNames } from "./zone-names";

export interface SiteStepsOf {
  readonly firm: Firm;
  readonly site: Site;
  /** Address of the platform's resolver that answers offices. */
  readonly answers: string;
}

/** All that an office's stack leaves to people, in the order in which it is done. */
export function siteSteps(of: SiteStepsOf): readonly ManualStep[] {
  return [...kitSteps(of), ...linkSteps(of), ...directorySteps(of), ...arcSteps(of)];
}

function kitSteps({ firm, site }: SiteStepsOf): readonly ManualStep[] {
  const command = `npx cabinet kit ${firm.key} --site ${site.key} --out <dossier>`;
  return [
    step(
      `Préparer la trousse du technicien (${command}) et suivre son bon de travail.`,
      `Make the technician's kit (${command}) and follow its work order.`,
    ),
  ];
}

function linkSteps({ firm, site, answers }: SiteStepsOf): readonly ManualStep[] {
  if (site.link.kind === "none") return [];
  const controllers = site.machines
    .filter(({ role }) => isDomainController(role))
    .map(({ name }) => name)
    .join(", ");
  const tunnel = tunnelTask(firm, site);
  return [
    ...(tunnel === undefined ? [] : [tunnel]),
    step(
      `Sur ${controllers} : rediriger ${forwardedNames.join(", ")} vers ${answers} ; le script de la trousse le fait.`,
      `On ${controllers}: forward ${forwardedNames.join(", ")} to ${answers}; the kit's script does it.`,
    ),
  ];
}

function directorySteps({ site }: SiteStepsOf): readonly ManualStep[] {
  const { directory, secondController: second } = site;
  const sync = syncTask(site);
  return [
    ...(second.kind === "none"
      ? []
      : [
          step(
            `Promouvoir ${second.name} (${second.address.text}) en contrôleur de ${directory.domain}, par le script de la trousse ; il faut un administrateur du domaine.`,
            `Promote ${second.name} (${second.address.text}) to a controller of ${directory.domain}, by the kit's script; it takes an administrator of the domain.`,
          ),
        ]),
    ...(sync === undefined ? [] : [sync]),
  ];
}

function arcSteps({ firm, site }: SiteStepsOf): readonly ManualStep[] {
  const { supervision, machines, key } = site;
  switch (supervision.kind) {
    case "agentless":
      return [
        step(
          `Après chaque intervention : rapporter les fichiers du script de contrôle et les comparer (npx cabinet audit ${firm.key} --site ${key} --report <fichiers>).`,
          `After each visit: bring the files of the check script and compare them (npx cabinet audit ${firm.key} --site ${key} --report <files>).`,
        ),
      ];
    case "arc": {
      const known = new Set(supervision.machines.map(({ role }) => role));
      const missing = machines.filter(({ role }) => !known.has(role)).map(({ name }) => name);
      return missing.length === 0
        ? []
        : [
            step(
              `Rattacher à Azure Arc ${missing.join(", ")} par le script de la trousse, dans le groupe de la sortie « arcGroup », puis écrire leurs identifiants sous sites.${key}.arc.machines et redéployer.`,
              `Onboard ${missing.join(", ")} to Azure Arc by the kit's script, into the group of the output "arcGroup", then write their ids under sites.${key}.arc.machines and deploy again.`,
            ),
          ];
    }
  }
}
