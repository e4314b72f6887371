import type { ProviderResource } from "@pulumi/pulumi";
import type { Store } from "../../../infra/embedded-azure/store/store";

/** A program that Azure takes, the same with a change it refuses, and with that change mended. */
export type Version = "first" | "wrong" | "mended";

/** What is deployed one after the other: the version of what changes, and of what is left out. */
export const rounds = {
  first: ["first", "first"],
  changed: ["wrong", "first"],
  leftOut: ["mended", "wrong"],
  last: ["mended", "mended"],
} as const satisfies Readonly<Record<string, readonly [Version, Version]>>;

export type Round = keyof typeof rounds;

/** The version a behaviour has in a round. */
export function versionIn(round: Round, { change }: Behaviour): Version {
  const [changed, leftOut] = rounds[round];
  return change === "deletion" ? leftOut : changed;
}

/** Something of Azure that breaks real deployments. */
export interface Behaviour {
  /** Begins the names of its resources. */
  readonly key: string;
  /** After "rejects": what Azure does not have. */
  readonly what: string;
  readonly source: string;
  /** Code, and a phrase, of Azure's answer to the wrong version. */
  readonly refusal: RegExp;
  /**
   * Whether the wrong version leaves something out, which Azure then does not delete. The engine deletes
   * nothing once something else has failed, so these have their turn after the others.
   */
  readonly change?: "deletion";
  /** Registers its own resources, as that version has them. */
  readonly deploy: (stage: Stage) => void;
  /** What somebody does past the program just before that version is deployed. */
  readonly byHand?: Partial<Record<Version, (store: Store) => void>>;
}

/** Where a behaviour's resources stand. */
export interface Stage {
  readonly version: Version;
  readonly isWrong: boolean;
  /** Once there was a first version. */
  readonly isLater: boolean;
  readonly key: string;
  readonly subscription: string;
  readonly location: string;
  /** A resource group that is there. */
  readonly resourceGroupName: string;
  /** Creates in another firm's subscription, where a group of the same name is there. */
  readonly elsewhere: ProviderResource;
  /** Pulumi's name of a resource. */
  readonly named: (part: string) => string;
  /** Id of something in the group. */
  readonly id: (path: string) => string;
}

export const subscription = "6f1d2c3b-0000-4000-8000-000000000001";
export const otherSubscription = "6f1d2c3b-0000-4000-8000-000000000002";
export const groupName = "rg";
export const groupId = `/subscriptions/${subscription}/resourceGroups/${groupName}`;
export const location = "francecentral";

/** The key of the behaviour a resource belongs to, by its URN. */
export function keyOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2).split(".")[0] ?? "";
}
