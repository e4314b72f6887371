import type { Firm } from "../../firm/firm";
import type { Site } from "../../firm/site";
import { isDomainController } from "../../slim-server/machine-role";
import type { Phrase } from "../../slim-server/phrase";

// What an office's work order and its stack's manual steps both ask of people, in the same words.

/** The tunnel's end in the office; undefined without one. The secret has a name here, and nothing else. */
export function tunnelTask(firm: Pick<Firm, "network">, { key, link }: Site): Phrase | undefined {
  if (link.kind === "none") return undefined;
  return {
    fr: `Sur le routeur du cabinet : monter le tunnel IKEv2 (AES-256, SHA-384, ECP384 ; ESP AES-256-GCM, PFS ECP384) vers la sortie « vpnAddress » de la plateforme et le réseau ${firm.network.text}, avec le secret « vpn-${key} » du coffre du cabinet.`,
    en: `On the office's router: set up the IKEv2 tunnel (AES-256, SHA-384, ECP384; ESP AES-256-GCM, PFS ECP384) to the platform's output "vpnAddress" and the network ${firm.network.text}, with the secret "vpn-${key}" of the firm's vault.`,
  };
}

/** The machine that brings the directory's accounts into Entra; undefined where none does. */
export function syncMachine({ directory, machines }: Site): string | undefined {
  switch (directory.sync) {
    case "none":
      return undefined;
    case "cloudSync":
      return machines.find(({ role }) => isDomainController(role))?.name;
    case "connect":
      return machines.find(({ role }) => role === "print" || role === "server")?.name;
  }
}

/** How accounts come into Entra, as the firm file chose; undefined where they do not. */
export function syncTask(site: Site): Phrase | undefined {
  const { domain, sync } = site.directory;
  const machine = syncMachine(site) ?? "";
  switch (sync) {
    case "none":
      return undefined;
    case "cloudSync":
      return {
        fr: `Sur ${machine} : installer l'agent Entra Cloud Sync et le configurer pour ${domain} ; il ne synchronise pas les appareils.`,
        en: `On ${machine}: install the agent of Entra Cloud Sync and configure it for ${domain}; it does not synchronise devices.`,
      };
    case "connect":
      return {
        fr: `Sur ${machine} : installer Entra Connect Sync pour ${domain} ; un seul serveur peut être actif par locataire Entra.`,
        en: `On ${machine}: install Entra Connect Sync for ${domain}; one server may be active in an Entra tenant.`,
      };
  }
}
