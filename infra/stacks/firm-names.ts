import * as pulumi from "@pulumi/pulumi";
import type { FirmNetwork } from "../components/firm-network";
import { OwnNames } from "../components/own-names";
import { privateServices, type PrivateService } from "../components/private-endpoint";
import type { Firm } from "../firm/firm";
import type { Platform } from "../platform/platform";
import type { PlacedGroup } from "./resource-groups";
import { zoneNames } from "./zone-names";

/** Accounts and vaults behind private endpoints, by the part that is reached. */
export type PrivateHosts = Readonly<Record<PrivateService, readonly pulumi.Input<string>[]>>;

/**
 * Whether hosts ask Azure itself for names. Those of a domain ask its controllers, and those behind the firewall ask
 * that; both have the hub answer, which knows the endpoints of every firm.
 */
export function asksAzure(
  { identity }: Pick<Firm, "identity">,
  { firewall }: Pick<Platform, "firewall">,
): boolean {
  return identity.mode === "entra" && firewall === "none";
}

/** Keeps other firms' private names from hosts that ask Azure for names. */
export function firmNames(
  firm: Firm,
  platform: Platform,
  { placement }: PlacedGroup,
  network: FirmNetwork,
  hosts: PrivateHosts,
  opts: pulumi.ComponentResourceOptions,
): void {
  if (!asksAzure(firm, platform)) return;
  const zones = zoneNames(firm.region);
  new OwnNames(
    "names",
    {
      ...placement,
      networkId: network.networkId,
      zones: privateServices.map((service) => zones[service]),
      own: privateServices.flatMap((service) =>
        hosts[service].map((host) => pulumi.interpolate`${host}.${zones[service]}`),
      ),
    },
    opts,
  );
}
