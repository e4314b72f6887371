import type * as inputs from "@pulumi/azure-native/types/input";
import { containerHosts } from "../azure/container-egress";
import { sessionHostEgress, sessionHostHosts, type EgressHost } from "../azure/egress";
import type { Network } from "../azure/network";
import type { WebService } from "../firm/firm";
import { webServiceNames, webServices } from "../firm/services";

type Collection = inputs.network.FirewallPolicyFilterRuleCollectionArgs;

/**
 * What hosts may reach, from the same lists as the firms' security rules: names where the firewall
 * sees one, addresses and service tags for what carries none. Whatever no rule allows is refused.
 */
export function firewallRules(firmNetworks: Network, serviceHosts: ServiceHosts): Collection[] {
  const sourceAddresses = [firmNetworks.text];
  const allowed = {
    action: { type: "Allow" },
    ruleCollectionType: "FirewallPolicyFilterRuleCollection",
  } as const;
  return [
    {
      ...allowed,
      name: "addresses",
      priority: 1000,
      rules: sessionHostEgress.filter(isByAddress).map((entry) => ({
        ruleType: "NetworkRule" as const,
        name: entry.name,
        description: entry.why,
        ipProtocols: [entry.protocol === "Tcp" ? "TCP" : "UDP"],
        sourceAddresses,
        destinationAddresses:
          entry.to.kind === "serviceTag" ? [entry.to.tag] : [...entry.to.prefixes],
        destinationPorts: entry.ports.map(String),
      })),
    },
    {
      ...allowed,
      name: "names",
      priority: 2000,
      rules: [
        ...sessionHostHosts.filter(isWeb).map((entry) => ({
          ruleType: "ApplicationRule" as const,
          // Names of rules take no asterisk.
          name: `${entry.host.replaceAll("*", "any")}-${entry.port}`,
          description: entry.why,
          sourceAddresses,
          protocols: [{ protocolType: entry.port === 80 ? "Http" : "Https", port: entry.port }],
          targetFqdns: [entry.host],
        })),
        ...webServiceNames.flatMap((service) =>
          serviceRules(service, serviceHosts[service] ?? [], sourceAddresses),
        ),
        {
          ruleType: "ApplicationRule" as const,
          name: "containers",
          description: "the container that rehearses a firm's restores",
          sourceAddresses,
          protocols: [{ protocolType: "Https", port: 443 }],
          targetFqdns: [...containerHosts],
        },
        {
          ruleType: "ApplicationRule" as const,
          name: "updates",
          description: "Windows, its diagnostics and its protection, by Azure's own lists of names",
          sourceAddresses,
          fqdnTags: ["WindowsUpdate", "WindowsDiagnostics", "MicrosoftActiveProtectionService"],
        },
      ],
    },
  ];
}

/** Names of vendors' services, by service. */
export type ServiceHosts = Readonly<Partial<Record<WebService, readonly string[]>>>;

/** For every firm: which of them use the service is said by their own security rules. */
function serviceRules(service: WebService, names: readonly string[], sourceAddresses: string[]) {
  if (names.length === 0) return [];
  return [
    {
      ruleType: "ApplicationRule" as const,
      name: service,
      description: webServices[service].what,
      sourceAddresses,
      protocols: [{ protocolType: "Https", port: 443 }],
      targetFqdns: [...names],
    },
  ];
}

/** Azure's own inner addresses never come to the firewall, and tags as wide as all of Azure would make the names idle. */
function isByAddress({ to }: (typeof sessionHostEgress)[number]): boolean {
  switch (to.kind) {
    case "serviceTag":
      return narrowTags.has(to.tag);
    case "prefixes":
      return !to.prefixes.some((prefix) => innerAddresses.has(prefix));
  }
}

const narrowTags = new Set(["WindowsVirtualDesktop", "AzureActiveDirectory", "AzureMonitor"]);
const innerAddresses = new Set(["169.254.169.254/32", "168.63.129.16/32"]);

function isWeb({ port }: EgressHost): boolean {
  return port === 80 || port === 443;
}
