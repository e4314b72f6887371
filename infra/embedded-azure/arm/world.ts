import type { ArmIdParts } from "../../azure/arm-ids";
import type { Resource, Resources } from "../store/resources";
import type { JsonObject } from "../values/property";

/** What a request to Azure Resource Manager is met with. */
export interface World {
  readonly resources: Resources;
  /** Subscription the caller works in. */
  readonly subscriptionId: string;
  /** The time of the request. */
  readonly now: Date;
  /** How this Azure was told to be; see `settings.ts`. Undefined: as Azure is by itself. */
  readonly setting: (name: string) => string | undefined;
  /** Fingerprint of something secret; see `Store.fingerprint`. */
  readonly fingerprint: (secret: string) => string;
}

/** A resource as somebody wants it to be. */
export interface Wish {
  readonly id: string;
  /** Class of azure-native the body has the shape of; empty when the SDK has none. */
  readonly token: string;
  /** What the request says, without what its path says. */
  readonly body: JsonObject;
  /** Paths in the body that the user wants secret, e.g. `osProfile.adminPassword`. */
  readonly secretPaths: ReadonlySet<string>;
}

/** A request to make or change a resource, seen with what was there before. */
export interface Change {
  readonly wish: Wish;
  readonly parts: ArmIdParts;
  /** The resource's own name. */
  readonly name: string;
  readonly previous: Resource | undefined;
}

/** Refuses what Azure would refuse, by throwing an {@link ArmError}. */
export type Rule = (world: World, change: Change) => void;

/** What Azure adds to a resource's body, at any depth, and claims nobody else may make. */
export interface Computed {
  readonly body?: JsonObject;
  /** Kept with the resource and never answered. */
  readonly hidden?: JsonObject;
  /** Things only one resource may hold, e.g. an address, by what they are for. */
  readonly claims?: Readonly<Record<string, string>>;
  /** Ids of resources it uses without having been told to, by property. */
  readonly uses?: Readonly<Record<string, string>>;
}

/** Puts another resource, by the same rules. */
export type Put = (wish: Wish) => Resource;

/** Works out what Azure adds to resources of a type. */
export type Computation = (world: World, change: Change, put: Put) => Computed;

/** What else happens when a resource was made or changed. */
export type Effect = (world: World, change: Change, put: Put) => void;
