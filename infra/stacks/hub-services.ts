import type * as pulumi from "@pulumi/pulumi";
import { Bastion } from "../components/bastion";
import { HubFirewall } from "../components/hub-firewall";
import type { HubNetwork, HubService } from "../components/hub-network";
import type { Placement } from "../components/placement";
import { VpnGateway } from "../components/vpn-gateway";
import type { Platform } from "../platform/platform";

export interface HubServices {
  /** Address offices' routers call; empty without a gateway. */
  readonly vpnAddress: pulumi.Input<string | undefined>;
  /** The hub's end of tunnels to offices; empty without a gateway. */
  readonly vpnGatewayId: pulumi.Input<string>;
  /** Where firms' routes lead; empty without a firewall. */
  readonly firewallAddress: pulumi.Input<string>;
  /** Those that keep logs, by a word for each. */
  readonly logSources: Readonly<Record<string, pulumi.Input<string>>>;
}

/** What the platform's switches turn on in the hub. */
export function servicesOf({ vpnGateway, firewall, bastion }: Platform): readonly HubService[] {
  return [
    ...(vpnGateway === "none" ? [] : (["gateway"] as const)),
    ...(firewall === "none" ? [] : (["firewall"] as const)),
    ...(bastion === "none" ? [] : (["bastion"] as const)),
  ];
}

/** Each is off unless the platform's settings say otherwise. */
export function hubServices(
  { vpnGateway, firewall, bastion, firmNetworks, serviceHosts }: Platform,
  placement: Placement & { readonly zones: readonly string[] },
  hub: HubNetwork,
  opts: pulumi.ComponentResourceOptions,
): HubServices {
  const gate =
    vpnGateway === "none"
      ? undefined
      : new VpnGateway(
          "vpn",
          { ...placement, size: vpnGateway, subnetId: hub.subnetIdOf("gateway") },
          opts,
        );
  const wall =
    firewall === "none"
      ? undefined
      : new HubFirewall(
          "firewall",
          {
            ...placement,
            tier: firewall,
            subnetId: hub.subnetIdOf("firewall"),
            firmNetworks,
            serviceHosts,
          },
          opts,
        );
  const jumpHost =
    bastion === "none"
      ? undefined
      : new Bastion(
          "bastion",
          { ...placement, tier: bastion, subnetId: hub.subnetIdOf("bastion") },
          opts,
        );
  return {
    vpnAddress: gate?.address ?? "",
    vpnGatewayId: gate?.gatewayId ?? "",
    firewallAddress: wall?.privateAddress ?? "",
    logSources: {
      ...(gate === undefined ? {} : { vpn: gate.gatewayId }),
      ...(wall === undefined ? {} : { firewall: wall.firewallId }),
      ...(jumpHost === undefined ? {} : { bastion: jumpHost.bastionId }),
    },
  };
}
