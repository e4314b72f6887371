import { makeKit } from "../../../infra/kit/make-kit";
import type { KitWish } from "../../../infra/kit/wish";
import { domainIdentity } from "../../support/builders";
import { sampleWish } from "../../support/kit-wish";
import { officeWithAll } from "../../support/offices";
import { kitDataOf } from "../../support/powershell-grammar";

const dupont = sampleWish("dupont");
const wish: KitWish = { ...dupont, site: officeWithAll(dupont.firm, dupont.site) };

function fileOf(from: KitWish, path: string): string {
  const file = makeKit(from).find((one) => one.path === path);
  if (file === undefined) throw new Error(`${path} is not in the kit`);
  return new TextDecoder().decode(file.bytes);
}

const orderOf = (from: KitWish) => fileOf(from, "bon-de-travail.html").replaceAll("\u00A0", " ");

test("its directory lies on the data disk, and it asks Azure's resolver, for the router is behind the tunnel", async () => {
  expect(await kitDataOf(fileOf(wish, "serveur/MEYLAN-DC2/20-annuaire.ps1"))).toMatchObject({
    Machine: "MEYLAN-DC2",
    Domain: "cabinet-dupont.example",
    Forest: "existing",
    Disk: "F:\\",
  });
  expect(await kitDataOf(fileOf(wish, "serveur/MEYLAN-DC2/30-dns.ps1"))).toMatchObject({
    Forwarders: [wish.resolver.text],
  });
  expect(await kitDataOf(fileOf(wish, "serveur/MEYLAN-DC1/20-annuaire.ps1"))).toMatchObject({
    Disk: undefined,
  });
});

test("the order has its steps behind those of the office's machines: in, promote, names, verified each", () => {
  const order = orderOf(wish);
  const places = [
    "Machine MEYLAN-PR1",
    "Machine MEYLAN-DC2, dans Azure",
    "mstsc /v:10.64.9.52",
    "annuaire et SYSVOL sur F:",
    "repadmin /replsummary sans échec",
    "nslookup cabinet-dupont.example 10.64.9.52 répond",
    "Chaque poste",
  ].map((words) => order.indexOf(words));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(order).not.toContain("identity.dnsServers");
  expect(orderOf(dupont)).not.toContain("dans Azure</h2>");
});

test("hosts of a domain ask the controller in Azure first: the order says so until the file does", () => {
  const withServers = (servers: readonly string[]): KitWish => ({
    ...wish,
    firm: { ...wish.firm, identity: domainIdentity("hybrid", servers) },
  });
  expect(orderOf(withServers(["192.168.10.3"]))).toContain(
    "identity.dnsServers: [10.64.9.52, 192.168.10.3]",
  );
  expect(orderOf(withServers(["10.64.9.52", "192.168.10.3"]))).not.toContain("identity.dnsServers");
});
