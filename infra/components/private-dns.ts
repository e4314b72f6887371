import * as privatedns from "@pulumi/azure-native/privatedns";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";
import type { PrivateService } from "./private-endpoint";

export interface PrivateDnsArgs extends Omit<Placement, "location"> {
  /** Required. Name of each service's zone. */
  readonly zoneNames: Readonly<Record<PrivateService, string>>;
  /** Required. Zones of the vaults of backups, by a word for each; their endpoints also use that of blobs. */
  readonly backupZoneNames: Readonly<Record<string, string>>;
  /** Required. The hub, whose machines resolve the zones too. */
  readonly hubNetworkId: pulumi.Input<string>;
}

/**
 * The zones in which private endpoints of all firms get their records, because Azure resolves one
 * zone of a name in a network. Costs by the zone and by the million queries.
 */
export class PrivateDns extends pulumi.ComponentResource {
  readonly zoneIds: Readonly<Record<PrivateService, pulumi.Output<string>>>;

  constructor(name: string, args: PrivateDnsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:platform:PrivateDns", name, {}, opts);
    const { owner, resourceGroupName, tags } = args;

    const zoneId = (word: string, privateZoneName: string): pulumi.Output<string> => {
      const zone = new privatedns.PrivateZone(
        `${name}-${word}`,
        {
          resourceGroupName,
          privateZoneName,
          location: "global",
          tags,
        },
        { parent: this },
      );
      new privatedns.VirtualNetworkLink(
        `${name}-${word}-hub`,
        {
          resourceGroupName,
          privateZoneName: zone.name,
          virtualNetworkLinkName: azureName("virtualNetworkLink", owner, "hub"),
          location: "global",
          virtualNetwork: { id: args.hubNetworkId },
          registrationEnabled: false,
          tags,
        },
        { parent: this },
      );
      return zone.id;
    };

    const { file, blob, vault } = args.zoneNames;
    this.zoneIds = {
      file: zoneId("file", file),
      blob: zoneId("blob", blob),
      vault: zoneId("vault", vault),
    };
    for (const [word, zoneName] of Object.entries(args.backupZoneNames)) zoneId(word, zoneName);
    this.registerOutputs({ zoneIds: this.zoneIds });
  }
}
