import type { ExpectedServer } from "../slim-server/compare-server";
import type { Site, SiteMachine } from "./site";

/** What a machine of an office should be. */
export function expectedServer(site: Site, { role }: SiteMachine): ExpectedServer {
  const prints = role === "print" || role === "server";
  return {
    role,
    features: site.features,
    queues: prints ? site.printers.map(({ name }) => name) : [],
  };
}
