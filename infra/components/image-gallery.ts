import * as compute from "@pulumi/azure-native/compute";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";

/**
 * The platform's own images for session hosts, each version with the suites of its day; a firm uses
 * one exact version, never the latest. Versions are built and published outside of here. Costs by the
 * gigabyte of each version in each region.
 */
export class ImageGallery extends pulumi.ComponentResource {
  /** Definition whose versions are what hosts are built from: `<id>/versions/<version>`. */
  readonly imageId: pulumi.Output<string>;

  constructor(name: string, args: Placement, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:platform:ImageGallery", name, {}, opts);
    const { owner, location, resourceGroupName, tags } = args;

    const gallery = new compute.Gallery(
      `${name}-gallery`,
      {
        resourceGroupName,
        galleryName: azureName("gallery", owner),
        location,
        description: "Images of session hosts",
        tags,
      },
      { parent: this },
    );

    const image = new compute.GalleryImage(
      `${name}-session-host`,
      {
        resourceGroupName,
        galleryName: gallery.name,
        galleryImageName: azureName("image", owner, "sessionhost"),
        location,
        osType: compute.OperatingSystemTypes.Windows,
        osState: compute.OperatingSystemStateTypes.Generalized,
        hyperVGeneration: compute.HyperVGeneration.V2,
        architecture: compute.Architecture.X64,
        identifier: { publisher: "cabinet", offer: "windows-11-multi-session", sku: "sessionhost" },
        features: [
          { name: "SecurityType", value: "TrustedLaunch" },
          { name: "IsAcceleratedNetworkSupported", value: "True" },
        ],
        // https://learn.microsoft.com/windows-server/remote/remote-desktop-services/session-host-virtual-machine-sizing-guidelines
        recommended: { vCPUs: { min: 8, max: 24 }, memory: { min: 16, max: 192 } },
        tags,
      },
      { parent: this },
    );

    this.imageId = image.id;
    this.registerOutputs({ imageId: this.imageId });
  }
}
