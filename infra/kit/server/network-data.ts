import { formatAddress, type Network } from "../../azure/network";
import { privateDnsZonesOf } from "../../azure/private-dns";
import type { Site, SiteMachine } from "../../firm/site";
import type { PowerShellData } from "../../windows/powershell";
import type { KitWish } from "../wish";

/** Options of RFC 2132 that a scope always has. */
const routerOption = 3;
const dnsOption = 6;
const domainOption = 15;

/** 255.255.255.0 of /24. */
export function maskOf({ size }: Pick<Network, "size">): string {
  return formatAddress(2 ** 32 - size);
}

/** Scope, options and reservations of the office, for `dhcp.ps1`. */
export function dhcpData(
  { key, lan, gateway, dhcp, directory }: Site,
  machine: SiteMachine,
): Record<string, PowerShellData> {
  const options = [
    { id: routerOption, values: [gateway.text] },
    { id: dnsOption, values: dhcp.dnsServers.map(({ text }) => text) },
    { id: domainOption, values: [directory.domain] },
    ...dhcp.options,
  ].toSorted((a, b) => a.id - b.id);
  return {
    Name: key,
    Domain: directory.domain,
    Address: machine.address.text,
    ScopeId: formatAddress(lan.first),
    Mask: maskOf(lan),
    From: dhcp.range.from.text,
    Until: dhcp.range.until.text,
    LeaseDays: dhcp.leaseDays,
    Options: options.map(({ id, values }) => ({ Id: id, Values: values })),
    Reservations: dhcp.reservations.map(({ name, address, mac }) => ({
      Name: name,
      Address: address.text,
      Mac: mac,
    })),
  };
}

/** Forwarders and zones of the office, for `dns.ps1`. */
export function dnsData({ site, firm, resolver }: KitWish): Record<string, PowerShellData> {
  const own = site.dns.zones.map(({ name, servers }) => ({ Name: name, Servers: servers }));
  const named = new Set(own.map(({ Name }) => Name));
  const azure =
    site.link.kind === "vpn"
      ? publicZones(firm.region).map((name) => ({ Name: name, Servers: [resolver.text] }))
      : [];
  return {
    Forwarders: site.dns.forwarders,
    ReverseNetworks: reverseNetworks(site.lan),
    Zones: [...own, ...azure.filter(({ Name }) => !named.has(Name))],
  };
}

/**
 * Names of storage and key vaults as everybody writes them: asked about these, the resolver answers with private
 * addresses. The zones `privatelink.*` themselves must not be forwarded.
 * https://learn.microsoft.com/azure/private-link/private-endpoint-dns-integration
 */
function publicZones(region: KitWish["firm"]["region"]): readonly string[] {
  const zones = (["file", "blob", "vault"] as const).flatMap((group) =>
    privateDnsZonesOf(group, region),
  );
  return zones.map((zone) =>
    zone === "privatelink.vaultcore.azure.net"
      ? "vault.azure.net"
      : zone.replace(/^privatelink\./, ""),
  );
}

/** The /24 networks of a LAN, or the LAN itself when it is smaller: Windows' reverse zones end at a dot. */
function reverseNetworks({ first, last }: Network) {
  const networks: { Id: string; Zone: string }[] = [];
  for (let start = first - (first % 256); start <= last && networks.length < 256; start += 256) {
    const [a, b, c] = formatAddress(start).split(".");
    networks.push({
      Id: `${formatAddress(start)}/24`,
      Zone: `${c ?? ""}.${b ?? ""}.${a ?? ""}.in-addr.arpa`,
    });
  }
  return networks;
}
