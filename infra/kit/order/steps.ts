import type { Site } from "../../firm/site";
import { isDomainController } from "../../slim-server/machine-role";
import { deskPrograms } from "../desk/desk-programs";
import type { KitWish } from "../wish";
import { azureAfterSteps, azureBeforeSteps, tunnelSteps } from "./azure-steps";
import { deskSteps } from "./desk-steps";
import { hostLastSteps, machineSteps } from "./machine-steps";
import { secondControllerSteps } from "./second-controller-steps";
import type { Chapter, Step } from "./step";

/** The visit, in the order in which things depend on one another. */
export function chapters(wish: KitWish): readonly Chapter[] {
  const { machines, secondController: second } = wish.site;
  const tunnel = tunnelSteps(wish);
  return [
    { title: { fr: "Avant la visite", en: "Before the visit" }, steps: beforeSteps(wish) },
    { title: { fr: "Ancien serveur", en: "Old server" }, steps: oldServerSteps },
    ...(tunnel.length === 0
      ? []
      : [{ title: { fr: "Tunnel vers Azure", en: "Tunnel to Azure" }, steps: tunnel }]),
    ...machines.map((machine) => ({
      title: { fr: `Machine ${machine.name}`, en: `Machine ${machine.name}` },
      steps: machineSteps(wish, machine),
    })),
    ...machines
      .filter(({ role }) => role === "host")
      .map((host) => ({
        title: { fr: `Machine ${host.name}, suite`, en: `Machine ${host.name}, continued` },
        steps: hostLastSteps(wish, host),
      })),
    ...(second.kind === "none"
      ? []
      : [
          {
            title: {
              fr: `Machine ${second.name}, dans Azure`,
              en: `Machine ${second.name}, in Azure`,
            },
            steps: secondControllerSteps(wish),
          },
        ]),
    { title: { fr: "Chaque poste", en: "Each desk" }, steps: deskSteps(wish) },
    {
      title: { fr: "Départ de l'ancien serveur", en: "The old server leaves" },
      steps: leaveSteps(wish.site),
    },
    { title: { fr: "Après la visite", en: "After the visit" }, steps: afterSteps(wish) },
  ];
}

function beforeSteps(wish: KitWish): readonly Step[] {
  const { firm, site } = wish;
  const prints = site.machines.find(({ role }) => role === "print" || role === "server");
  const folder = `serveur\\${prints?.name ?? ""}\\pilotes`;
  const drivers = [
    ...new Set(
      site.printers
        .filter(({ driver }) => driver.kind === "own" || driver.origin === "vendor")
        .map(({ driver }) => driver.name),
    ),
  ];
  const programs = deskPrograms(firm);
  const unpinned = programs.filter(({ sha256 }) => sha256 === undefined);
  return [
    ...drivers.map((name) => ({
      task: {
        fr: `Télécharger le pilote « ${name} » chez son fabricant et le déposer, décompressé, dans ${folder}.`,
        en: `Download the driver "${name}" from its vendor, unpacked into ${folder}.`,
      },
      proof: { fr: "Le dossier contient un fichier INF.", en: "The folder has an INF file." },
    })),
    ...unpinned.map(({ name, key }) => ({
      task: {
        fr: `${name} : la fiche du cabinet ne nomme aucun fichier, installer.ps1 le refusera. Écrire ${key} (version, url, sha256) et refaire le kit.`,
        en: `${name}: the firm file names no file, and installer.ps1 will refuse it. Write ${key} (version, url, sha256) and make the kit again.`,
      },
      proof: {
        fr: "Cette ligne a disparu du bon de travail.",
        en: "This line is gone from the work order.",
      },
    })),
    ...programs.flatMap(({ name, switches, unverified }) =>
      unverified === undefined
        ? []
        : [
            {
              task: {
                fr: `${name} : ${unverified.fr}. Essayer d'abord sur un seul poste${switches === "" ? "" : ` (${switches})`}.`,
                en: `${name}: ${unverified.en}. Try it on one desk first${switches === "" ? "" : ` (${switches})`}.`,
              },
              proof: {
                fr: "Rien n'est demandé, et verifier.ps1 trouve sa version.",
                en: "Nothing is asked, and verifier.ps1 finds its version.",
              },
            },
          ],
    ),
    ...azureBeforeSteps(wish),
    {
      task: {
        fr: "Les scripts ne sont pas signés : les lancer d'une console PowerShell d'administrateur où l'on a écrit Set-ExecutionPolicy -Scope Process Bypass ; d'abord avec -WhatIf, qui montre sans rien changer.",
        en: "The scripts are not signed: run them from an administrator's PowerShell console in which one has written Set-ExecutionPolicy -Scope Process Bypass; first with -WhatIf, which shows and changes nothing.",
      },
      proof: {
        fr: "Le premier script se lance avec -WhatIf.",
        en: "The first script starts with -WhatIf.",
      },
    },
    {
      task: {
        fr: "verifier-trousse.ps1 : la trousse est arrivée entière sur sa clé.",
        en: "verifier-trousse.ps1: the kit has come whole onto its stick.",
      },
      proof: { fr: "« La trousse est entière ».", en: '"La trousse est entière" (whole).' },
    },
    {
      task: {
        fr: "Convenir de l'heure : l'impression et les adresses manquent pendant la bascule.",
        en: "Agree on the hour: printing and addresses are missing meanwhile.",
      },
      proof: { fr: "Accord du cabinet.", en: "The firm agrees." },
    },
  ];
}

const oldServerSteps: readonly Step[] = [
  {
    task: {
      fr: "Vérifier que la reprise des données dans Azure est signée par le cabinet.",
      en: "See that the firm has signed for its data in Azure.",
    },
    proof: { fr: "Procès-verbal de reprise.", en: "Record of the migration." },
  },
  {
    task: {
      fr: "Faire l'inventaire : ancien-serveur\\depart.ps1, sans paramètre ; il ne touche à rien. Avant Windows Server 2016, il lui faut d'abord Windows Management Framework 5.1.",
      en: "Take the inventory: ancien-serveur\\depart.ps1, without a parameter; it touches nothing. Before Windows Server 2016 it takes Windows Management Framework 5.1 first.",
    },
    proof: {
      fr: "inventaire-….json et consentement-….json sont écrits.",
      en: "inventaire-….json and consentement-….json are written.",
    },
  },
];

/** A domain that was there had its controller on the old server. */
function leaveSteps(site: Site): readonly Step[] {
  const { directory, machines, secondController: second } = site;
  const first = machines.find(({ role }) => isDomainController(role))?.name ?? "";
  const asks = [...(second.kind === "none" ? [] : [second.address.text]), "127.0.0.1"].join(", ");
  const moved: readonly Step[] =
    directory.forest === "new"
      ? []
      : [
          {
            task: {
              fr: `Si l'ancien serveur était contrôleur de ${directory.domain} : y retirer le DHCP, faire de ${first} le maître (Move-ADDirectoryServerOperationMasterRole -Identity ${first} -OperationMasterRole 0,1,2,3,4), puis rétrograder l'ancien (Uninstall-ADDSDomainController).`,
              en: `If the old server was a controller of ${directory.domain}: take DHCP off it, make ${first} the master (Move-ADDirectoryServerOperationMasterRole -Identity ${first} -OperationMasterRole 0,1,2,3,4), then demote the old one (Uninstall-ADDSDomainController).`,
            },
            proof: {
              fr: `netdom query fsmo ne nomme que ${first} ; repadmin /replsummary sans échec.`,
              en: `netdom query fsmo names ${first} alone; repadmin /replsummary without failures.`,
            },
          },
          // Promoted by the old one's DNS, it would go on asking it.
          {
            task: {
              fr: `Sur ${first} : Set-DnsClientServerAddress -InterfaceAlias <carte> -ServerAddresses ${asks}.`,
              en: `On ${first}: Set-DnsClientServerAddress -InterfaceAlias <adapter> -ServerAddresses ${asks}.`,
            },
            proof: {
              fr: `Tout répond encore, l'ancien serveur éteint : nslookup ${directory.domain} et un nom public, une ouverture de session, une page imprimée.`,
              en: `Everything still answers with the old server switched off: nslookup ${directory.domain} and a public name, a sign-in, a printed page.`,
            },
          },
        ];
  return [...consentSteps, ...moved];
}

const consentSteps: readonly Step[] = [
  {
    task: {
      fr: "Le responsable lit l'inventaire, remplit le consentement (nom, date, données reprises) et en retire ce qu'il refuse.",
      en: "Who is responsible reads the inventory, fills in the consent (name, date, data taken over) and takes out what is refused.",
    },
    proof: { fr: "Consentement rempli.", en: "The consent is filled in." },
  },
  {
    task: {
      fr: "ancien-serveur\\depart.ps1 -Consent consentement-….json -WhatIf, relire, puis sans -WhatIf.",
      en: "ancien-serveur\\depart.ps1 -Consent consentement-….json -WhatIf, read it, then without -WhatIf.",
    },
    proof: {
      fr: "depart.ps1 sans paramètre ne trouve plus que ce qui a été refusé.",
      en: "depart.ps1 without a parameter finds only what was refused.",
    },
  },
];

function afterSteps(wish: KitWish): readonly Step[] {
  const { firm, site } = wish;
  const reports = site.machines.map(({ name }) => `--report ${name}.json`).join(" ");
  return [
    ...azureAfterSteps(wish),
    {
      task: {
        fr: `cabinet audit ${firm.key} --site ${site.key} ${reports}`,
        en: `cabinet audit ${firm.key} --site ${site.key} ${reports}`,
      },
      proof: { fr: "Aucun écart.", en: "No difference." },
    },
    {
      task: {
        fr: `cabinet desks ${firm.key} --csv postes.csv`,
        en: `cabinet desks ${firm.key} --csv postes.csv`,
      },
      proof: { fr: "Tous les postes sont aptes.", en: "Every desk passes." },
    },
  ];
}
