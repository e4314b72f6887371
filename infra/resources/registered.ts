/**
 * One resource as the program registers it: the hinge between the program and everything that
 * looks at it (cost, rules, exports). Three readers produce it: the in-process recorder,
 * `pulumi preview --json` and `pulumi stack export`.
 */
export interface RegisteredResource {
  readonly urn: string;
  /** Pulumi type token, e.g. `azure-native:network:Subnet`. */
  readonly type: string;
  /** Logical name: the identity inside the stack. */
  readonly name: string;
  /** False for components and for the stack itself. */
  readonly custom: boolean;
  /** URN of the parent; undefined for the stack's root resource. */
  readonly parent: string | undefined;
  /** Inputs as plain JSON. A value not known yet is {@link UNKNOWN}; a secret is {@link SECRET}. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly dependsOn: readonly string[];
  readonly protect: boolean;
  readonly ignoreChanges: readonly string[];
  /** The resource's id, where the reader knows it. */
  readonly id: string | undefined;
}

/** Stands for a value only a deployment can tell. */
export const UNKNOWN = "<unknown>";

/** Stands for a secret; its content never leaves the engine. */
export const SECRET = "<secret>";
