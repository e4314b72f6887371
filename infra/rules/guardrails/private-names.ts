import { mustBe, textAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const privateNames: Guardrail = {
  id: "private-names",
  what: "no machine enters its name into a zone of private endpoints",
  why: "a host with the name of another firm's account would receive what is meant for that account",
  severity: "error",
  source: "Azure review checklists, landing zones: 614658d3",
  remedy: "set registrationEnabled to false",
  check: eachOf(["privatedns:VirtualNetworkLink"], (link) =>
    textAt(link, "privateZoneName")?.startsWith("privatelink.") === true
      ? mustBe(link, "registrationEnabled", false)
      : [],
  ),
};
