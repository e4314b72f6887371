import { regionFacts, regions } from "../../azure/regions";
import { listAt, textAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const hostZones: Guardrail = {
  id: "host-zones",
  what: "machines stand in a zone, where the region has zones",
  why: "without a zone Azure may put all hosts into one data centre, and its failure stops the firm",
  severity: "error",
  source: "Azure review checklists, AVD: 25ab225c",
  remedy: "set zones, another one for each host in turn",
  check: eachOf(["compute:VirtualMachine"], (machine) => {
    const region = regions.find((name) => name === textAt(machine, "location"));
    return region !== undefined &&
      regionFacts[region].zones &&
      listAt(machine, "zones").length !== 1
      ? "it stands in no zone of its own"
      : undefined;
  }),
};
