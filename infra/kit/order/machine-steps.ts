import type { Site, SiteMachine } from "../../firm/site";
import { isDomainController } from "../../slim-server/machine-role";
import type { Phrase } from "../../slim-server/phrase";
import type { KitWish } from "../wish";
import { arcAgent } from "./azure-steps";
import { syncMachine, syncTask } from "./office-tasks";
import type { Step } from "./step";

/** A script of a machine's folder. */
function run(script: string, fr: string, en: string, proof: Phrase): Step {
  return { task: { fr: `${script} : ${fr}`, en: `${script}: ${en}` }, proof };
}

/** What is done on one machine, in the order of its scripts; the host joins a domain that its own machine makes. */
export function machineSteps(wish: KitWish, machine: SiteMachine): readonly Step[] {
  const { site } = wish;
  const controller = isDomainController(machine.role);
  const prints = machine.role === "print" || machine.role === "server";
  if (machine.role === "host")
    return [installStep, prepareStep(site, machine), switchStep(machine), ...guestSteps(site)];
  return [
    ...(machine.role === "server" ? [installStep] : []),
    prepareStep(site, machine),
    controller ? promoteStep(site) : joinStep(site),
    ...(controller
      ? [
          run("30-dns.ps1", "redirecteurs et zones.", "forwarders and zones.", {
            fr: "nslookup d'un nom public et d'un nom du domaine répondent.",
            en: "nslookup answers for a public name and one of the domain.",
          }),
          run(
            "31-dhcp.ps1",
            "arrêter d'abord le DHCP de la box ou de l'ancien serveur, puis étendue, options et réservations.",
            "first stop DHCP on the router or on the old server, then scope, options and reservations.",
            {
              fr: "ipconfig /renew sur un poste reçoit une adresse de la plage.",
              en: "ipconfig /renew on a desk gets an address of the range.",
            },
          ),
        ]
      : []),
    ...(prints && site.printers.length > 0
      ? [
          run("40-imprimantes.ps1", "pilotes et files d'impression.", "drivers and queues.", {
            fr: "Une page de test sort de chaque imprimante.",
            en: "A test page comes out of every printer.",
          }),
          ...connectorSteps(wish),
        ]
      : []),
    ...syncSteps(site, machine),
    ...arcSteps(site, machine),
    checkStep(machine),
  ];
}

/** What is done on the host once there is a domain. */
export function hostLastSteps({ site }: KitWish, host: SiteMachine): readonly Step[] {
  return [joinStep(site), ...arcSteps(site, host), checkStep(host)];
}

const installStep: Step = {
  task: {
    fr: "Installer Windows Server et ses mises à jour, si la machine est neuve.",
    en: "Install Windows Server and its updates, where the machine is new.",
  },
  proof: { fr: "Windows a démarré.", en: "Windows has started." },
};

function prepareStep(site: Site, machine: SiteMachine): Step {
  const address = `${machine.address.text}/${site.lan.prefix}`;
  // A controller finds a domain that is there by the one that serves it, which no file names.
  const asks = isDomainController(machine.role) && site.directory.forest === "existing";
  const script = "10-preparer.ps1";
  return {
    task: {
      fr: `${script}${asks ? " -DnsServer <contrôleur actuel>" : ""} : nom ${machine.name}, adresse ${address}, rôles ; redémarrer et relancer tant qu'il le demande.`,
      en: `${script}${asks ? " -DnsServer <present controller>" : ""}: name ${machine.name}, address ${address}, roles; restart and run again as long as it asks.`,
    },
    proof: { fr: "« prête ».", en: '"prête" (ready).' },
  };
}

function promoteStep(site: Site): Step {
  return run(
    "20-annuaire.ps1",
    site.directory.forest === "new"
      ? `premier contrôleur de ${site.directory.domain} ; noter le mot de passe de restauration dans le coffre du cabinet.`
      : `contrôleur de plus de ${site.directory.domain} ; noter le mot de passe de restauration dans le coffre du cabinet.`,
    site.directory.forest === "new"
      ? `first controller of ${site.directory.domain}; keep the restore password in the firm's vault.`
      : `one more controller of ${site.directory.domain}; keep the restore password in the firm's vault.`,
    {
      fr: "dcdiag sans erreur après le redémarrage.",
      en: "dcdiag without errors after the restart.",
    },
  );
}

function joinStep(site: Site): Step {
  return run(
    "20-joindre.ps1",
    `joindre ${site.directory.domain}.`,
    `join ${site.directory.domain}.`,
    { fr: "Session du domaine ouverte.", en: "Signed in to the domain." },
  );
}

function checkStep(machine: SiteMachine): Step {
  return run(
    `90-verifier.ps1 -Report ${machine.name}.json`,
    "comparer à ce qu'un serveur allégé peut avoir.",
    "compare with what a slim server may have.",
    { fr: "« conforme ».", en: '"conforme" (compliant).' },
  );
}

/** Sizes: two processors each, for a directory 4 GB of memory and 60 GB of disk, for printing 8 and 80. */
const guestSizes = { controller: "2 / 4 / 60", print: "2 / 8 / 80" } as const;

function guestSteps(site: Site): readonly Step[] {
  return site.machines.flatMap(({ name, role }) =>
    role === "controller" || role === "print"
      ? [
          {
            task: {
              fr: `Créer la machine virtuelle ${name} : processeurs / Go de mémoire / Go de disque ${guestSizes[role]}, Windows Server, reliée au réseau du bureau.`,
              en: `Make the virtual machine ${name}: processors / GB of memory / GB of disk ${guestSizes[role]}, Windows Server, on the office's network.`,
            },
            proof: { fr: "Windows a démarré.", en: "Windows has started." },
          },
        ]
      : [],
  );
}

/** The host's own address moves onto the switch with it. */
function switchStep(host: SiteMachine): Step {
  return {
    task: {
      fr: "Relier Hyper-V au réseau du bureau : New-VMSwitch -Name Bureau -NetAdapterName <carte> -AllowManagementOS $true.",
      en: "Join Hyper-V to the office's network: New-VMSwitch -Name Bureau -NetAdapterName <adapter> -AllowManagementOS $true.",
    },
    proof: {
      fr: `Get-VMSwitch nomme Bureau, External ; ipconfig montre toujours ${host.address.text}.`,
      en: `Get-VMSwitch names Bureau, External; ipconfig still shows ${host.address.text}.`,
    },
  };
}

/** Universal Print takes pages from sessions to a connector beside the queues. */
function connectorSteps({ firm }: KitWish): readonly Step[] {
  if (firm.sessions.printing.kind !== "universalPrint") return [];
  return [
    {
      task: {
        fr: "Installer le connecteur Universal Print (https://aka.ms/UPConnector), s'y connecter, y inscrire les imprimantes, puis les partager dans le portail avec le groupe du personnel.",
        en: "Install the Universal Print connector (https://aka.ms/UPConnector), sign in to it, register the printers, then share them in the portal with the staff group.",
      },
      proof: {
        fr: "Le portail Universal Print montre chaque imprimante, partagée.",
        en: "The Universal Print portal shows each printer, shared.",
      },
    },
  ];
}

function syncSteps(site: Site, machine: SiteMachine): readonly Step[] {
  const task = syncTask(site);
  if (task === undefined || machine.name !== syncMachine(site)) return [];
  return [
    {
      task,
      proof: {
        fr: "Le centre d'administration Entra montre une synchronisation sans erreur.",
        en: "The Entra admin center shows a synchronisation without errors.",
      },
    },
  ];
}

function arcSteps(site: Site, machine: SiteMachine): readonly Step[] {
  if (site.supervision.kind !== "arc") return [];
  return [
    run(`50-arc.ps1 -Installer ${arcAgent}`, "inscrire à Azure Arc.", "onboard to Azure Arc.", {
      fr: `L'identifiant affiché est reporté dans la fiche du cabinet (arc.machines.${machine.role}).`,
      en: `The id it prints is written into the firm file (arc.machines.${machine.role}).`,
    }),
  ];
}
