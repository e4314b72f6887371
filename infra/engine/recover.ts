import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { armId, armPathOf } from "../azure/arm-paths";
import { UNKNOWN, type RegisteredResource } from "../resources/registered";
import { nameOf, type ExistingResource } from "./events";
import type { JournalEntry } from "./journal";
import { EngineFailed } from "./pulumi-command";
import { exportDocument, type Deployment, type StackAccess, type StateResource } from "./state";

export interface RecoveryInput {
  readonly access: StackAccess;
  readonly deployment: Deployment;
  readonly journal: JournalEntry | undefined;
  /** What the program registers; asked for only when an operation died unseen. */
  readonly registered: () => Promise<readonly RegisteredResource[]>;
  /** Finds a Microsoft Entra object by its display name; its ids are no function of its name. */
  readonly entraObject: (type: string, displayName: string) => Promise<string | undefined>;
}

export interface Recovery {
  /** Names of resources that may have been made without the state knowing. */
  readonly candidates: readonly string[];
}

/**
 * Finishes what an interrupted operation left: creations that were under way may or may not have
 * reached Azure, and the engine cannot tell. Names here are functions of the firm, so the id of
 * each is known: it goes into the state, and a refresh of just those asks Azure. What is there
 * stays and is updated next; what is not there leaves the state and is made next.
 *
 * @returns undefined when there was nothing to finish
 */
export async function recover(input: RecoveryInput): Promise<Recovery | undefined> {
  const { access, deployment } = input;
  const candidates = await findCandidates(input);
  if (candidates.length === 0 && deployment.pendingOperations.length === 0) return undefined;
  await importDeployment(access, {
    ...deployment,
    resources: [...deployment.resources, ...candidates],
    pendingOperations: [],
  });
  const custom = candidates.filter((candidate) => candidate.custom);
  if (custom.length > 0) await refreshOnly(access, custom);
  return { candidates: custom.map(({ urn }) => nameOf(urn)) };
}

/**
 * Takes resources into the state that Azure says are there already, under the ids it named. Right
 * after an interruption, when they are what the interrupted operation made, and when somebody who
 * knows has asked for it.
 */
export async function adopt(
  input: Omit<RecoveryInput, "journal" | "entraObject">,
  existing: readonly ExistingResource[],
): Promise<void> {
  const { access, deployment } = input;
  const provider = providersOf(deployment);
  const registered = new Map(
    (await input.registered()).map((resource) => [resource.urn, resource]),
  );
  const known = new Set(deployment.resources.map(({ urn }) => urn));
  const taken = existing.flatMap(({ urn, id }) => {
    const resource = registered.get(urn);
    const reference = resource === undefined ? undefined : provider({ ...resource, id });
    if (resource === undefined || reference === undefined || known.has(urn)) return [];
    return [stateOf(resource, reference, wholeId(resource.type, id))];
  });
  await importDeployment(access, {
    ...deployment,
    resources: [...deployment.resources, ...taken],
    pendingOperations: [],
  });
  if (taken.length > 0) await refreshOnly(access, taken);
}

/** azuread's message names a group by its object id alone; its own id is the path in Microsoft Graph. */
function wholeId(type: string, id: string): string {
  return type === "azuread:index/group:Group" && !id.startsWith("/") ? `/groups/${id}` : id;
}

function stateOf(resource: RegisteredResource, provider: string, id: string): StateResource {
  const { urn, type, parent } = resource;
  // Azure's answer to the refresh brings the true inputs; markers must not reach the state.
  const state = { urn, type, custom: true, id, provider, inputs: {}, outputs: {} };
  return parent === undefined ? state : { ...state, parent };
}

async function findCandidates(input: RecoveryInput): Promise<StateResource[]> {
  const known = new Set(input.deployment.resources.map(({ urn }) => urn));
  const found = new Map<string, StateResource>();
  for (const { type, resource } of input.deployment.pendingOperations) {
    if (type !== "creating" || known.has(resource.urn)) continue;
    const candidate = await identify(resource, input);
    if (candidate !== undefined) found.set(candidate.urn, candidate);
  }
  const { journal } = input;
  if (journal !== undefined && (!journal.ended || journal.uncertain.length > 0)) {
    for (const candidate of await unrecorded(journal, input, known)) {
      if (!found.has(candidate.urn)) found.set(candidate.urn, candidate);
    }
  }
  return [...found.values()];
}

/** A creation under way, with the id it has if it exists; undefined where nothing can exist. */
async function identify(
  resource: StateResource,
  input: RecoveryInput,
): Promise<StateResource | undefined> {
  const { type, inputs = {}, custom } = resource;
  if (!custom) return { ...resource };
  const path = armPathOf(type);
  const subscription = subscriptionOf(resource.provider, input.deployment);
  const id =
    path === undefined || subscription === undefined
      ? await directoryId(type, inputs, input)
      : armId(path, inputs, subscription);
  return id === undefined ? undefined : { ...resource, id };
}

/**
 * Id of an object of Microsoft Entra. What `random` makes has none: it lives in the state alone,
 * and half made is not made.
 */
async function directoryId(
  type: string,
  inputs: Readonly<Record<string, unknown>>,
  input: RecoveryInput,
): Promise<string | undefined> {
  const known = (name: string) => {
    const value = inputs[name];
    return typeof value === "string" && value !== UNKNOWN ? value : undefined;
  };
  if (type === "azuread:index/groupMember:GroupMember") {
    const group = known("groupObjectId");
    const member = known("memberObjectId");
    return group === undefined || member === undefined ? undefined : `${group}/member/${member}`;
  }
  const displayName = type.startsWith("azuread:") ? known("displayName") : undefined;
  return displayName === undefined ? undefined : input.entraObject(type, displayName);
}

/** What the program registers, the state does not know, and an unseen end may have made. */
async function unrecorded(
  journal: JournalEntry,
  input: RecoveryInput,
  known: ReadonlySet<string>,
): Promise<StateResource[]> {
  const wanted = (urn: string) => !journal.ended || journal.uncertain.includes(urn);
  const provider = providersOf(input.deployment);
  const added = new Map<string, StateResource>();
  const registered = new Map(
    (await input.registered()).map((resource) => [resource.urn, resource]),
  );
  for (const resource of registered.values()) {
    if (!resource.custom || known.has(resource.urn) || !wanted(resource.urn)) continue;
    const reference = provider(resource);
    // Its provider is made before it: without one in the state, nothing of it can exist.
    if (reference === undefined) continue;
    const id = resource.type.startsWith("azure-native:")
      ? resource.id
      : await directoryId(resource.type, resource.inputs, input);
    if (id === undefined) continue;
    for (const ancestor of ancestorsOf(resource, registered)) {
      if (!known.has(ancestor.urn)) added.set(ancestor.urn, componentState(ancestor));
    }
    added.set(resource.urn, stateOf(resource, reference, id));
  }
  return [...added.values()];
}

/** Components above a resource, outermost first: the state wants every parent before its child. */
function ancestorsOf(
  resource: RegisteredResource,
  registered: ReadonlyMap<string, RegisteredResource>,
): RegisteredResource[] {
  const parent = resource.parent === undefined ? undefined : registered.get(resource.parent);
  return parent === undefined ? [] : [...ancestorsOf(parent, registered), parent];
}

function componentState(component: RegisteredResource): StateResource {
  const { urn, type, parent } = component;
  return { urn, type, custom: false, ...(parent === undefined ? {} : { parent }) };
}

/** Chooses the provider instance in the state for a registered resource: the one of its subscription. */
function providersOf(deployment: Deployment): (resource: RegisteredResource) => string | undefined {
  const providers = deployment.resources.filter(({ type }) => type.startsWith("pulumi:providers:"));
  return ({ type, id }) => {
    const name = type.slice(0, type.indexOf(":"));
    const ofPackage = providers.filter((provider) => provider.type === `pulumi:providers:${name}`);
    const subscription = /^\/subscriptions\/([^/]+)/i.exec(id ?? "")?.[1]?.toLowerCase();
    const chosen =
      ofPackage.find(({ inputs }) => inputs?.["subscriptionId"] === subscription) ?? ofPackage[0];
    return chosen === undefined ? undefined : `${chosen.urn}::${chosen.id ?? ""}`;
  };
}

function subscriptionOf(reference: string | undefined, deployment: Deployment): string | undefined {
  const urn = reference?.slice(0, reference.lastIndexOf("::"));
  const provider = deployment.resources.find((resource) => resource.urn === urn);
  const subscription = provider?.inputs?.["subscriptionId"];
  return typeof subscription === "string" ? subscription : undefined;
}

async function importDeployment(access: StackAccess, deployment: Deployment): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "cabinet-state-"));
  try {
    const file = join(folder, "state.json");
    writeFileSync(file, JSON.stringify(exportDocument(deployment)), { mode: 0o600 });
    await execute(access, ["stack", "import", "--file", file]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function refreshOnly(access: StackAccess, targets: readonly StateResource[]): Promise<void> {
  await execute(access, [
    "refresh",
    "--yes",
    "--skip-preview",
    "--suppress-outputs",
    ...targets.flatMap(({ urn }) => ["--target", urn]),
  ]);
}

async function execute(access: StackAccess, args: readonly string[]): Promise<void> {
  const run = await access.pulumi.execute([...args, "--stack", access.stack], access);
  if (run.exitCode !== 0) throw new EngineFailed(run);
}
