import { overlaps } from "../azure/network";
import {
  faultAt,
  refuse,
  understand,
  type Reading,
  type SourceDocument,
} from "../document/source-document";
import { alternatives } from "../document/wording";
import type { Platform } from "./platform";
import { platformFaults } from "./platform-combinations";
import { platformFile } from "./schema";

/** What a platform's settings file means, or all its faults. */
export function readPlatform(environment: string, document: SourceDocument): Reading<Platform> {
  const reading = understand(document, platformFile);
  if (!reading.ok) return reading;
  const { config } = reading.value;
  const platform: Platform = {
    environment,
    provider: config["cabinet:provider"],
    support: { email: config["cabinet:supportEmail"], phone: config["cabinet:supportPhone"] },
    tenant: config["cabinet:tenant"],
    tenancy: config["cabinet:tenancy"],
    perUserAccess: config["cabinet:perUserAccess"],
    subscription: config["cabinet:subscription"],
    location: config["cabinet:location"],
    allowedRegions: config["cabinet:allowedRegions"],
    hubNetwork: config["cabinet:hubNetwork"],
    firmNetworks: config["cabinet:firmNetworks"],
    vpnGateway: config["cabinet:vpnGateway"],
    firewall: config["cabinet:firewall"],
    serviceHosts: config["cabinet:serviceHosts"],
    bastion: config["cabinet:bastion"],
    defender: config["cabinet:defender"],
    image: config["cabinet:image"],
    maintenance: config["cabinet:maintenanceWindow"],
    today: config["cabinet:today"],
    licences: config["cabinet:licences"],
    tags: config["cabinet:tags"],
    logRetentionDays: config["cabinet:logRetentionDays"],
    budget: config["cabinet:budget"],
    breakGlassGroup: config["cabinet:breakGlassGroup"],
    backend: config["cabinet:backend"],
    secretsProvider: config["cabinet:secretsProvider"],
    exceptions: config["cabinet:exceptions"],
  };
  const faults = [
    ...locationFaults(platform, document),
    ...hubFaults(platform, document),
    ...platformFaults(document, platform),
  ];
  return faults.length === 0 ? { ok: true, value: platform } : refuse(faults);
}

function locationFaults({ location, allowedRegions }: Platform, document: SourceDocument) {
  if (allowedRegions.includes(location)) return [];
  return [
    faultAt(document, ["config", "cabinet:location"], {
      met: location,
      allowed: `one of cabinet:allowedRegions: ${alternatives(allowedRegions)}`,
      remedy: `write another region, or add ${location} to cabinet:allowedRegions`,
    }),
  ];
}

function hubFaults({ hubNetwork, firmNetworks }: Platform, document: SourceDocument) {
  if (!overlaps(hubNetwork, firmNetworks)) return [];
  return [
    faultAt(document, ["config", "cabinet:hubNetwork"], {
      allowed: `a network outside of ${firmNetworks.text}, which cabinet:firmNetworks keeps for firms`,
      remedy: "move the hub or the plan, such as 10.60.0.0/22 beside 10.64.0.0/12",
    }),
  ];
}
