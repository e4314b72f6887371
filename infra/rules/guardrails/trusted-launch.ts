import { mustBe } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const trustedLaunch: Guardrail = {
  id: "trusted-launch",
  what: "machines start by Trusted Launch: secure boot and a virtual TPM",
  why: "what loads before Windows is seen by nothing that runs in Windows",
  severity: "error",
  source: "Azure review checklists, AVD: 36a5a67f, 135d3899 (Windows 11 requires it)",
  remedy: "set securityType to TrustedLaunch, secureBootEnabled and vTpmEnabled to true",
  check: eachOf(["compute:VirtualMachine"], (machine) => [
    ...mustBe(machine, "securityProfile.securityType", "TrustedLaunch", "ConfidentialVM"),
    ...mustBe(machine, "securityProfile.uefiSettings.secureBootEnabled", true),
    ...mustBe(machine, "securityProfile.uefiSettings.vTpmEnabled", true),
  ]),
};
