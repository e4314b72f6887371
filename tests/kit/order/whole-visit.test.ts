import type { Site } from "../../../infra/firm/site";
import { makeKit } from "../../../infra/kit/make-kit";
import type { KitWish } from "../../../infra/kit/wish";
import { sampleWish } from "../../support/kit-wish";
import { officeWithAll } from "../../support/offices";

// What a technician who has the order and nothing else must come across, and when.

function orderOf(wish: KitWish): string {
  const file = makeKit(wish).find(({ path }) => path === "bon-de-travail.html");
  return new TextDecoder().decode(file?.bytes).replaceAll("\u00A0", " ");
}

/** Words of the order that are not there, or not behind those before them. */
function missing(order: string, words: readonly string[]): readonly string[] {
  let place = 0;
  return words.filter((one) => {
    const found = order.indexOf(one, place);
    if (found < 0) return true;
    place = found;
    return false;
  });
}

const dupont = sampleWish("dupont");
const moreau = sampleWish("moreau");
const withSite = (wish: KitWish, changes: Partial<Site>): KitWish => ({
  ...wish,
  site: { ...wish.site, ...changes },
});
const linked: KitWish = { ...dupont, site: officeWithAll(dupont.firm, dupont.site) };

test("scripts may run before the first of them does, and drivers have their folder", () => {
  const words = [
    "Set-ExecutionPolicy -Scope Process Bypass",
    "verifier-trousse.ps1",
    "Convenir de l&#39;heure",
  ];
  expect(missing(orderOf(dupont), words)).toEqual([]);
  expect(orderOf(dupont)).toContain(String.raw`décompressé, dans serveur\MEYLAN-PR1\pilotes`);
  expect(orderOf(moreau)).toContain(String.raw`décompressé, dans serveur\VOIRON-SRV1\pilotes`);
});

test("the host is installed and joins its machines to the office's network before they are made", () => {
  const words = [
    "Machine MEYLAN-HV1",
    "Installer Windows Server",
    "10-preparer.ps1",
    "New-VMSwitch -Name Bureau",
    "Créer la machine virtuelle MEYLAN-DC1",
  ];
  expect(missing(orderOf(dupont), words)).toEqual([]);
});

test("Azure Arc: the group and the agent are there before the visit, and the ids are deployed after it", () => {
  const words = [
    "Avant la visite",
    "cabinet up prod.moreau.voiron",
    "AzureConnectedMachineAgent.msi",
    "rg-prod-moreau-voiron-arc",
    "Machine VOIRON-SRV1",
    "50-arc.ps1 -Installer",
    "Après la visite",
    "arc.readableUntil",
    "cabinet up prod.moreau.voiron",
    "cabinet audit moreau",
  ];
  expect(missing(orderOf(moreau), words)).toEqual([]);
  expect(orderOf(dupont)).not.toMatch(/cabinet up|AzureConnectedMachineAgent/);
});

test("printing that goes through Azure has its connector where the queues are", () => {
  const words = ["40-imprimantes.ps1", "https://aka.ms/UPConnector", "90-verifier.ps1"];
  expect(missing(orderOf(moreau), words)).toEqual([]);
  expect(orderOf(dupont)).not.toContain("UPConnector");
});

test("accounts come into Entra as the file chose, before the machine is checked", () => {
  const connect = withSite(dupont, { directory: { ...dupont.site.directory, sync: "connect" } });
  expect(
    missing(orderOf(moreau), ["Sur VOIRON-SRV1 : installer l&#39;agent Entra Cloud Sync", "90-"]),
  ).toEqual([]);
  expect(
    missing(orderOf(connect), ["Sur MEYLAN-PR1 : installer Entra Connect Sync", "-PR1.json"]),
  ).toEqual([]);
  expect(orderOf(dupont)).not.toContain("Entra C");
});

test("a tunnel is set up on the router before the machines, with the secret's name and not the secret", () => {
  const words = [
    "cabinet up prod.dupont.meylan",
    "IKEv2",
    "vpn-meylan",
    "Machine MEYLAN-HV1",
    "Machine MEYLAN-DC2, dans Azure",
  ];
  expect(missing(orderOf(linked), words)).toEqual([]);
  expect(orderOf(dupont)).not.toContain("IKEv2");
});

test("an old server may be older than the scripts' PowerShell, and nobody asks it for names once it is gone", () => {
  const words = [
    "Windows Management Framework 5.1",
    "Départ de l&#39;ancien serveur",
    "Uninstall-ADDSDomainController",
    "Sur MEYLAN-DC1 : Set-DnsClientServerAddress",
    "-ServerAddresses 127.0.0.1",
    "l&#39;ancien serveur éteint",
  ];
  expect(missing(orderOf(dupont), words)).toEqual([]);
  // Two controllers ask one another first.
  expect(orderOf(linked)).toContain("-ServerAddresses 10.64.9.52, 127.0.0.1");
});

test("a new domain has no old controller to leave", () => {
  const fresh = withSite(dupont, { directory: { ...dupont.site.directory, forest: "new" } });
  expect(orderOf(fresh)).not.toMatch(/Uninstall-ADDSDomainController|Set-DnsClientServerAddress/);
});
