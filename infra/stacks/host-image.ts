import * as pulumi from "@pulumi/pulumi";
import type { MachineImage } from "../components/host-machine";
import { marketplaceImage } from "../components/host-software";
import type { Platform } from "../platform/platform";

/** What new hosts are built from: the version the platform names, never the latest of the day. */
export function hostImage(
  { image }: Pick<Platform, "image">,
  definitionId: pulumi.Input<string>,
): MachineImage {
  switch (image.source) {
    case "marketplace":
      return marketplaceImage(image.version);
    case "gallery":
      return { id: pulumi.interpolate`${definitionId}/versions/${image.version}` };
  }
}
