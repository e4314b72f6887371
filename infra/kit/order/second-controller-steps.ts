import type { Firm } from "../../firm/firm";
import { isDomainController } from "../../slim-server/machine-role";
import { localAdministrator } from "../../windows/local-administrator";
import type { KitWish } from "../wish";
import type { Step } from "./step";

/** What is done on the second controller, a machine in Azure, once the first one serves the domain. */
export function secondControllerSteps({ firm, site }: KitWish): readonly Step[] {
  const { secondController: second, directory, machines } = site;
  if (second.kind === "none") return [];
  const first = machines.find(({ role }) => isDomainController(role))?.name ?? "";
  const secret = `controller-${second.name.toLowerCase()}`;
  return [
    {
      task: {
        fr: `Le tunnel est monté ; depuis ${first} : mstsc /v:${second.address.text}, compte ${localAdministrator}, mot de passe « ${secret} » du coffre du cabinet ; y copier serveur\\${second.name}.`,
        en: `The tunnel is up; from ${first}: mstsc /v:${second.address.text}, account ${localAdministrator}, password "${secret}" of the firm's vault; copy serveur\\${second.name} there.`,
      },
      proof: {
        fr: "Le disque F: est là, et nslookup trouve le domaine.",
        en: "The disk F: is there, and nslookup finds the domain.",
      },
    },
    {
      task: {
        fr: `20-annuaire.ps1 : second contrôleur de ${directory.domain}, annuaire et SYSVOL sur F: ; noter le mot de passe de restauration dans le coffre du cabinet.`,
        en: `20-annuaire.ps1: second controller of ${directory.domain}, directory and SYSVOL on F:; keep the restore password in the firm's vault.`,
      },
      proof: {
        fr: "Après le redémarrage : dcdiag sans erreur, repadmin /replsummary sans échec.",
        en: "After the restart: dcdiag without errors, repadmin /replsummary without failures.",
      },
    },
    {
      task: {
        fr: "30-dns.ps1 : redirecteurs et zones.",
        en: "30-dns.ps1: forwarders and zones.",
      },
      proof: {
        fr: `Sur un poste : nslookup ${directory.domain} ${second.address.text} répond.`,
        en: `On a desk: nslookup ${directory.domain} ${second.address.text} answers.`,
      },
    },
    ...namesStep(firm, second.address.text),
  ];
}

/** Hosts of a domain ask its controllers in the order of the firm's file; the one in Azure is nearest. */
function namesStep({ key, identity }: Firm, address: string): readonly Step[] {
  if (identity.mode !== "hybrid" || identity.domain.dnsServers[0]?.text === address) return [];
  const servers = [
    address,
    ...identity.domain.dnsServers.map(({ text }) => text).filter((text) => text !== address),
  ]
    .slice(0, 4)
    .join(", ");
  return [
    {
      task: {
        fr: `Écrire identity.dnsServers: [${servers}] dans la fiche du cabinet, puis cabinet up ${key} ; les hôtes le prennent à leur prochain démarrage.`,
        en: `Write identity.dnsServers: [${servers}] into the firm file, then cabinet up ${key}; hosts take it up when they next start.`,
      },
      proof: {
        fr: `Sur un hôte : ipconfig /all nomme ${address} en premier.`,
        en: `On a host: ipconfig /all names ${address} first.`,
      },
    },
  ];
}
