import { azureName } from "../../azure/names";
import { expectedServer } from "../../firm/expected-servers";
import type { Printer, Site, SiteMachine } from "../../firm/site";
import { keptFeatures } from "../../slim-server/allowed-features";
import { allowedArcExtensions } from "../../slim-server/arc-extensions";
import { isDomainController } from "../../slim-server/machine-role";
import { reportFormat } from "../../slim-server/report";
import { spoolerOff } from "../../slim-server/services";
import type { PowerShellData } from "../../windows/powershell";
import { dataDiskLetter } from "../../windows/data-disk-script";
import { timeZone } from "../../windows/time-zone";
import { scriptFile, type KitFile } from "../kit-file";
import { configurationPackage, moduleFiles } from "../module/configuration-package";
import { dscDocument } from "../module/dsc-document";
import { expectedDocument } from "../module/expected-document";
import type { KitWish } from "../wish";
import { dhcpData, dnsData } from "./network-data";

/** Everything for one machine of the office, in the folder of its name; names begin with the order of use. */
export function machineFiles(wish: KitWish, machine: SiteMachine): readonly KitFile[] {
  const { firm, site } = wish;
  const folder = `serveur/${machine.name}`;
  const script = (name: string, from: string, values: PowerShellData) =>
    scriptFile(`${folder}/${name}.ps1`, `server/${from}`, values);
  const expected = expectedServer(site, machine);
  const made = configurationPackage(firm, site, machine);
  const document = dscDocument(site, machine);
  const identity = { Machine: machine.name, Domain: site.directory.domain };
  const files = [
    script("10-preparer", "prepare", prepareData(site, machine)),
    isDomainController(machine.role)
      ? script("20-annuaire", "promote", {
          ...identity,
          Forest: site.directory.forest,
          Netbios: site.directory.netbios,
          Disk: undefined,
        })
      : script("20-joindre", "join", identity),
    ...(isDomainController(machine.role)
      ? [script("30-dns", "dns", dnsData(wish)), script("31-dhcp", "dhcp", dhcpData(site, machine))]
      : []),
    ...(expected.queues.length === 0
      ? []
      : [
          script("40-imprimantes", "printers", {
            Place: site.place,
            Printers: site.printers.map(printerData),
          }),
        ]),
    ...(site.supervision.kind === "arc" ? [script("50-arc", "arc", arcData(wish, machine))] : []),
    script("90-verifier", "check", {
      Format: reportFormat,
      Firm: firm.key,
      Site: site.key,
      Document: document.path,
      Language: wish.language,
    }),
  ];
  return [
    ...files,
    { ...document, path: `${folder}/${document.path}` },
    ...moduleFiles(expectedDocument(machine.name, expected), `${folder}/Modules`),
    { path: `${folder}/${made.name}.zip`, bytes: made.bytes },
  ];
}

/**
 * The second controller is a machine in Azure: address, features and disk come from its stack, a domain only from
 * somebody who has its password.
 */
export function secondControllerFiles(wish: KitWish): readonly KitFile[] {
  const { secondController: second, directory } = wish.site;
  if (second.kind === "none") return [];
  const script = (name: string, from: string, values: PowerShellData) =>
    scriptFile(`serveur/${second.name}/${name}.ps1`, `server/${from}`, values);
  return [
    script("20-annuaire", "promote", {
      Machine: second.name,
      Domain: directory.domain,
      Forest: "existing",
      Netbios: directory.netbios,
      Disk: `${dataDiskLetter}:\\`,
    }),
    // It stands where the office's router does not answer.
    script("30-dns", "dns", { ...dnsData(wish), Forwarders: [wish.resolver.text] }),
  ];
}

/** What looks at the server that is there, before it goes or is slimmed: the one that may have all four roles. */
export function oldServerFiles({ firm, site, language }: KitWish): readonly KitFile[] {
  const folder = "ancien-serveur";
  const expected = {
    role: "server",
    features: site.features,
    queues: site.printers.map(({ name }) => name),
  } as const;
  return [
    scriptFile(`${folder}/depart.ps1`, "server/leave", {
      Format: "cabinet/depart@1",
      Firm: firm.key,
      Language: language,
    }),
    ...moduleFiles(expectedDocument("", expected), `${folder}/Modules`),
  ];
}

function prepareData(site: Site, machine: SiteMachine): Record<string, PowerShellData> {
  const { role, name, address } = machine;
  const controllers = site.machines.filter((other) => isDomainController(other.role));
  return {
    Machine: name,
    Address: address.text,
    PrefixLength: site.lan.prefix,
    Gateway: site.gateway.text,
    // The first controller of a new domain asks the office's resolvers until it is one itself.
    DnsServers: isDomainController(role)
      ? site.directory.forest === "new"
        ? site.dns.forwarders
        : []
      : controllers.map((controller) => controller.address.text),
    TimeZone: timeZone,
    Features: [...keptFeatures(role), ...site.features],
    SpoolerOff: spoolerOff.includes(role),
  };
}

function printerData({ name, address, model, driver, port, paper }: Printer): PowerShellData {
  return {
    Name: name,
    Address: address.text,
    Model: model,
    Driver: driver.name,
    Origin: driver.kind === "own" ? "own" : driver.origin,
    Inf: driver.kind === "own" ? driver.inf : undefined,
    Protocol: port.kind,
    Port: port.kind === "raw" ? port.number : undefined,
    Paper: paper,
  };
}

function arcData(
  { firm, site, environment, tenant }: KitWish,
  { name, role }: SiteMachine,
): Record<string, PowerShellData> {
  const owner = { environment, firm: firm.key, site: site.key, subscription: firm.subscription };
  const group = azureName("resourceGroup", owner, "arc");
  return {
    Machine: name,
    Role: role,
    Tenant: tenant,
    Subscription: firm.subscription,
    ResourceGroup: group,
    Location: firm.region,
    Extensions: allowedArcExtensions.map(({ publisher, type }) => `${publisher}/${type}`),
    ResourceId: `/subscriptions/${firm.subscription}/resourceGroups/${group}/providers/Microsoft.HybridCompute/machines/${name}`,
  };
}
