import { eachOf, type Guardrail } from "../model";
import { mustBe } from "../inputs";

export const hostEncryption: Guardrail = {
  id: "host-encryption",
  what: "machines encrypt their disks, temporary ones and caches too, on the server that runs them",
  why: "without it, pagefiles and temporary copies of client files lie on the server in clear",
  severity: "error",
  source:
    "Azure review checklists, AVD: 0fd32907 (encryption at host; Azure Disk Encryption retires)",
  remedy: "set securityProfile.encryptionAtHost to true",
  check: eachOf(["compute:VirtualMachine"], (machine) =>
    mustBe(machine, "securityProfile.encryptionAtHost", true),
  ),
};
