import type { GuardrailCase } from "../support/case";
import { all, set, without } from "../support/change";

export const hostCases: readonly GuardrailCase[] = [
  {
    rule: "host-encryption",
    what: "a machine that writes its temporary disk in clear",
    change: set("hosts-g1-1-vm", { "securityProfile.encryptionAtHost": undefined }),
    met: ["hosts-g1-1-vm: securityProfile.encryptionAtHost is not set"],
  },
  { rule: "host-encryption", what: "hosts, file server", of: "moreau", met: [] },
  {
    rule: "trusted-launch",
    what: "a machine whose boot nobody measures",
    of: "rousseau",
    change: all(
      set("connectors-1-vm", { "securityProfile.uefiSettings.vTpmEnabled": false }),
      set("connectors-2-vm", { "securityProfile.securityType": "Standard" }),
    ),
    met: [
      "connectors-1-vm: securityProfile.uefiSettings.vTpmEnabled is false",
      'connectors-2-vm: securityProfile.securityType is "Standard"',
    ],
  },
  {
    rule: "trusted-launch",
    what: "a machine whose memory is encrypted as well",
    change: set("hosts-g1-1-vm", { "securityProfile.securityType": "ConfidentialVM" }),
    met: [],
  },
  {
    rule: "exact-image",
    what: "the image of the day",
    change: set("hosts-g1-2-vm", { "storageProfile.imageReference.version": "latest" }),
    met: ['hosts-g1-2-vm: storageProfile.imageReference.version is "latest"'],
  },
  {
    rule: "exact-image",
    what: "an image of one's own gallery",
    change: set("hosts-g1-2-vm", {
      "storageProfile.imageReference": { id: "/subscriptions/x/images/versions/1.0.0" },
    }),
    met: [],
  },
  {
    rule: "antimalware",
    what: "a host without Defender",
    change: without("hosts-g1-1-antimalware"),
    met: ["hosts-g1-1-vm: no program against malware is put on it"],
  },
  { rule: "antimalware", what: "hosts and Citrix' connectors", of: "rousseau", met: [] },
  {
    rule: "host-zones",
    what: "hosts wherever Azure finds room",
    change: set("hosts-g1-1-vm", { zones: undefined }),
    met: ["hosts-g1-1-vm: it stands in no zone of its own"],
  },
  {
    rule: "host-zones",
    what: "a region without zones",
    change: set("hosts-g1-1-vm", { zones: undefined, location: "francesouth" }),
    circumstances: { allowedRegions: ["francecentral", "francesouth"] },
    met: [],
  },
  {
    rule: "session-redirection",
    what: "drives of any device",
    change: set("desktops-pool", {
      customRdpProperty: "drivestoredirect:s:*;usbdevicestoredirect:s:;redirectcomports:i:0",
    }),
    met: ["desktops-pool: customRdpProperty has no drivestoredirect:s:"],
  },
  {
    rule: "session-redirection",
    what: "Windows' own defaults",
    change: set("desktops-pool", { customRdpProperty: undefined }),
    met: [
      "desktops-pool: customRdpProperty has no drivestoredirect:s:",
      "desktops-pool: customRdpProperty has no usbdevicestoredirect:s:",
      "desktops-pool: customRdpProperty has no redirectcomports:i:0",
    ],
  },
  { rule: "session-redirection", what: "managed devices", met: [] },
  {
    rule: "local-administrators",
    what: "staff who administer the host they share",
    change: set("access-staff-hosts-virtualMachineUserLogin", {
      roleDefinitionId: "/x/roleDefinitions/1C0163C0-47e6-4577-8991-ea5c82e286e4",
    }),
    met: [
      "access-staff-hosts-virtualMachineUserLogin: it gives Virtual Machine Administrator Login",
    ],
  },
  { rule: "local-administrators", what: "staff who sign in", met: [] },
];
