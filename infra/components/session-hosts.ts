import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { sessionHostName, type NameOwner } from "../azure/names";
import type { HostPoolReference } from "./desktops";
import { keepHostPasswords } from "./host-passwords";
import type { Placement } from "./placement";
import { PoolMembership, type NewSessions } from "./pool-membership";
import { registrationToken } from "./registration-token";
import { SessionHost, type SessionHostArgs } from "./session-host";

/** Hosts that are built at one time, of one image and size; their names tell the number. */
export interface HostGeneration {
  /** 1 to 999. */
  readonly number: number;
  /** 1 to {@link mostHosts}. */
  readonly count: number;
  /** Azure's name of their size. */
  readonly size: string;
}

export interface SessionHostsArgs
  extends Placement, Pick<SessionHostArgs, "image" | "subnetId" | "diskEncryptionSetId" | "join"> {
  /** Required. The hosts that users are sent to. */
  readonly generation: HostGeneration;
  /** Required. Hosts that are drained and kept, to go back to them; none when they may go. */
  readonly previous: HostGeneration | undefined;
  /** Required. Zones to spread them over, one after the other; empty where there are none. */
  readonly zones: readonly string[];
  /** Required. Pool they join; none where another broker than Azure's knows them. */
  readonly hostPool: HostPoolReference | undefined;
  /** Required. Script that makes a machine a host of the firm. */
  readonly script: pulumi.Input<string>;
  /** Required. Says what hosts report on themselves. */
  readonly collectionRuleId: pulumi.Input<string>;
  /** Optional. Passwords of the firm's other machines, by their names, to be kept with the hosts'. @default none */
  readonly passwords?: Readonly<Record<string, pulumi.Input<string>>>;
  /** Required. Vault that keeps the local administrators' passwords, and the group it is in. */
  readonly vaultName: pulumi.Input<string>;
  readonly vaultGroupName: pulumi.Input<string>;
}

/** A slip of the pen must not order a thousand machines. */
export const mostHosts = 100;

/**
 * The firm's session hosts. A new image, size, script or way of joining reaches them by a new
 * generation only:
 *
 * 1. The file names a new `generation`, and the old one under `previous`: its hosts are built under
 *    new names beside the old, and when they take users, the old ones take no more.
 * 2. People leave the old hosts as they sign out. Until the day in `previous` one can go back by
 *    exchanging the two numbers: nothing is built, the pool only sends users elsewhere.
 * 3. From that day on, or without `previous`, the next deployment removes them with their descriptions.
 *
 * An interrupted deployment is finished by the next one; whatever it was about.
 *
 * @throws RangeError when a generation has no host, or more than {@link mostHosts}
 */
export class SessionHosts extends pulumi.ComponentResource {
  /** Names of the hosts that take users, and of those that are kept. */
  readonly names: readonly string[];
  readonly drained: readonly string[];

  constructor(name: string, args: SessionHostsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:SessionHosts", name, {}, opts);
    const { generation, previous } = args;

    const inUse = this.#build(name, args, generation);
    const agents = this.#register(name, args, generation, inUse, { kind: "taken" });
    const drained = previous === undefined ? [] : this.#build(name, args, previous);
    if (previous !== undefined)
      this.#register(name, args, previous, drained, { kind: "refused", after: agents });

    keepHostPasswords(
      `${name}-passwords`,
      {
        ...args,
        passwords: {
          ...args.passwords,
          ...Object.fromEntries(
            [...inUse, ...drained].map(({ vmName, password }) => [vmName, password]),
          ),
        },
      },
      { parent: this },
    );

    this.names = inUse.map(({ vmName }) => vmName);
    this.drained = drained.map(({ vmName }) => vmName);
    this.registerOutputs({ names: this.names, drained: this.drained });
  }

  #build(name: string, args: SessionHostsArgs, { number, count, size }: HostGeneration): Built[] {
    if (count < 1 || count > mostHosts)
      throw new RangeError(
        `generation ${number} has ${count} session hosts: use 1 to ${mostHosts}`,
      );
    return Array.from({ length: count }, (_, place) => {
      const index = place + 1;
      const hostName = `${name}-${wordOf(args, number)}-${index}`;
      const vmName = sessionHostName(seriesOf(args), number, index);
      const password = new random.RandomPassword(
        `${hostName}-password`,
        { length: 32, minLower: 1, minUpper: 1, minNumeric: 1, minSpecial: 1 },
        { parent: this },
      ).result;
      const host = new SessionHost(
        hostName,
        {
          ...args,
          vmName,
          size,
          // None where the list is empty.
          zone: args.zones[place % args.zones.length],
          password,
          poolId: args.hostPool?.id,
        },
        { parent: this },
      );
      return { hostName, vmName, password, host };
    });
  }

  /** Brings hosts into the pool, where there is one; tells when each has come. */
  #register(
    name: string,
    args: SessionHostsArgs,
    { number, count }: HostGeneration,
    hosts: readonly Built[],
    newSessions: NewSessions,
  ): pulumi.Resource[] {
    const { hostPool } = args;
    if (hostPool === undefined) return [];
    const token = registrationToken(
      `${name}-${wordOf(args, number)}`,
      { hostPool, generation: number, hosts: hosts.flatMap(({ host }) => [...host.built]), count },
      { parent: this },
    );
    return hosts.map(
      ({ hostName, vmName, host }) =>
        new PoolMembership(
          hostName,
          { ...args, vmName, hostPool, built: host.built, token, newSessions },
          { parent: host },
        ).agent,
    );
  }
}

/** Hosts of another broker are other machines: those of one cannot be handed to the other. */
function wordOf({ hostPool }: SessionHostsArgs, number: number): string {
  return `${hostPool === undefined ? "c" : "g"}${number}`;
}

function seriesOf({ hostPool, owner }: SessionHostsArgs): NameOwner {
  return hostPool === undefined ? { ...owner, site: "citrix" } : owner;
}

interface Built {
  readonly hostName: string;
  readonly vmName: string;
  readonly password: pulumi.Output<string>;
  readonly host: SessionHost;
}
