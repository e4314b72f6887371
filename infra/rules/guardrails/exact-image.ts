import { inputAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const exactImage: Guardrail = {
  id: "exact-image",
  what: "machines are built from an exact version of an image",
  why: "with latest, a host that is rebuilt tomorrow differs from its neighbours, and nobody tested it",
  severity: "error",
  source: "Azure review checklists, AVD: 19ca1f6d",
  remedy: "write the version in imageReference",
  check: eachOf(["compute:VirtualMachine"], (machine) =>
    inputAt(machine, "storageProfile.imageReference.version") === "latest"
      ? 'storageProfile.imageReference.version is "latest"'
      : undefined,
  ),
};
