import type { Firm } from "../../infra/firm/firm";
import { dataSteps } from "../../infra/stacks/data-steps";
import { domainIdentity, firm } from "../support/builders";

const english = (changes: Partial<Firm> = {}) =>
  dataSteps(firm({ stage: "live", ...changes })).map(({ en }) => en);
const data = (changes: Partial<Firm["data"]>) => ({ data: { ...firm().data, ...changes } });

test("hosts of Entra want consent, those of a domain its groups as well, a managed domain neither", () => {
  expect(english()[0]).toContain("admin consent");
  expect(english({ identity: domainIdentity("hybrid") }).slice(0, 2)).toEqual([
    expect.stringContaining("admin consent"),
    expect.stringContaining("Cloud Sync"),
  ]);
  expect(english({ identity: domainIdentity("domainServices") })).toHaveLength(1);
});

test("folders' lists are written by commands, a file server's share first", () => {
  expect(english()[1]).toContain("rights.commands.folders");
  const onServer = english({
    ...data({ store: "fileServer" }),
    identity: domainIdentity("hybrid"),
  });
  expect(onServer.slice(2)).toEqual([
    expect.stringContaining("rights.commands.server"),
    expect.stringContaining("rights.commands.folders"),
  ]);
});

test("A21: the technician comes for a while, and only while the firm lands", () => {
  expect(english({ stage: "landing" }).join("\n")).toMatch(
    /token lasts 7 days, a file stays 30 days/,
  );
  expect(english({ stage: "verified" }).join("\n")).not.toContain("technician");
});

test("A22: lists of what was and of what arrived are asked for, and the stage that takes them", () => {
  const steps = english({ stage: "landing" });
  expect(steps.slice(2)).toEqual([
    expect.stringContaining("manifest.csv"),
    expect.stringContaining("encrypted disk"),
    expect.stringContaining("cabinet verify dupont --manifest manifest.csv --arrived arrived.csv"),
  ]);
  const sent = english({
    stage: "landing",
    landing: { kind: "disk", carrier: "importExport", arrived: undefined },
  });
  expect(sent[3]).toContain("WAImportExport");
  expect(english({ stage: "landing", landing: { kind: "none" } })).toHaveLength(2);
});

test("archives are locked by a person, never by the program", () => {
  expect(english(data({ archive: ["paie5"] })).at(-1)).toContain("immutability-policy lock");
  expect(english().join("\n")).not.toContain("lock");
});

test("each step is said in French and in English", () => {
  for (const { fr, en } of dataSteps(firm(data({ archive: ["fiscal6"] })))) expect(fr).not.toBe(en);
});
