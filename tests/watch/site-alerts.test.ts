import { rightsAlert, siteAlerts } from "../../infra/watch/site-alerts";
import { strangersIn } from "../support/kusto";

const alerts = siteAlerts({
  all: ["MEYLAN-DC1", "MEYLAN-PR1"],
  controllers: ["MEYLAN-DC1"],
  printers: ["MEYLAN-PR1"],
  readableUntil: "2028-06-30",
});
const of = (word: string) => alerts.find((alert) => alert.word === word)?.query ?? "";

test("services, DHCP, replication, spooler, disks and the link's end are watched", () => {
  expect(alerts.map(({ word }) => word)).toEqual([
    "serviceDown",
    "dhcpFull",
    "replication",
    "spooler",
    "disk",
    "linkEnds",
  ]);
  expect(of("dhcpFull")).toContain("Full > 85");
  expect(of("linkEnds")).toContain("datetime(2028-06-30)");
});

test("each asks the machines it is about, and no other office's", () => {
  expect(of("replication")).toContain('has_any ("MEYLAN-DC1")');
  expect(of("spooler")).toContain('has_any ("MEYLAN-PR1")');
  expect(of("disk")).toContain('has_any ("MEYLAN-DC1", "MEYLAN-PR1")');
});

test.each(alerts.filter(({ word }) => word !== "linkEnds").map(({ word, query }) => [word, query]))(
  "%s names only documented tables and their columns",
  (_, query) => {
    expect(strangersIn(query ?? "")).toEqual([]);
  },
);

test("rights given by hand on the machines' group are heard of", () => {
  expect(rightsAlert("rg-prod-dupont-meylan-arc").when).toContainEqual({
    field: "resourceGroup",
    is: ["rg-prod-dupont-meylan-arc"],
  });
});
