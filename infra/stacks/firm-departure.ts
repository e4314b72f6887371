import * as pulumi from "@pulumi/pulumi";
import { Departure } from "../components/departure";
import { Diagnostics } from "../components/diagnostics";
import { exportScript } from "../components/export-script";
import type { Firm } from "../firm/firm";
import type { Platform } from "../platform/platform";
import type { FirmData } from "./firm-data";
import { recoverable, remains } from "./remains";

export interface FirmDepartureArgs {
  readonly firm: Firm;
  readonly platform: Platform;
  readonly data: FirmData;
  readonly workspaceId: pulumi.Input<string>;
  readonly supervisorsId: pulumi.Output<string> | undefined;
}

/** What a firm that leaves takes along, and what Azure keeps of it after its destruction. */
export function firmDeparture(
  { firm, platform, data, workspaceId, supervisorsId }: FirmDepartureArgs,
  opts: pulumi.ComponentResourceOptions,
): { readonly accountName: pulumi.Output<string>; readonly outputs: pulumi.Inputs } {
  if (supervisorsId === undefined) throw new Error("every firm has supervisors");
  const departure = new Departure("departure", { ...data.blobs, supervisorsId }, opts);
  const { accountName, containerName } = departure;
  const { owner } = data.blobs;
  const sources = { export: departure.serviceId };
  new Diagnostics("departure-diagnostics", { owner, workspaceId, sources }, opts);
  return {
    accountName,
    outputs: {
      export: {
        account: accountName,
        container: containerName,
        commands: pulumi
          .all([data.paths.dossiers, accountName, containerName])
          .apply(([share, account, container]) => exportScript({ share, account, container })),
      },
      recoverable: recoverable(platform.today).map((one) => ({ ...one })),
      remains: data.keys.vaultName.apply((keyVault) =>
        remains(platform.environment, firm, keyVault, platform.today).map((one) => ({ ...one })),
      ),
    },
  };
}
