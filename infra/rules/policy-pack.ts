import { isRecord, toPlainRecord } from "../resources/property-values";
import { UNKNOWN, type RegisteredResource } from "../resources/registered";
import { judge, type Case, type Finding } from "./judge";
import type { Guardrail } from "./model";

/**
 * The part of `@pulumi/policy`, 1.21.0, that a pack of guardrails uses. Its types are written down here, so that
 * nothing but the pack itself needs that package.
 */
export interface Policy {
  readonly name: string;
  readonly description: string;
  readonly displayName: string;
  readonly remediationSteps: string;
  readonly enforcementLevel: "advisory" | "mandatory";
}

export type Report = (message: string, urn?: string) => void;

export interface ResourcePolicy extends Policy {
  readonly validateResource: (args: PolicyResource, report: Report) => void;
}

export interface StackPolicy extends Policy {
  readonly validateStack: (
    args: { readonly resources: readonly StackResource[] },
    report: Report,
  ) => Promise<void>;
}

/** A resource as the engine shows it to a pack before it is made. */
export interface PolicyResource {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly urn: string;
  readonly name: string;
  readonly opts: {
    readonly protect: boolean;
    readonly ignoreChanges: readonly string[];
    readonly parent?: string;
  };
}

/** The same once all are known: what they wait for, and the ids that Azure gave. */
export interface StackResource extends PolicyResource {
  readonly dependencies: readonly { readonly urn: string }[];
}

/** What a pack knows of the stack it judges. */
export interface PackSetting extends Omit<Case, "resources"> {
  /** What the files make the program register, recorded without an engine. */
  readonly recorded: () => Promise<readonly RegisteredResource[]>;
}

/**
 * Guardrails as policies of a pack. What one resource tells is refused before that resource is made. What only all
 * together tell is judged when all are known; in the preview of something new Azure's ids are not, and it is judged
 * by the list that the files give.
 *
 * @param settingOf What the files say of a stack, by its name; undefined for stacks that are not ours.
 */
export function policiesOf(
  guardrails: readonly Guardrail[],
  settingOf: (stack: string) => PackSetting | undefined,
): readonly (ResourcePolicy | StackPolicy)[] {
  return guardrails.map((guardrail) => {
    const policy = policyOf(guardrail);
    switch (guardrail.check.of) {
      case "resource":
        return {
          ...policy,
          validateResource: (args, report) => {
            const setting = settingOf(stackOf(args.urn));
            if (setting === undefined) return;
            const { findings } = judge([guardrail], { ...setting, resources: [registered(args)] });
            for (const finding of findings) report(textOf(finding));
          },
        };
      case "stack":
        return {
          ...policy,
          validateStack: async ({ resources }, report) => {
            const setting = settingOf(stackOf(resources[0]?.urn ?? ""));
            if (setting === undefined) return;
            const shown = resources.map(registeredInStack);
            const known = shown.every(({ custom, id }) => !custom || id !== undefined);
            const { findings } = judge([guardrail], {
              ...setting,
              resources: known ? shown : await setting.recorded(),
            });
            for (const finding of findings) report(textOf(finding), finding.urn);
          },
        };
    }
  });
}

function policyOf({ id, what, why, severity, remedy }: Guardrail): Policy {
  return {
    name: id,
    displayName: what,
    description: `${what}: ${why}`,
    remediationSteps: remedy,
    enforcementLevel: severity === "error" ? "mandatory" : "advisory",
  };
}

function textOf({ resource, met, remedy, expired }: Finding): string {
  const past = expired === undefined ? "" : ", and its exception has ended";
  return `${resource}: ${met}${past}; ${remedy}`;
}

function registered({ type, props, urn, name, opts }: PolicyResource): RegisteredResource {
  const inputs = toPlainRecord(knownValues(props));
  const { id } = inputs;
  return {
    urn,
    type,
    name,
    custom: !type.startsWith("cabinet:") && type !== "pulumi:pulumi:Stack",
    parent: opts.parent === "" ? undefined : opts.parent,
    inputs,
    dependsOn: [],
    protect: opts.protect,
    ignoreChanges: opts.ignoreChanges,
    id: typeof id === "string" && id !== UNKNOWN ? id : undefined,
  };
}

function registeredInStack(resource: StackResource): RegisteredResource {
  return { ...registered(resource), dependsOn: resource.dependencies.map(({ urn }) => urn) };
}

/** In a preview, reading what is not known yet throws. */
function knownValues(parent: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.keys(parent).map((key) => [key, knownValue(() => parent[key])] as const),
  );
}

function knownValue(read: () => unknown): unknown {
  let value: unknown;
  try {
    value = read();
  } catch {
    return UNKNOWN;
  }
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return Array.from({ length: list.length }, (_, place) => knownValue(() => list[place]));
  }
  return isRecord(value) ? knownValues(value) : value;
}

/** `prod.dupont` of `urn:pulumi:prod.dupont::cabinet::…`. */
function stackOf(urn: string): string {
  return /^urn:pulumi:(.+?)::/.exec(urn)?.[1] ?? "";
}
