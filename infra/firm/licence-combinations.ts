import type { Fault } from "../document/fault";
import { faultAt } from "../document/source-document";
import type { Combination } from "./combination";
import { licenceNames, neededLicences, type LicenceName } from "./licences";

/** Prices of licences that a firm does not need: no line of its bill would show them. */
export function licenceFaults({ document, written, firm }: Combination): readonly Fault[] {
  const needed = new Set<LicenceName>(neededLicences(firm).map(({ name }) => name));
  return licenceNames
    .filter((name) => written.licences[name] !== undefined && !needed.has(name))
    .map((name) =>
      faultAt(document, ["licences", name], {
        allowed: `prices of licences that the firm needs: ${[...needed].join(", ")}; this one comes with ${reasons[name]}`,
        remedy: "remove it",
      }),
    );
}

const reasons: Readonly<Record<LicenceName, string>> = {
  microsoft365: "people",
  windowsServerCal: "sites",
  citrix: "sessions.broker: citrix",
  thinprint: "sessions.printing: thinprint",
  quadra: "suite: quadra",
  acd: "suite: acd",
  sage: "suite: sage",
  agiris: "suite: agiris",
  quadraConnect: "services: [quadraConnect]",
  quadraBox: "services: [quadraBox]",
  suiviCaisse: "services: [suiviCaisse]",
  devisFact: "services: [devisFact]",
};
