import fc from "fast-check";
import { parseAddress, addressIn, type Address } from "../../../infra/azure/network";
import { dhcpData, dnsData, maskOf } from "../../../infra/kit/server/network-data";
import { network } from "../../support/builders";
import { readFirmText, smallestFirm } from "../../support/firm-file";
import { sampleWish } from "../../support/kit-wish";

const address = (text: unknown): Address => {
  const parsed = parseAddress(String(text));
  if (parsed.kind === "problem") throw new Error(parsed.reason);
  return parsed;
};

/** An office with nothing but a LAN: everything else is a default. */
function officeWith(lan: string) {
  const reading = readFirmText(`${smallestFirm}sites: { meylan: { lan: ${lan} } }\n`);
  if (!reading.ok) throw new Error(reading.faults.map(({ met }) => met).join());
  const [site] = reading.value.sites;
  if (site === undefined) throw new Error("no office");
  return site;
}

/** What is wrong with an office's scope. */
function scopeFaults(site: ReturnType<typeof officeWith>): readonly string[] {
  const machine = site.machines.find(({ role }) => role === "controller" || role === "server");
  if (machine === undefined) return ["no controller"];
  const data = dhcpData(site, machine);
  const [from, until, scope] = [data["From"], data["Until"], data["ScopeId"]].map(address);
  if (from === undefined || until === undefined || scope === undefined) return ["no scope"];
  const lent = ({ value }: Address) => from.value <= value && value <= until.value;
  const fixed = [
    scope,
    site.gateway,
    ...site.machines.map((one) => one.address),
    ...site.printers.map((one) => one.address),
    ...site.dhcp.reservations.map((one) => one.address),
    ...site.dhcp.dnsServers,
  ];
  return [
    ...[from, until]
      .filter((end) => !addressIn(site.lan, end))
      .map(({ text }) => `${text} outside`),
    ...(from.value <= until.value ? [] : ["upside down"]),
    ...(scope.value === site.lan.first ? [] : ["another network"]),
    ...fixed.filter(lent).map(({ text }) => `${text} lent`),
  ];
}

test("a scope lies in its LAN and holds no fixed address, in every LAN an office may have", () => {
  fc.assert(
    fc.property(fc.integer({ min: 16, max: 28 }), fc.nat(255), (prefix, third) => {
      const size = 2 ** (32 - prefix);
      const start = 0xc0_a8_00_00 + Math.floor((third * 256) / size) * size;
      const text = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256).join(".");
      expect(scopeFaults(officeWith(`${text}/${prefix}`))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test.each(["dupont", "moreau", "rousseau"])("scope of %s", (key) => {
  expect(scopeFaults(sampleWish(key).site)).toEqual([]);
});

test("dupont's scope, options and reservations", () => {
  const { site } = sampleWish("dupont");
  const machine = site.machines.find(({ role }) => role === "controller");
  expect(machine && dhcpData(site, machine)).toEqual({
    Name: "meylan",
    Domain: "cabinet-dupont.example",
    Address: "192.168.10.3",
    ScopeId: "192.168.10.0",
    Mask: "255.255.255.0",
    From: "192.168.10.100",
    Until: "192.168.10.199",
    LeaseDays: 8,
    Options: [
      { Id: 3, Values: ["192.168.10.1"] },
      { Id: 6, Values: ["192.168.10.3"] },
      { Id: 15, Values: ["cabinet-dupont.example"] },
      { Id: 42, Values: ["192.168.10.3"] },
    ],
    Reservations: [
      { Name: "Téléphone d'accueil", Address: "192.168.10.30", Mac: "00-0B-82-4C-10-7E" },
      { Name: "accueil", Address: "192.168.10.20", Mac: "00-17-C8-1A-2B-3C" },
    ],
  });
});

test("masks", () => {
  expect(
    ["10.0.0.0/8", "192.168.16.0/20", "192.168.1.64/28"].map((lan) => maskOf(network(lan))),
  ).toEqual(["255.0.0.0", "255.255.240.0", "255.255.255.240"]);
});

describe("DNS", () => {
  const wish = sampleWish("dupont");

  test("without a link Azure's private names are nobody's business", () => {
    expect(dnsData(wish)).toEqual({
      Forwarders: ["192.168.10.1"],
      ReverseNetworks: [{ Id: "192.168.10.0/24", Zone: "10.168.192.in-addr.arpa" }],
      Zones: [],
    });
  });

  test("with a link the resolver is asked by the public names, never by privatelink", () => {
    const link = {
      kind: "vpn",
      remote: { kind: "address", text: "203.0.113.10" },
      generation: 1,
      scans: "refuse",
    } as const;
    const site = { ...wish.site, link, lan: network("192.168.16.0/23") };
    expect(dnsData({ ...wish, site })).toMatchObject({
      ReverseNetworks: [{ Id: "192.168.16.0/24" }, { Id: "192.168.17.0/24" }],
      Zones: [
        { Name: "file.core.windows.net", Servers: ["10.60.0.228"] },
        { Name: "blob.core.windows.net", Servers: ["10.60.0.228"] },
        { Name: "vault.azure.net", Servers: ["10.60.0.228"] },
      ],
    });
  });
});
