import type { GuardrailCase } from "../support/case";
import { set, without } from "../support/change";

export const dataCases: readonly GuardrailCase[] = [
  {
    rule: "private-stores",
    what: "a store opened for a migration",
    change: set("dossiers-account", { publicNetworkAccess: "Enabled" }),
    met: ['dossiers-account: publicNetworkAccess is "Enabled"'],
  },
  {
    rule: "private-stores",
    what: "a vault with network rules that let everybody in",
    change: set("keys-vault", { "properties.networkAcls": undefined }),
    met: ["keys-vault: properties.networkAcls.defaultAction is not set"],
  },
  {
    rule: "private-stores",
    what: "a store that nothing reaches",
    change: without("profiles-private-endpoint"),
    met: ["profiles-account: no private endpoint reaches it"],
  },
  {
    rule: "private-stores",
    what: "the landing of files during a move",
    of: "petit",
    change: (resources) => resources,
    met: [],
  },
  {
    rule: "transport-encryption",
    what: "an account that speaks an old TLS, in clear too",
    change: set("archive-store-account", {
      minimumTlsVersion: "TLS1_0",
      enableHttpsTrafficOnly: false,
    }),
    met: [
      "archive-store-account: enableHttpsTrafficOnly is false",
      'archive-store-account: minimumTlsVersion is "TLS1_0"',
    ],
  },
  {
    rule: "transport-encryption",
    what: "a newer TLS",
    change: set("dossiers-account", { minimumTlsVersion: "TLS1_3" }),
    met: [],
  },
];
