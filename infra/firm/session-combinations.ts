import type { Fault } from "../document/fault";
import type { Network } from "../azure/network";
import { faultAt } from "../document/source-document";
import type { Combination } from "./combination";
import { sizeSessionHosts } from "./sizing";

/** What a broker, a join or a network cannot do. */
export function sessionFaults(combination: Combination): readonly Fault[] {
  return [...brokerFaults(combination), ...printingFaults(combination), ...hostFaults(combination)];
}

function brokerFaults({ document, firm }: Combination): readonly Fault[] {
  const { broker, scanning, balancing } = firm.sessions;
  if (broker.kind === "avd") {
    if (scanning !== "twain") return [];
    // https://learn.microsoft.com/azure/virtual-desktop/redirection-remote-desktop-protocol
    return [
      faultAt(document, ["sessions", "scanning"], {
        allowed:
          "twain with sessions.broker citrix only, because the remote desktop protocol carries no TWAIN: the driver of each scanner would have to be in the session",
        remedy: "write scanning: folder, or broker: citrix with the key citrix",
      }),
    ];
  }
  return [
    ...(balancing === "breadthFirst"
      ? []
      : [
          faultAt(document, ["sessions", "balancing"], {
            allowed:
              "breadthFirst with sessions.broker citrix, because Citrix balances by policies of its own",
            remedy: "remove it, and set load balancing in Citrix Cloud",
          }),
        ]),
    ...(firm.identity.mode === "entra"
      ? [
          faultAt(document, ["sessions", "broker"], {
            allowed:
              "citrix with identity.mode hybrid or domainServices, because Citrix Cloud Connectors are members of a domain",
            remedy: "write identity.mode: hybrid with its domain, or broker: avd",
          }),
        ]
      : []),
  ];
}

function printingFaults({ document, firm }: Combination): readonly Fault[] {
  if (firm.sessions.printing.kind !== "universalPrint" || firm.identity.mode !== "domainServices")
    return [];
  // https://learn.microsoft.com/universal-print/fundamentals/universal-print-getting-started
  return [
    faultAt(document, ["sessions", "printing"], {
      allowed:
        "universalPrint with identity.mode entra or hybrid, because it serves devices known to Entra and hosts of a managed domain are not",
      remedy: "write printing: redirect, or another identity.mode",
    }),
  ];
}

/** Hosts of one generation: a cap on what one deployment can create. */
const mostHosts = 100;

function hostFaults({ document, firm }: Combination): readonly Fault[] {
  const { people, sessions, network } = firm;
  const { generation, previous } = sessions;
  if (previous.kind === "kept" && previous.generation === generation)
    return [
      faultAt(document, ["sessions", "previous", "generation"], {
        allowed: `another number than sessions.generation, which is ${generation}`,
        remedy: "write the number of the generation that is left, or remove previous",
      }),
    ];
  const { count, people: atOnce } = sizeSessionHosts(people, sessions);
  if (count > Math.max(atOnce, 2))
    return [
      faultAt(document, ["sessions", "hosts", "count"], {
        allowed: `no more hosts than people who work on them at once, which is ${atOnce}`,
        remedy: "write hosts: auto, or the number of machines, not of people",
      }),
    ];
  if (count > mostHosts)
    return [
      faultAt(document, ["people", "staff"], {
        allowed: `people for at most ${mostHosts} session hosts, these need ${count}`,
        remedy:
          "write a lower sessions.load or larger hosts under sessions.hosts, or make two firms",
      }),
    ];
  const all = count + (previous.kind === "kept" ? previous.hosts.count : 0);
  const most = hostAddresses(network);
  if (all <= most) return [];
  return [
    faultAt(document, ["network"], {
      allowed: `a network with room for all session hosts: half of this one has ${most} addresses for them, and there are ${all}`,
      remedy: `write a network of /${network.prefix - 1}, or fewer hosts`,
    }),
  ];
}

/** Addresses of a firm's network that session hosts can have: the first half, less the five Azure keeps of a subnet. */
function hostAddresses({ size }: Network): number {
  return size / 2 - 5;
}
