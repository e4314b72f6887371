import type { PropertyObject } from "../values/property";

/** What the program set for one provider instance; two instances may name two subscriptions. */
export interface Settings {
  readonly subscriptionId: string;
  /** Default of every `location`. */
  readonly location: string | undefined;
}

/** What the engine wants done about names the program leaves out. */
export type Autonaming =
  { readonly mode: "propose" | "enforce"; readonly name: string } | { readonly mode: "disable" };

/** Asks whether inputs will do. */
export interface CheckRequest {
  readonly token: string;
  /** Name of the resource in the program. */
  readonly name: string;
  readonly olds: PropertyObject;
  readonly news: PropertyObject;
  /** The engine's source of randomness: the same seed must give the same name. */
  readonly seed: Uint8Array;
  readonly autonaming: Autonaming | undefined;
}

/** An input that will not do. */
export interface Failure {
  readonly property: string;
  readonly reason: string;
}

/** The inputs completed, and what is wrong with them. */
export interface CheckAnswer {
  readonly inputs: PropertyObject;
  readonly failures: readonly Failure[];
  /** What the engine should show though it does not stop anything yet. */
  readonly warnings: readonly string[];
}

/** Asks what a change of inputs comes to. */
export interface DiffRequest {
  readonly token: string;
  readonly id: string;
  readonly oldInputs: PropertyObject;
  readonly oldOutputs: PropertyObject;
  readonly news: PropertyObject;
  readonly ignoreChanges: readonly string[];
}

/** What happens to one property. */
export interface Change {
  readonly kind: "add" | "delete" | "update";
  /** Whether the resource has to be made anew for it. */
  readonly replaces: boolean;
}

/** What a change of inputs comes to. */
export interface DiffAnswer {
  /** By path, e.g. `ipConfigurations[0].subnet.id`. */
  readonly changes: ReadonlyMap<string, Change>;
  readonly deleteBeforeReplace: boolean;
}

/** Asks for a new resource. */
export interface CreateRequest {
  readonly token: string;
  readonly inputs: PropertyObject;
  /** Only say what would come out. */
  readonly preview: boolean;
}

/** A resource as its provider sees it; the id is empty as long as it is not known. */
export interface ResourceState {
  readonly id: string;
  readonly outputs: PropertyObject;
}

/** Asks for the state a resource really is in. */
export interface ReadRequest {
  readonly token: string;
  readonly id: string;
  /** Absent when a resource is read for the first time, to import it. */
  readonly oldInputs: PropertyObject | undefined;
  readonly oldOutputs: PropertyObject;
}

/** The state a resource really is in, and the inputs that would give it. */
export interface ReadAnswer extends ResourceState {
  readonly inputs: PropertyObject;
}

/** Asks for a change in place. */
export interface UpdateRequest extends DiffRequest {
  /** Only say what would come out. */
  readonly preview: boolean;
}

/** Asks for a resource to go away. */
export interface DeleteRequest {
  readonly token: string;
  readonly id: string;
  readonly inputs: PropertyObject;
}

/**
 * What a Pulumi provider does, without the wire. All but `check` and `diff` run within a transaction
 * of the store.
 *
 * @throws {Refusal} with a message for the user, when a request cannot be met.
 */
export interface Provider {
  check(request: CheckRequest, settings: Settings): CheckAnswer;
  diff(request: DiffRequest, settings: Settings): DiffAnswer;
  create(request: CreateRequest, settings: Settings): ResourceState;
  /** Undefined when the resource is no more. */
  read(request: ReadRequest, settings: Settings): ReadAnswer | undefined;
  update(request: UpdateRequest, settings: Settings): PropertyObject;
  /** What will be refused of an update that is previewed. */
  foresee?(request: UpdateRequest, settings: Settings): readonly string[];
  delete(request: DeleteRequest, settings: Settings): void;
  invoke(token: string, given: PropertyObject, settings: Settings): PropertyObject;
}
