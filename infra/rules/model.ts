import type { CalendarDate } from "../document/calendar-date";
import type { RegisteredResource } from "../resources/registered";
import type { GuardrailId } from "./ids";

/** `error` refuses the deployment, `warning` only speaks. */
export type Severity = "error" | "warning";

/** What must hold for the resources a stack registers. Texts are for engineers: fragments, without a full stop. */
export interface Guardrail {
  readonly id: GuardrailId;
  /** What must hold: `accounts of firms' data are reached through private endpoints only`. */
  readonly what: string;
  /** What goes wrong where it does not. */
  readonly why: string;
  readonly severity: Severity;
  /** Where the demand comes from: a document, a law, an incident. */
  readonly source: string;
  /** What to do: `set publicNetworkAccess to Disabled`. */
  readonly remedy: string;
  readonly check: Check;
}

/**
 * `resource`: each resource of these types tells by itself, so it can be refused before it is made.
 * `stack`: only the resources together tell.
 */
export type Check =
  | {
      readonly of: "resource";
      readonly types: readonly string[];
      /** What was met, one text for each breach; none when it holds. */
      readonly breaches: (
        resource: RegisteredResource,
        circumstances: Circumstances,
      ) => readonly string[];
    }
  | {
      readonly of: "stack";
      readonly breaches: (
        resources: readonly RegisteredResource[],
        circumstances: Circumstances,
      ) => readonly Breach[];
    };

/** What was met, and at which resource; at the stack's own where one is missing. */
export interface Breach {
  readonly resource: RegisteredResource;
  readonly met: string;
}

/** What the resources do not tell about their stack. */
export interface Circumstances {
  readonly kind: "platform" | "firm" | "site";
  /** The stack's own: a GUID in lower case. */
  readonly subscription: string;
  /** The platform's, which a firm's stack may touch where it connects to the hub. */
  readonly platformSubscription: string;
  /** Regions in which data may be. */
  readonly allowedRegions: readonly string[];
  /** By which what is for a time has ended or not. */
  readonly today: CalendarDate;
  /** Whether the firm is on its way out, and its data may go. */
  readonly leaving: boolean;
  /** Groups of machines of Azure Arc that the firm's offices have. */
  readonly arcGroups: readonly {
    /** Azure's id of the group. */
    readonly id: string;
    /** Entra groups, by object id, that may administer what is in it. */
    readonly administrators: readonly string[];
  }[];
}

/** A check of resources of one package's types: `storage:StorageAccount` of azure-native. */
export function eachOf(
  types: readonly string[],
  breaches: (
    resource: RegisteredResource,
    circumstances: Circumstances,
  ) => readonly string[] | string | undefined,
): Check {
  return {
    of: "resource",
    types: types.map((type) => `azure-native:${type}`),
    breaches: (resource, circumstances) => {
      const met = breaches(resource, circumstances);
      if (met === undefined) return [];
      return typeof met === "string" ? [met] : met;
    },
  };
}

/** A check of the resources together. */
export function together(
  breaches: (
    resources: readonly RegisteredResource[],
    circumstances: Circumstances,
  ) => readonly Breach[],
): Check {
  return { of: "stack", breaches };
}
