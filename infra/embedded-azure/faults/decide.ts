import { digest } from "../arm/digest";
import type { Operation } from "../store/events";
import type { FaultLedger } from "../store/fault-ledger";
import type { FaultPlan, FaultRule } from "./plan";

/** One call a provider is about to do. */
export interface Call {
  readonly operation: Operation;
  readonly token: string;
  /** Name of the resource in the program; empty for a function. */
  readonly name: string;
  /** Tells it from all other calls, the same in every run: a URN. */
  readonly key: string;
}

/** A rule a call meets, with a number below 1 that is the same in every run. */
export interface Met<F extends FaultRule["fault"]> {
  readonly rule: Extract<FaultRule, { fault: F }>;
  readonly fraction: number;
}

/** Rules of one kind that a call meets now. Each question counts as one more attempt of the call. */
export function met<F extends FaultRule["fault"]>(
  plan: FaultPlan,
  ledger: FaultLedger,
  call: Call,
  fault: F,
): readonly Met<F>[] {
  return plan.rules.flatMap((rule, index) => {
    if (!isOf(rule, fault) || !concerns(rule, call)) return [];
    const about = `${planKey(plan)} ${index}`;
    const victim = `${call.operation} ${call.key}`;
    const { attempts, meetings } = ledger.attempt(about, victim);
    if ("times" in rule && meetings >= rule.times) return [];
    const fraction = (purpose: string): number =>
      digest(`${plan.seed} ${index} ${victim} ${attempts} ${purpose}`) / 2 ** 48;
    if (fraction("chance") >= rule.chance) return [];
    ledger.meet(about, victim);
    return [{ rule, fraction: fraction("measure") }];
  });
}

function isOf<F extends FaultRule["fault"]>(
  rule: FaultRule,
  fault: F,
): rule is Extract<FaultRule, { fault: F }> {
  return rule.fault === fault;
}

function concerns(rule: FaultRule, { operation, token, name }: Call): boolean {
  return (
    operationsOf(rule).includes(operation) &&
    (rule.type === undefined || isOfType(token, rule.type)) &&
    (rule.name === undefined || rule.name === name)
  );
}

const changes: readonly Operation[] = ["create", "update", "delete"];

function operationsOf(rule: FaultRule): readonly Operation[] {
  switch (rule.fault) {
    case "halfMade":
      return ["create"];
    case "lag":
    case "conflict":
      return rule.on ?? changes;
    case "latency":
    case "throttled":
    case "unavailable":
    case "death":
      return rule.on ?? [...changes, "read", "invoke"];
  }
}

function isOfType(token: string, wanted: string): boolean {
  const short = token.replace(/^azure-native:/, "");
  return [token, short].some((text) => text === wanted || text.startsWith(`${wanted}:`));
}

/** Counts belong to one plan: a changed plan begins anew. */
function planKey(plan: FaultPlan): string {
  return digest(JSON.stringify(plan)).toString(16);
}
