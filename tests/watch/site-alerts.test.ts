import { neededServices } from "../../infra/slim-server/services";
import { rightsAlert, siteAlerts } from "../../infra/watch/site-alerts";
import { strangersIn } from "../support/kusto";

const split = [
  { name: "MEYLAN-HV1", role: "host" },
  { name: "MEYLAN-DC1", role: "controller" },
  { name: "MEYLAN-PR1", role: "print" },
] as const;
const readableUntil = "2028-06-30";
const alerts = siteAlerts({ machines: split, readableUntil });
const of = (word: string, among = alerts) =>
  among.find((alert) => alert.word === word)?.query ?? "";

const everything = ["serviceDown", "silent", "disk", "dhcpFull", "replication", "spooler"];

test("services, silence, disks, DHCP, replication, spooler and the link's end are watched, in both languages", () => {
  expect(alerts.map(({ word }) => word)).toEqual([...everything, "linkEnds"]);
  expect(of("dhcpFull")).toContain("Full > 85");
  expect(of("linkEnds")).toContain("datetime(2028-06-30)");
  for (const { title, advice } of alerts)
    for (const { fr, en } of [title, advice]) {
      expect(fr).not.toBe("");
      expect(en).not.toBe("");
      expect(fr).not.toBe(en);
    }
});

test("services are named, each on the machines that are there for it, as French and English Windows write them", () => {
  const query = of("serviceDown");
  const line = (service: string) =>
    query.split("\n").find((one) => one.endsWith(`"${service}",`)) ?? "";
  for (const { name, title } of neededServices) {
    expect(line(name)).toContain(`"${title.en}"`);
    expect(line(name)).toContain(`"${title.fr}"`);
  }
  for (const directory of ["NTDS", "Kdc", "Netlogon", "DNS", "DHCPServer"])
    expect(line(directory)).toContain('has_any ("MEYLAN-DC1")');
  expect(line("Spooler")).toContain('has_any ("MEYLAN-PR1")');
  expect(line("vmms")).toContain('has_any ("MEYLAN-HV1")');
});

test("the spooler of one server for everything is watched there", () => {
  const single = siteAlerts({ machines: [{ name: "VOIRON-SRV1", role: "server" }], readableUntil });
  expect(of("serviceDown", single)).toMatch(/"VOIRON-SRV1"\).*Print Spooler.*"Spooler",/);
});

test("a machine is silent by name, also when it never spoke", () => {
  expect(of("silent")).toContain(
    'datatable(Machine: string) ["MEYLAN-HV1", "MEYLAN-DC1", "MEYLAN-PR1"]',
  );
  expect(of("silent")).toContain("ago(10m)");
});

test("each asks the machines it is about, and no other office's", () => {
  expect(of("replication")).toContain('has_any ("MEYLAN-DC1")');
  expect(of("spooler")).toContain('has_any ("MEYLAN-PR1")');
  expect(of("disk")).toContain('has_any ("MEYLAN-HV1", "MEYLAN-DC1", "MEYLAN-PR1")');
});

test.each([
  [[split[1]], ["serviceDown", "silent", "disk", "dhcpFull", "replication", "linkEnds"]],
  [[split[2]], ["serviceDown", "silent", "disk", "spooler", "linkEnds"]],
  [[], ["linkEnds"]],
] as const)("nothing is asked about machines that do not report: %j", (machines, words) => {
  const some = siteAlerts({ machines, readableUntil });
  expect(some.map(({ word }) => word)).toEqual(words);
  for (const { query } of some) expect(query).not.toMatch(/has_any \(\)|\[\]/);
});

test.each(alerts.filter(({ word }) => word !== "linkEnds").map(({ word, query }) => [word, query]))(
  "%s names only documented tables and their columns",
  (_, query) => {
    expect(strangersIn(query ?? "")).toEqual([]);
  },
);

test("A10: rights given by hand are heard of wherever in the subscription, since they come down to the machines", () => {
  expect(rightsAlert.when.map(({ field }) => field)).toEqual(["category", "operationName"]);
  expect(rightsAlert.when[1]?.is).toContain("Microsoft.Authorization/roleAssignments/write");
});
