import { join } from "node:path";
import { overlaps, parseNetwork, type Network } from "../../infra/azure/network";
import type { Platform } from "../../infra/platform/platform";
import { isRecord } from "../../infra/resources/property-values";
import { UNKNOWN, type RegisteredResource } from "../../infra/resources/registered";
import { guardrails } from "../../infra/rules/catalogue";
import { packageExceptions } from "../../infra/rules/package-exceptions";
import { judge } from "../../infra/rules/judge";
import { readDefinition } from "../../infra/stacks/definition";
import { hostedFirms, type Hosted } from "../support/estates";

// Whole stacks: without traces they are recorded several times faster.
Error.stackTraceLimit = 0;
jest.setTimeout(120_000);

const howMany = 24;

const reading = readDefinition("prod", join(__dirname, "../.."));
if (!reading.ok) throw new Error("the platform cannot be read");
const platform: Platform = { ...reading.value.platform, vpnGateway: "VpnGw1AZ" };
let firms: readonly Hosted[];

beforeAll(async () => {
  firms = await hostedFirms(howMany, platform);
});

const isArmId = (text: string) => text.startsWith("/subscriptions/");

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one);
  else if (isRecord(value)) for (const one of Object.values(value)) yield* textsIn(one);
}

/** What belongs to more than one firm, as `what: firm, firm`. */
function shared(
  hosted: readonly Hosted[],
  namesOf: (resource: RegisteredResource) => readonly string[],
): readonly string[] {
  const owners = new Map<string, Set<string>>();
  for (const { firm, resources } of hosted)
    for (const name of resources.filter(({ custom }) => custom).flatMap(namesOf)) {
      const known = owners.get(name.toLowerCase()) ?? new Set();
      owners.set(name.toLowerCase(), known.add(firm.key));
    }
  return [...owners]
    .filter(([, keys]) => keys.size > 1)
    .map(([name, keys]) => `${name}: ${[...keys].join(", ")}`);
}

const idOf = ({ id }: RegisteredResource) => (id !== undefined && isArmId(id) ? [id] : []);

/** Names that Azure, or Entra, wants to be the only one of its type: in the world, or in the tenant. */
function namesInTheWorld({ type, inputs }: RegisteredResource): readonly string[] {
  const keys: Readonly<Record<string, string>> = {
    "azure-native:storage:StorageAccount": "accountName",
    "azure-native:keyvault:Vault": "vaultName",
    "azure-native:authorization:RoleDefinition": "roleName",
    "azure-native:authorization:RoleAssignment": "roleAssignmentName",
    "azure-native:compute:VirtualMachine": "vmName",
    "azuread:index/group:Group": "displayName",
    "azure-native:recoveryservices:Vault": "vaultName",
    "azure-native:operationalinsights:Workspace": "workspaceName",
    // The ruleset is one for all, and takes one rule of a domain.
    "azure-native:dnsresolver:ForwardingRule": "domainName",
  };
  const key = keys[type];
  return key === undefined ? [] : [`${type} ${String(inputs[key])}`];
}

test("the generated firms are of every mode", () => {
  const modes = new Set(
    firms.map(
      ({ firm }) => `${firm.sessions.broker.kind} ${firm.data.store} ${firm.identity.mode}`,
    ),
  );
  expect(modes).toEqual(
    new Set([
      "avd azureFiles entra",
      "avd fileServer hybrid",
      "avd fileServer domainServices",
      "citrix azureFiles hybrid",
    ]),
  );
  expect(new Set(firms.map(({ firm }) => firm.stage)).size).toBe(4);
  expect(firms.every(({ resources }) => resources.length > 80)).toBe(true);
});

test("A07: no resource is of two firms: account, key, vault, subnet, group, role, workspace, DNS link", () => {
  expect(shared(firms, idOf)).toEqual([]);
  const types = new Set(firms.flatMap(({ resources }) => resources.map(({ type }) => type)));
  for (const type of [
    "storage:StorageAccount",
    "keyvault:Key",
    "keyvault:Vault",
    "recoveryservices:Vault",
    "network:Subnet",
    "resources:ResourceGroup",
    "authorization:RoleDefinition",
    "authorization:RoleAssignment",
    "operationalinsights:Workspace",
    "privatedns:VirtualNetworkLink",
    "dnsresolver:DnsResolverPolicy",
    "dnsresolver:ForwardingRule",
    "network:LocalNetworkGateway",
    "network:VirtualNetworkGatewayConnection",
    "guestconfiguration:GuestConfigurationHCRPAssignment",
    "hybridcompute:MachineExtension",
  ])
    expect(types).toContain(`azure-native:${type}`);
});

test("no name collides: of accounts, vaults, machines, groups of people, roles and their assignments", () => {
  expect(shared(firms, namesInTheWorld)).toEqual([]);
  expect(
    firms.flatMap(({ resources }) => resources.flatMap(namesInTheWorld)).length,
  ).toBeGreaterThan(howMany * 20);
});

/** What of the platform's a firm may refer to; nothing of it holds data of a firm. */
const referable =
  /^microsoft\.network\/(virtualnetworks|privatednszones|azurefirewalls|firewallpolicies|virtualnetworkgateways|dnsresolvers|dnsforwardingrulesets)$|^microsoft\.compute\/galleries$|^microsoft\.maintenance\/maintenanceconfigurations$|^microsoft\.dataprotection\/resourceguards$|^microsoft\.insights\/actiongroups$/;

test("no firm refers to anything of another, and of the platform only to what holds no data", () => {
  const strange = firms.flatMap(({ firm, resources }) => {
    const own = new Set(resources.flatMap(({ id }) => id?.toLowerCase() ?? []));
    return resources.flatMap(({ name, inputs }) =>
      [...textsIn(inputs)]
        .flatMap((text) => [...text.matchAll(/\/subscriptions\/[\w-]{36}[\w./;-]*/gi)])
        .map(([id]) => id.toLowerCase())
        .filter((id) => {
          // What joins it to the hub is its own, though it stands in the platform's subscription.
          if (own.has(id) || id.startsWith(`/subscriptions/${firm.subscription}`)) return false;
          const [, type = ""] = /\/providers\/([\w.]+\/\w+)/.exec(id) ?? [];
          return !(
            id.startsWith(`/subscriptions/${platform.subscription}/`) && referable.test(type)
          );
        })
        .map((id) => `${firm.key} ${name}: ${id}`),
    );
  });
  expect(strange).toEqual([]);
});

test("no firm knows the address of another's account or vault", () => {
  const addresses = /([\w-]+)\.(?:file|blob|dfs)\.core\.windows\.net|([\w-]+)\.vault\.azure\.net/g;
  let met = 0;
  const strange = firms.flatMap(({ firm, resources }) => {
    const own = new Set(
      resources.flatMap(({ inputs }) => [inputs["accountName"], inputs["vaultName"]]),
    );
    return resources.flatMap(({ name, inputs }) =>
      [...textsIn(inputs)]
        .flatMap((text) => [...text.matchAll(addresses)])
        .flatMap(([, account, vault]) => account ?? vault ?? [])
        .filter((host) => host !== "privatelink" && host !== "wvdportalstorageblob")
        .filter((host) => {
          met += 1;
          return !own.has(host);
        })
        .map((host) => `${firm.key} ${name}: ${host}`),
    );
  });
  expect(strange).toEqual([]);
  expect(met).toBeGreaterThan(howMany * 3);
});

test("networks overlap neither one another nor the hub", () => {
  const prefixes = firms.flatMap(({ firm, resources }) =>
    resources
      .filter(({ type }) => type === "azure-native:network:VirtualNetwork")
      .flatMap(({ inputs }) => {
        const space: unknown = inputs["addressSpace"];
        const list: unknown = isRecord(space) ? space["addressPrefixes"] : [];
        return Array.isArray(list) ? list.map((text) => [firm.key, networkOf(text)] as const) : [];
      }),
  );
  expect(prefixes.length).toBe(howMany);
  const clashes = prefixes.flatMap(([one, network], place) =>
    [...prefixes.slice(place + 1), ["hub", platform.hubNetwork] as const]
      .filter(([, other]) => overlaps(network, other))
      .map(([two]) => `${one} ${two}`),
  );
  expect(clashes).toEqual([]);
});

function networkOf(text: unknown): Network {
  const network = parseNetwork(String(text));
  if (network.kind === "problem") throw new Error(network.reason);
  return network;
}

test("no role reaches beyond the firm's own groups", () => {
  const scopes = firms.flatMap(({ firm, resources }) =>
    resources
      .filter(({ type }) => /authorization:Role(Assignment|Definition)$/.test(type))
      .flatMap(({ name, inputs }) =>
        [inputs["scope"], inputs["assignableScopes"]]
          .flat()
          .flatMap((scope) =>
            typeof scope !== "string" || scope === UNKNOWN
              ? []
              : [{ firm, name, scope: scope.toLowerCase() }],
          ),
      ),
  );
  expect(scopes.length).toBeGreaterThan(howMany * 8);
  expect(
    scopes.filter(
      ({ firm, scope }) =>
        !scope.startsWith(
          `/subscriptions/${firm.subscription}/resourcegroups/rg-prod-${firm.key}-`,
        ),
    ),
  ).toEqual([]);
});

test("every guardrail of severity error holds for every one of them", () => {
  const broken = firms.flatMap(({ firm, resources }) =>
    judge(guardrails, {
      resources,
      circumstances: {
        kind: "firm",
        subscription: firm.subscription,
        platformSubscription: platform.subscription,
        allowedRegions: platform.allowedRegions,
        leaving: firm.stage === "leaving",
        arcGroups: [],
      },
      exceptions: [],
      inherited: firm.sites.flatMap(({ supervision }) =>
        supervision.kind === "arc" ? packageExceptions(supervision.readableUntil) : [],
      ),
      today: { year: 2026, month: 11, day: 24 },
    })
      .findings.filter(({ severity }) => severity === "error")
      .map(({ rule, resource, met }) => `${firm.key} ${rule}: ${resource}: ${met}`),
  );
  expect(broken).toEqual([]);
});

test("what two firms shared would be found", () => {
  const [one, two] = firms;
  if (one === undefined || two === undefined) throw new Error("there are no two firms");
  const account = one.resources.find(({ type }) => type.endsWith(":StorageAccount"));
  if (account === undefined) throw new Error("it has no account");
  const mixed = [one, { ...two, resources: [...two.resources, account] }];
  expect(shared(mixed, idOf)).toEqual([
    `${account.id?.toLowerCase() ?? ""}: ${one.firm.key}, ${two.firm.key}`,
  ]);
  expect(shared(mixed, namesInTheWorld)).toHaveLength(1);
});
