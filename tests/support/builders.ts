import { parseAddress, parseNetwork, type Address, type Network } from "../../infra/azure/network";
import { backupPresets } from "../../infra/firm/backup-presets";
import type { Firm, Identity } from "../../infra/firm/firm";
import type { Site } from "../../infra/firm/site";
import type { Platform } from "../../infra/platform/platform";
import type { Placement } from "../../infra/components/placement";

export const ids = {
  tenant: "11111111-0000-4000-8000-000000000001",
  platformSubscription: "22222222-0000-4000-8000-000000000001",
  firmSubscription: "33333333-0000-4000-8000-000000000001",
} as const;

/** @throws Error when the text is not a network: a mistake in the test. */
export function network(text: string): Network {
  const parsed = parseNetwork(text);
  if (parsed.kind === "problem") throw new Error(parsed.reason);
  return parsed;
}

/** A group of the firm dupont, for components on their own. */
export function placement(changes: Partial<Placement> = {}): Placement {
  return {
    owner: { environment: "prod", firm: "dupont", subscription: ids.firmSubscription },
    location: "francecentral",
    resourceGroupName: "rg-test",
    tags: { firm: "dupont" },
    ...changes,
  };
}

/** The smallest firm, with what its file would leave to the defaults. */
export function firm(changes: Partial<Firm> = {}): Firm {
  return {
    key: "dupont",
    name: "Cabinet Dupont & Associés",
    subscription: ids.firmSubscription,
    region: "francecentral",
    network: network("10.64.8.0/23"),
    suite: "other",
    tenancy: "provider",
    people: {
      supervisor: "claire.martin@cabinet-dupont.example",
      staff: 5,
      externals: 0,
      externalsAtOnce: 0,
    },
    workday: {
      weekdays: { from: { hour: 7, minute: 0 }, until: { hour: 20, minute: 0 } },
      saturday: { kind: "closed" },
      season: { kind: "none" },
      holidays: "france",
      closed: [],
    },
    sessions: {
      broker: { kind: "avd" },
      balancing: "breadthFirst",
      load: "heavy",
      hosts: { kind: "auto" },
      generation: 1,
      previous: { kind: "none" },
      devices: "managed",
      printing: { kind: "redirect" },
      scanning: "folder",
      applications: [],
    },
    data: {
      store: "azureFiles",
      dossiersGiB: 100,
      profileGiB: 30,
      drive: "Q",
      redundancy: "zone",
      archive: [],
    },
    identity: { mode: "entra" },
    backup: backupPresets.standard,
    services: { web: [], quadraConnect: undefined },
    logs: "standard",
    keyVault: 1,
    access: { devices: "report", technicians: [] },
    requests: [],
    budget: { kind: "none" },
    landing: { kind: "disk", carrier: "technician", arrived: undefined },
    stage: "landing",
    desks: {
      memoryGiB: 8,
      screens: 2,
      client: { kind: "newest" },
      thinprint: { kind: "none" },
      scanFolder: "C:\\Numerisations",
    },
    sites: [],
    exceptions: [],
    licences: {},
    ...changes,
  };
}

/** An office of dupont, with what its file would leave to the defaults. */
export function site(changes: Partial<Site> = {}): Site {
  return {
    key: "meylan",
    place: "",
    lan: network("192.168.10.0/24"),
    gateway: address("192.168.10.1"),
    profile: "slimSplit",
    machines: [
      { role: "host", name: "MEYLAN-HV1", address: address("192.168.10.2") },
      { role: "controller", name: "MEYLAN-DC1", address: address("192.168.10.3") },
      { role: "print", name: "MEYLAN-PR1", address: address("192.168.10.4") },
    ],
    features: [],
    directory: {
      domain: "ad.cabinet-dupont.example",
      netbios: "CABINET-DUPONT",
      forest: "new",
      sync: "none",
    },
    dhcp: {
      range: { from: address("192.168.10.128"), until: address("192.168.10.254") },
      leaseDays: 8,
      dnsServers: [address("192.168.10.3")],
      reservations: [],
      options: [],
    },
    dns: { forwarders: ["192.168.10.1"], zones: [] },
    printers: [],
    link: { kind: "none" },
    secondController: { kind: "none" },
    supervision: { kind: "agentless" },
    visit: { technician: "", contact: "", on: undefined },
    ...changes,
  };
}

/** @throws Error when the text is not an address: a mistake in the test. */
export function address(text: string): Address {
  const parsed = parseAddress(text);
  if (parsed.kind === "problem") throw new Error(parsed.reason);
  return parsed;
}

/** Membership of the domain of dupont. */
export function domainIdentity(
  mode: "hybrid" | "domainServices",
  dnsServers: readonly string[] = ["10.60.1.4", "10.60.1.5"],
): Identity {
  return {
    mode,
    domain: {
      name: "cabinet-dupont.example",
      ou: "OU=Hotes,DC=cabinet-dupont,DC=example",
      joinAccount: "svc-join@cabinet-dupont.example",
      joinSecretName: "domain-join",
      dnsServers: dnsServers.map(address),
    },
  };
}

export function platform(changes: Partial<Platform> = {}): Platform {
  return {
    environment: "prod",
    provider: "Hébergeur Exemple",
    support: { email: "support@hebergeur.example", phone: "" },
    tenant: ids.tenant,
    tenancy: "provider",
    perUserAccess: "enrolled",
    subscription: ids.platformSubscription,
    location: "francecentral",
    allowedRegions: ["francecentral"],
    hubNetwork: network("10.0.0.0/22"),
    firmNetworks: network("10.64.0.0/12"),
    vpnGateway: "none",
    firewall: "none",
    serviceHosts: {},
    bastion: "none",
    defender: {},
    image: { source: "marketplace", version: "26100.3775.250406" },
    maintenance: {
      day: "Sunday",
      hours: { from: { hour: 2, minute: 0 }, until: { hour: 5, minute: 30 } },
    },
    today: { kind: "undated" },
    licences: {},
    tags: { service: "cabinet" },
    logRetentionDays: 180,
    budget: { kind: "none" },
    breakGlassGroup: undefined,
    backend: { kind: "local" },
    secretsProvider: { kind: "passphrase" },
    exceptions: [],
    ...changes,
  };
}
