import { join } from "node:path";
import { formatFault } from "../../infra/document/fault";
import { openRegistry } from "../../infra/registry/registry";
import { recordStack } from "../../infra/stacks/program";

/**
 * No key of a firm file is there for nothing: each of these changes, to a sample firm, changes what is registered or
 * told. Keys that only make sense together are changed together.
 */
const changes: Readonly<Record<string, readonly string[]>> = {
  petit: [
    "name=Cabinet Grand",
    "subscription=6f1d2c3b-0000-4000-8000-000000000099",
    "network=10.64.11.0/24",
    "region=francesouth data.redundancy=local cabinet:allowedRegions=[francecentral, francesouth]",
    "suite=acd",
    "people.staff=9",
    "workday.weekdays=08:00-18:00",
    "workday.saturday=08:00-13:00",
    "sessions.balancing=depthFirst",
    "sessions.load=light",
    "sessions.hosts={ size: Standard_D16as_v5, count: 1 }",
    "sessions.generation=2",
    "sessions.devices=any",
    "sessions.printing=none",
    "sessions.scanning=none",
    "data.dossiers=200 GiB",
    "data.profile=40 GiB",
    "data.drive=S",
    "data.redundancy=geo",
    "data.archive=[paie5]",
    "backup=strict",
    "backup={ snapshotDays: 9 }",
    "backup={ vaultDays: 99 }",
    "backup={ vaultWeeks: 9 }",
    "backup={ vaultMonths: 9 }",
    "backup={ softDeleteDays: 99 }",
    "backup={ immutability: locked }",
    "budget=900 EUR",
    "suite=quadra services=[quadraBox]",
    "suite=quadra services=[quadraConnect] people.externals=9 quadraConnect.path='C:\\Connect.exe'",
    "landing={ transport: importExport, disk: sata }",
    "landing={ transport: none }",
    "stage=live landing={ transport: none }",
  ],
  dupont: [
    "people.supervisor=a@b.example",
    "cabinet:today=2027-02-01 workday.season={ from: 01-15, until: 01-31, weekdays: 06:30-22:00 }",
    "cabinet:today=2026-12-21 workday.closed=[2026-12-23]",
    "cabinet:today=2026-12-21 workday.holidays=none",
  ],
  moreau: [
    "people.externals=50",
    "people.externalsAtOnce=12",
    "sessions.applications=[{ name: Caisse, path: 'C:\\Caisse.exe' }]",
    "sessions.applications.0.path='C:\\ACD\\Autre.exe'",
    "sessions.applications.0.arguments=/essai",
    "sessions.applications.0.name=Autre saisie",
    "sessions.previous={ generation: 7, hosts: { size: Standard_D8as_v5, count: 1 }, until: 2027-01-08 }",
    "sessions.printing=redirect",
    "data.store=azureFiles",
    "identity.domain=autre.example identity.ou='OU=Postes,DC=autre,DC=example'",
    "identity.ou='OU=Autres,DC=cabinet-moreau,DC=example'",
    "identity.joinAccount=svc-autre@cabinet-moreau.example",
    "identity.joinSecret=autre",
    "identity.dnsServers=[10.64.13.52, 10.64.13.54]",
    "identity.mode=domainServices sessions.printing=redirect",
  ],
  rousseau: [
    "sessions.broker=avd sessions.scanning=folder sessions.citrix=",
    "sessions.citrix.customer=autre1234",
    "sessions.citrix.resourceLocation=3c9a51e0-0000-4000-8000-000000000009",
    "sessions.citrix.clientId=3c9a51e0-0000-4000-8000-000000000009",
    "sessions.citrix.clientSecret=autre",
    "sessions.citrix.agent.url=https://logiciels.example/autre.exe",
    `sessions.citrix.agent.sha256=${"ab".repeat(32)}`,
    "sessions.thinprint.licenceServer=10.60.0.171",
    "sessions.thinprint.engine.url=https://logiciels.example/autre.exe",
    `sessions.thinprint.engine.sha256=${"ab".repeat(32)}`,
    "sessions.thinprint.switches=/silent",
    "sessions.scanning=folder",
  ],
};

/** Each change is recorded on its own, and machines differ. */
const minutes = 10 * 60_000;

const registry = openRegistry(join(__dirname, "../.."));

/** All that a firm registers and tells, as text. */
async function tell(firm: string, texts: readonly string[]): Promise<string> {
  const platform = registry.platform(
    "prod",
    texts.filter((text) => text.startsWith("cabinet:")),
  );
  const reading = registry.firm("prod", firm, texts);
  if (!platform.ok || !reading.ok) {
    const faults = [platform, reading].flatMap((part) => (part.ok ? [] : part.faults));
    throw new Error(faults.map(formatFault).join("\n"));
  }
  const { resources, outputs } = await recordStack(
    { kind: "firm", environment: "prod", firm },
    { platform: platform.value, firm: reading.value },
  );
  return JSON.stringify({ resources, outputs });
}

/** A change as it is written above, and the day without it. */
function baseOf(change: readonly string[]): readonly string[] {
  return change.filter((text) => text.startsWith("cabinet:today"));
}

// Pulumi takes a stack trace for every promise it makes, and jest maps each to its source.
const { stackTraceLimit } = Error;
beforeAll(() => {
  Error.stackTraceLimit = 0;
});
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

test("no key of the platform's file is without effect on the platform or a firm", async () => {
  const ofPlatform = async (change: readonly string[]) => {
    const platform = registry.platform("prod", change);
    if (!platform.ok) throw new Error(platform.faults.map(formatFault).join("\n"));
    const { resources, outputs } = await recordStack(
      { kind: "platform", environment: "prod" },
      { platform: platform.value, firm: undefined },
    );
    return JSON.stringify({ resources, outputs });
  };
  const before = await ofPlatform([]);
  const dead: string[] = [];
  for (const change of [
    "cabinet:tenant=1b2c3d4e-0000-4000-8000-000000000009",
    "cabinet:subscription=5e0c1b2a-0000-4000-8000-000000000009",
    "cabinet:location=westeurope",
    "cabinet:hubNetwork=10.60.4.0/22",
    "cabinet:vpnGateway=VpnGw1AZ",
    "cabinet:firewall=Standard",
    "cabinet:firewall=Standard cabinet:serviceHosts={ devisFact: [devis.example] }",
    "cabinet:bastion=Basic",
    "cabinet:defender={ storage: on }",
    "cabinet:maintenanceWindow=Sunday 03:00-05:30",
    "cabinet:today=2027-02-01",
    "cabinet:tags={ owner: autre }",
    "cabinet:logRetentionDays=365",
  ]) {
    const all = [
      ...change.split(/ (?=cabinet:)/),
      "cabinet:allowedRegions=[francecentral, westeurope]",
    ];
    if ((await ofPlatform(all)) === before) dead.push(change);
  }
  const firm = await tell("petit", []);
  for (const change of [
    "cabinet:image={ source: gallery, version: 1.0.0 }",
    "cabinet:image.version=26100.9999.260101",
  ])
    if ((await tell("petit", [change])) === firm) dead.push(change);
  expect(dead).toEqual([]);
});

test.each(Object.entries(changes))(
  "no key of %s is without effect",
  async (firm, texts) => {
    const known = new Map<string, string>();
    const before = async (base: readonly string[]) => {
      const id = base.join(" ");
      const told = known.get(id) ?? (await tell(firm, base));
      known.set(id, told);
      return told;
    };
    const dead: string[] = [];
    for (const text of texts) {
      const change = text.split(/ (?=[A-Za-z]+[.:]?[\w.]*=)/);
      if ((await tell(firm, change)) === (await before(baseOf(change)))) dead.push(text);
    }
    expect(dead).toEqual([]);
  },
  minutes,
);
