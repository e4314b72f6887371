import type { GuardrailCase } from "../support/case";
import { set } from "../support/change";

export const hostCases: readonly GuardrailCase[] = [
  {
    rule: "host-encryption",
    what: "a machine that writes its temporary disk in clear",
    change: set("hosts-g1-1-vm", { "securityProfile.encryptionAtHost": undefined }),
    met: ["hosts-g1-1-vm: securityProfile.encryptionAtHost is not set"],
  },
  {
    rule: "host-encryption",
    what: "every machine of every sample",
    change: (resources) => resources,
    met: [],
  },
  {
    rule: "public-address",
    what: "a host that the Internet reaches",
    change: set("hosts-g1-2-nic", {
      ipConfigurations: [{ name: "sessions", publicIPAddress: { id: "/subscriptions/x" } }],
    }),
    met: ["hosts-g1-2-nic: sessions has a public address"],
  },
  {
    rule: "public-address",
    what: "hosts behind the NAT gateway's address",
    change: (resources) => resources,
    met: [],
  },
];
