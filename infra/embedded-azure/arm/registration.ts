import { keyOf } from "../store/resources";
import type { Resource } from "../store/resources";
import { textOf } from "../values/json";
import type { JsonObject } from "../values/property";
import { isJsonObject } from "../values/property";
import { ArmError } from "./error";
import type { Change, Computation, Effect, World } from "./world";

const hour = 3_600_000;
const day = 24 * hour;

/** Shortest and longest life of a registration token: https://learn.microsoft.com/azure/virtual-desktop/add-session-hosts-host-pool */
const life = { least: hour, most: 30 * day } as const;

const sessionHostType = "Microsoft.DesktopVirtualization/hostPools/sessionHosts";

/** Claim under which a host pool is found by its token. */
const tokenClaim = "registration token";

/**
 * Mints, keeps or drops the registration token of a host pool. Azure answers it to nobody who reads
 * the host pool, only to who asks for its tokens.
 */
export const hostPoolRegistration: Computation = (world, change) => {
  const asked = change.wish.body["registrationInfo"];
  const before = storedExpiry(change.previous?.hidden);
  const expires = isJsonObject(asked) ? askedExpiry(world, asked, before) : before;
  if (expires === undefined) return { hidden: {} };
  const token = tokenOf(world, change.wish.id, expires);
  return {
    hidden: { registrationExpires: expires },
    claims: { registration: `${tokenClaim} ${token}` },
  };
};

/** The tokens a host pool has: one, or none when it never had one or it is over. */
export function registrationTokens(
  world: World,
  pool: Resource,
): readonly { readonly token: string; readonly expirationTime: string }[] {
  const expires = storedExpiry(pool.hidden);
  if (expires === undefined || Date.parse(expires) <= world.now.getTime()) return [];
  return [{ token: tokenOf(world, pool.id, expires), expirationTime: expires }];
}

/** An agent that is installed with a host pool's token makes its machine a session host of that pool. */
export const agentRegistration: Effect = (world, { wish, parts }, put) => {
  const token = tokenIn(wish.body);
  const machineId = parts.parentId ?? "";
  const machine = world.resources.get(machineId);
  if (token === undefined || machine === undefined) return;
  const [poolId] = world.resources.holdersOf(`${tokenClaim} ${token}`);
  const pool = poolId === undefined ? undefined : world.resources.get(poolId);
  const name = nameInPool(world, machine);
  // An agent that is registered stays so, whatever becomes of the token it came with.
  if (
    world.resources
      .named(sessionHostType, name)
      .some(({ body }) => body["resourceId"] === machine.id)
  )
    return;
  if (pool === undefined || registrationTokens(world, pool).length === 0)
    throw new ArmError(
      409,
      "VMExtensionProvisioningError",
      `VM has reported a failure when processing extension of '${wish.id}'. Error message: 'The registration token is unknown or has expired.'`,
    );
  const id = `${pool.id}/sessionHosts/${name}`;
  put({
    id,
    token: "azure-native:desktopvirtualization:SessionHost",
    body: {
      allowNewSession: true,
      // A description made beforehand says whether the host takes users.
      ...world.resources.get(id)?.body,
      resourceId: machine.id,
      ...(machine.body["vmId"] !== undefined && { virtualMachineId: machine.body["vmId"] }),
      status: "Available",
      sessions: 0,
    },
    secretPaths: new Set(),
  });
};

/**
 * An agent registers under the name Windows knows the machine by: in a domain with the domain's name.
 * A machine is in a domain when the extension that joins it is on it:
 * https://learn.microsoft.com/azure/virtual-machines/extensions/domain-join
 */
function nameInPool({ resources }: World, machine: Resource): string {
  const domain = resources
    .below(`${machine.id}/extensions`)
    .filter(({ body }) => body["type"] === "JsonADDomainExtension")
    .map(({ body: { settings } }) => (isJsonObject(settings) ? textOf(settings["Name"]) : ""))[0];
  return domain === undefined ? machine.name : `${machine.name}.${domain}`;
}

/** A session host is called after its pool and its machine. */
export const sessionHostName: Computation = (_world, { parts, name }: Change) => ({
  body: { name: `${parts.names.at(-2) ?? ""}/${name}` },
});

function askedExpiry(
  world: World,
  asked: JsonObject,
  before: string | undefined,
): string | undefined {
  if (asked["registrationTokenOperation"] === "Delete") return undefined;
  if (asked["registrationTokenOperation"] === "None") return before;
  const text = textOf(asked["expirationTime"]);
  const ahead = Date.parse(text) - world.now.getTime();
  if (!(ahead >= life.least && ahead <= life.most))
    throw new ArmError(
      400,
      "400",
      `ActivityId: embedded Error: ExpirationTime ${text} must be between 1 hour and 30 days from now.`,
    );
  return text;
}

function storedExpiry(hidden: JsonObject | undefined): string | undefined {
  const expires = hidden?.["registrationExpires"];
  return typeof expires === "string" ? expires : undefined;
}

function tokenOf({ fingerprint }: World, poolId: string, expires: string): string {
  return `embedded.${fingerprint(`${keyOf(poolId)} ${expires}`)}`;
}

/**
 * Finds a token in the settings an agent is installed with: one of ours wherever it stands in them, or
 * whatever is given as the token of the extension that installs the agent:
 * https://learn.microsoft.com/azure/virtual-desktop/add-session-hosts-host-pool
 */
function tokenIn(body: JsonObject): string | undefined {
  const settings = JSON.stringify([body["protectedSettings"], body["settings"]]);
  return (
    /embedded\.[0-9a-f]{64}/.exec(settings)?.[0] ??
    /"registrationInfoToken":"([^"]*)"/.exec(settings)?.[1]
  );
}
