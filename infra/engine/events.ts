import type { EngineEvent, OpType, StepEventMetadata } from "@pulumi/pulumi/automation";

/** What happens, or would happen, to one resource. */
export interface ResourceChange {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly op: OpType;
  readonly properties: readonly PropertyChange[];
}

export interface PropertyChange {
  /** Path of the input, `sku.name`, `rules[2].priority`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Whether this property forces the replacement. */
  readonly replaces: boolean;
}

/** Ops that leave Azure as it is. */
const quietOps: ReadonlySet<OpType> = new Set<OpType>(["same", "read", "refresh"]);

/** Ops that only stand for half of another one. */
const halfOps: ReadonlySet<OpType> = new Set<OpType>([
  "create-replacement",
  "delete-replaced",
  "discard-replaced",
  "remove-pending-replace",
]);

export interface ExistingResource {
  readonly urn: string;
  readonly id: string;
}

/** The words of azure-native and of azuread for a resource that is there already. */
const existing =
  /cannot create already existing resource '([^']+)'|resource with the ID "([^"]+)" already exists|existing "azuread_\w+" with name "[^"]*" \(ID: "([^"]+)"\) was found/;

/** What gRPC and the providers say when the provider died or Azure did not answer. */
const noAnswer =
  /transport is closing|error reading from server|\bEOF\b|connection (refused|reset|closed)|Unavailable|deadline|timed? ?out|cancell?ed/i;

/** Gathers the engine's events of one operation. */
export class OperationEvents {
  readonly changes: ResourceChange[] = [];
  readonly errors: string[] = [];
  readonly warnings: string[] = [];
  /** What Azure says is there already, with the id it names. */
  readonly alreadyThere: ExistingResource[] = [];
  counts: Readonly<Record<string, number>> = {};
  /** The stack's outputs; secrets are masked by the engine. */
  outputs: Readonly<Record<string, unknown>> = {};

  private readonly refreshing = new Set<string>();
  private readonly failedCreates = new Set<string>();
  /** Creations that Azure has refused in so many words. */
  private readonly refused = new Set<string>();

  constructor(
    private readonly onChange: (change: ResourceChange) => void = () => {},
    private readonly onWarning: (warning: string) => void = () => {},
  ) {}

  readonly listen = (event: EngineEvent): void => {
    if (event.diagnosticEvent !== undefined) this.addDiagnostic(event.diagnosticEvent);
    if (event.summaryEvent !== undefined) {
      this.counts = Object.fromEntries(
        Object.entries(event.summaryEvent.resourceChanges).filter(
          ([, count]) => count !== undefined,
        ),
      );
    }
    if (event.resourcePreEvent !== undefined) this.addChange(event.resourcePreEvent.metadata);
    if (event.resOutputsEvent !== undefined) this.addOutputs(event.resOutputsEvent.metadata);
    if (event.resOpFailedEvent !== undefined) {
      const { op, urn } = event.resOpFailedEvent.metadata;
      if (op === "create" || op === "create-replacement") this.failedCreates.add(urn);
    }
  };

  /** URNs whose creation ended without a clear answer from Azure: they may exist. */
  get uncertain(): readonly string[] {
    return [...this.failedCreates].filter((urn) => !this.refused.has(urn));
  }

  private addDiagnostic(diagnostic: NonNullable<EngineEvent["diagnosticEvent"]>): void {
    const text = plain(diagnostic.message);
    if (text === "" || diagnostic.ephemeral === true) return;
    // The engine repeats for the stack what it said for the resource.
    if (diagnostic.severity === "error" && !/^(update|preview) failed$/.test(text)) {
      this.errors.push(withResource(diagnostic.urn, text));
      if (diagnostic.urn !== undefined) this.judge(diagnostic.urn, text);
    }
    if (diagnostic.severity === "warning") this.addWarning(withResource(diagnostic.urn, text));
  }

  private addWarning(warning: string): void {
    if (this.warnings.includes(warning)) return;
    this.warnings.push(warning);
    this.onWarning(warning);
  }

  private judge(urn: string, text: string): void {
    if (!noAnswer.test(text)) this.refused.add(urn);
    const id = existing
      .exec(text)
      ?.slice(1)
      .find((part) => part !== undefined);
    if (id !== undefined) this.alreadyThere.push({ urn, id });
  }

  private addChange(step: StepEventMetadata): void {
    if (step.op === "refresh") this.refreshing.add(step.urn);
    if (quietOps.has(step.op) || halfOps.has(step.op)) return;
    this.add(changeOf(step));
  }

  private addOutputs(step: StepEventMetadata): void {
    if (step.type === "pulumi:pulumi:Stack") this.outputs = step.new?.outputs ?? this.outputs;
    // What a refresh found is known only when Azure has answered.
    if (this.refreshing.delete(step.urn) && (step.op === "update" || step.op === "delete")) {
      this.add(changeOf(step));
    }
  }

  private add(change: ResourceChange): void {
    this.changes.push(change);
    this.onChange(change);
  }
}

function changeOf(step: StepEventMetadata): ResourceChange {
  return {
    urn: step.urn,
    type: step.type,
    name: nameOf(step.urn),
    op: step.op,
    properties: propertyChanges(step),
  };
}

/** Logical name: the last part of the URN. */
export function nameOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}

function propertyChanges(step: StepEventMetadata): PropertyChange[] {
  const replaceKeys = new Set(step.keys ?? []);
  return Object.entries(step.detailedDiff ?? {}).map(([path, { diffKind }]) => ({
    path,
    before: valueAt(step.old?.inputs, path) ?? valueAt(step.old?.outputs, path),
    after: valueAt(step.new?.inputs, path) ?? valueAt(step.new?.outputs, path),
    replaces: diffKind.endsWith("-replace") || replaceKeys.has(path),
  }));
}

/** The value at a property path such as `rules[2].priority`. */
export function valueAt(value: unknown, path: string): unknown {
  const keys = [...path.matchAll(/\["([^"]+)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    ([, quoted, index, plainKey]) => quoted ?? index ?? plainKey ?? "",
  );
  return keys.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

function withResource(urn: string | undefined, text: string): string {
  return urn === undefined || urn === "" || nameOf(urn).startsWith("cabinet-")
    ? text
    : `${nameOf(urn)}: ${text}`;
}

/** Without the engine's colour marks, e.g. `<{%reset%}>`. */
function plain(message: string): string {
  return message.replaceAll(/<\{%[^%]*%\}>/g, "").trim();
}
