import { readFileSync } from "node:fs";
import type { RegisteredResource } from "../../infra/resources/registered";
import type { JournalEntry } from "../../infra/engine/journal";
import { adopt, recover } from "../../infra/engine/recover";
import { PulumiProcess, type EngineRun } from "../../infra/engine/pulumi-command";
import type { Deployment, PendingOperation, StateResource } from "../../infra/engine/state";

const subscription = "6f1d2c3b-0000-4000-8000-000000000001";
const stackUrn = "urn:pulumi:prod.dupont::cabinet::pulumi:pulumi:Stack::cabinet-prod.dupont";
const providerUrn = "urn:pulumi:prod.dupont::cabinet::pulumi:providers:azure-native::azure";

function urn(type: string, name: string): string {
  return `urn:pulumi:prod.dupont::cabinet::${type}::${name}`;
}

const provider: StateResource = {
  urn: providerUrn,
  type: "pulumi:providers:azure-native",
  custom: true,
  id: "provider-id",
  inputs: { subscriptionId: subscription },
};
const stack: StateResource = { urn: stackUrn, type: "pulumi:pulumi:Stack", custom: false };

const network: StateResource = {
  urn: urn("azure-native:network:VirtualNetwork", "network"),
  type: "azure-native:network:VirtualNetwork",
  custom: true,
  parent: stackUrn,
  provider: `${providerUrn}::provider-id`,
  inputs: { resourceGroupName: "rg-a", virtualNetworkName: "vnet-a" },
};
const networkId = `/subscriptions/${subscription}/resourceGroups/rg-a/providers/Microsoft.Network/virtualNetworks/vnet-a`;

/** An engine that only notes what it is asked, and the state it is given. */
class NotingEngine extends PulumiProcess {
  readonly calls: string[][] = [];
  imported:
    { deployment: { resources: StateResource[]; pending_operations: unknown[] } } | undefined;

  constructor() {
    super({ binary: "/nowhere/pulumi", version: "3.259.0", origin: "path" }, {});
  }

  override execute(args: readonly string[]): Promise<EngineRun> {
    this.calls.push([...args]);
    const file = args[args.indexOf("--file") + 1];
    if (args[1] === "import" && file !== undefined) {
      this.imported = JSON.parse(readFileSync(file, "utf8")) as NonNullable<typeof this.imported>;
    }
    return Promise.resolve({ exitCode: 0, stdout: "", stderr: "" });
  }
}

async function recoverFrom(options: {
  resources?: readonly StateResource[];
  pending?: readonly PendingOperation[];
  journal?: JournalEntry;
  registered?: readonly RegisteredResource[];
  groups?: Readonly<Record<string, string>>;
}) {
  const engine = new NotingEngine();
  const deployment: Deployment = {
    resources: options.resources ?? [stack, provider],
    pendingOperations: options.pending ?? [],
    rest: { manifest: { version: "v3.259.0" } },
  };
  const recovery = await recover({
    access: {
      azure: "embedded",
      stack: "prod.dupont",
      pulumi: engine,
      cwd: "/",
      backend: "file:///nowhere",
    },
    deployment,
    journal: options.journal,
    registered: () => Promise.resolve(options.registered ?? []),
    entraObject: (_, name) => Promise.resolve(options.groups?.[name]),
  });
  return { engine, recovery };
}

function registered(resource: StateResource, id?: string): RegisteredResource {
  return {
    urn: resource.urn,
    type: resource.type,
    name: resource.urn.slice(resource.urn.lastIndexOf("::") + 2),
    custom: resource.custom,
    parent: resource.parent,
    inputs: resource.inputs ?? {},
    dependsOn: [],
    protect: false,
    ignoreChanges: [],
    id,
  };
}

test("a stack that ended well is left alone", async () => {
  const { engine, recovery } = await recoverFrom({});
  expect(recovery).toBeUndefined();
  expect(engine.calls).toEqual([]);
});

test("a creation under way goes into the state under its id, and Azure is asked about just that", async () => {
  const { engine, recovery } = await recoverFrom({
    pending: [{ type: "creating", resource: network }],
  });
  expect(recovery?.candidates).toEqual(["network"]);
  expect(engine.imported?.deployment.pending_operations).toEqual([]);
  expect(engine.imported?.deployment.resources.at(-1)).toMatchObject({
    urn: network.urn,
    id: networkId,
  });
  expect(engine.calls[1]).toEqual(
    expect.arrayContaining(["refresh", "--target", network.urn, "--stack", "prod.dupont"]),
  );
});

test("a half-made secret of random is forgotten: it lives in the state alone", async () => {
  const password: StateResource = {
    urn: urn("random:index/randomPassword:RandomPassword", "password"),
    type: "random:index/randomPassword:RandomPassword",
    custom: true,
    inputs: { length: 24 },
  };
  const { engine, recovery } = await recoverFrom({
    pending: [{ type: "creating", resource: password }],
  });
  expect(recovery?.candidates).toEqual([]);
  expect(engine.imported?.deployment.resources).toHaveLength(2);
  expect(engine.imported?.deployment.pending_operations).toEqual([]);
  expect(engine.calls.map(([verb]) => verb)).toEqual(["stack"]);
});

test("a group is found by its name, for its id is no function of it", async () => {
  const group: StateResource = {
    urn: urn("azuread:index/group:Group", "staff"),
    type: "azuread:index/group:Group",
    custom: true,
    inputs: { displayName: "Dupont staff" },
  };
  const { engine } = await recoverFrom({
    pending: [{ type: "creating", resource: group }],
    groups: { "Dupont staff": "7c0a" },
  });
  expect(engine.imported?.deployment.resources.at(-1)).toMatchObject({ id: "7c0a" });
});

test("a membership under way is known by its group and its member", async () => {
  const membership: StateResource = {
    urn: urn("azuread:index/groupMember:GroupMember", "membership"),
    type: "azuread:index/groupMember:GroupMember",
    custom: true,
    inputs: { groupObjectId: "7c0a", memberObjectId: "91bf" },
  };
  const { engine } = await recoverFrom({ pending: [{ type: "creating", resource: membership }] });
  expect(engine.imported?.deployment.resources.at(-1)).toMatchObject({ id: "7c0a/member/91bf" });
});

test("an update or deletion under way needs nothing but to be done again", async () => {
  const { engine } = await recoverFrom({
    resources: [stack, provider, { ...network, id: networkId }],
    pending: [{ type: "updating", resource: { ...network, id: networkId } }],
  });
  expect(engine.imported?.deployment.resources).toHaveLength(3);
  expect(engine.calls.map(([verb]) => verb)).toEqual(["stack"]);
});

describe("after a process that died unseen", () => {
  const died: JournalEntry = { pid: 1, verb: "up", uncertain: [], ended: false };
  const component: StateResource = {
    urn: urn("cabinet:firm:FirmNetwork", "net"),
    type: "cabinet:firm:FirmNetwork",
    custom: false,
    parent: stackUrn,
  };
  const child = { ...network, parent: component.urn };

  test("whatever the program registers and the state lacks is looked for, parents first", async () => {
    const { engine } = await recoverFrom({
      journal: died,
      registered: [registered(component), registered(child, networkId)],
    });
    const urns = engine.imported?.deployment.resources.map((resource) => resource.urn);
    expect(urns).toEqual([stackUrn, providerUrn, component.urn, child.urn]);
  });

  test("no marker of an unknown or secret value reaches the state", async () => {
    const marked = { ...child, inputs: { ...child.inputs, secret: "<secret>" } };
    const { engine } = await recoverFrom({
      journal: died,
      registered: [registered(component), registered(marked, networkId)],
    });
    expect(JSON.stringify(engine.imported)).not.toContain("<secret>");
  });

  test("a membership whose group is not known yet is left for Azure to name", async () => {
    const membership: StateResource = {
      urn: urn("azuread:index/groupMember:GroupMember", "membership"),
      type: "azuread:index/groupMember:GroupMember",
      custom: true,
      inputs: { groupObjectId: "<unknown>", memberObjectId: "91bf" },
    };
    const entra: StateResource = {
      ...provider,
      urn: urn("pulumi:providers:azuread", "default"),
      type: "pulumi:providers:azuread",
    };
    const { recovery } = await recoverFrom({
      resources: [stack, provider, entra],
      journal: died,
      registered: [registered(membership)],
    });
    expect(recovery).toBeUndefined();
  });

  test("nothing is looked for where no provider was ever made", async () => {
    const { recovery } = await recoverFrom({
      resources: [stack],
      journal: died,
      registered: [registered(component), registered(child, networkId)],
    });
    expect(recovery).toBeUndefined();
  });

  test("one that saw its end looks only for what Azure gave no answer about", async () => {
    const other = { ...child, urn: urn(child.type, "other") };
    const { recovery } = await recoverFrom({
      journal: { ...died, ended: true, uncertain: [child.urn] },
      registered: [
        registered(component),
        registered(child, networkId),
        registered(other, networkId),
      ],
    });
    expect(recovery?.candidates).toEqual(["network"]);
  });
});

test("what Azure names as being there already is taken over under that id", async () => {
  const engine = new NotingEngine();
  await adopt(
    {
      access: {
        azure: "embedded",
        stack: "prod.dupont",
        pulumi: engine,
        cwd: "/",
        backend: "file:///nowhere",
      },
      deployment: { resources: [stack, provider], pendingOperations: [], rest: {} },
      registered: () => Promise.resolve([registered(network)]),
    },
    [{ urn: network.urn, id: networkId }],
  );
  expect(engine.imported?.deployment.resources.at(-1)).toMatchObject({
    urn: network.urn,
    id: networkId,
    inputs: {},
  });
  expect(engine.calls[1]).toEqual(expect.arrayContaining(["refresh", "--target", network.urn]));
});
