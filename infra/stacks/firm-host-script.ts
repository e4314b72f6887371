import * as pulumi from "@pulumi/pulumi";
import { localAdministrator } from "../components/host-machine";
import { usualExits, type HostProgram } from "../components/host-programs";
import { hostScript } from "../components/host-script";
import type { Firm } from "../firm/firm";

/** The firm's shares, as Windows writes them. */
export type SharePaths = Readonly<Record<"profiles" | "dossiers", pulumi.Output<string>>>;

/** Script that makes a machine a host of this firm. */
export function firmHostScript(
  { data, identity, people, sessions }: Firm,
  paths: SharePaths,
  connectors: readonly string[],
): pulumi.Output<string> {
  return pulumi.all([paths.profiles, paths.dossiers]).apply(([profilesPath, dossiersPath]) =>
    hostScript({
      profilesPath,
      dossiersPath,
      dossiersDrive: data.drive,
      profileGiB: data.profileGiB,
      kerberos: identity.mode === "domainServices" ? "domain" : "entra",
      screenCapture:
        sessions.devices === "managed" && people.externals === 0 ? "allowed" : "blocked",
      localAdministrator,
      programs: programsOf(sessions, connectors),
    }),
  );
}

function programsOf(
  { broker, printing }: Firm["sessions"],
  connectors: readonly string[],
): readonly HostProgram[] {
  return [
    ...(broker.kind === "avd"
      ? []
      : [
          {
            name: "Citrix Virtual Delivery Agent",
            installer: broker.agent,
            switches: `/quiet /components vda /controllers "${connectors.join(" ")}" /enable_hdx_ports /enable_hdx_udp_ports /enable_real_time_transport /virtualmachine /noreboot`,
            // 3 and 8: installed, once the machine was restarted.
            done: [0, 3, 8],
          },
        ]),
    ...(printing.kind !== "thinprint"
      ? []
      : [
          {
            name: "ThinPrint Engine",
            installer: printing.engine,
            switches: printing.engineSwitches,
            done: usualExits,
          },
        ]),
  ];
}
