import { ArmError } from "../arm/error";
import type { Call } from "../faults/decide";
import { met } from "../faults/decide";
import type { FaultPlan, FaultRule } from "../faults/plan";
import type { Store } from "../store/store";
import type { Backend } from "./backend";
import type { Done } from "./recorded";
import { recorded } from "./recorded";
import type { Waiting } from "./waiting";

/** A call with the id of what it is about; empty when only the work tells it. */
export interface IdentifiedCall extends Call {
  readonly id: string;
}

/**
 * Does a call's work as one transaction, writes it down, and lets go wrong what the plan says.
 *
 * @param work told whether to leave its result half made.
 */
export async function withFaults<T>(
  { store, faults: plan }: Pick<Backend, "store" | "faults">,
  waiting: Waiting,
  call: IdentifiedCall,
  work: (isHalfMade: boolean) => Done<T>,
): Promise<T> {
  const { operation, token, id } = call;
  const event = { operation, token, id };
  if (plan === undefined) return recorded(store, event, () => work(false));
  const meet = <F extends FaultRule["fault"]>(fault: F) =>
    store.transaction(() => met(plan, store.faults, call, fault));

  for (const { rule, fraction } of meet("latency")) {
    const [least, most] =
      typeof rule.seconds === "number" ? [rule.seconds, rule.seconds] : rule.seconds;
    await waiting.wait(least + fraction * (most - least));
  }
  await tryAgain(store, plan, waiting, call);
  const deaths = meet("death").map(({ rule }) => rule.moment);
  if (deaths.includes("before")) die();
  const isConflict = meet("conflict").length > 0;
  const isHalfMade = meet("halfMade").length > 0;
  const lag = Math.max(0, ...meet("lag").map(({ rule }) => rule.seconds));
  const result = recorded(store, event, () => {
    if (isConflict) throw conflict();
    const former = id === "" ? undefined : store.resources.get(id);
    const done = work(isHalfMade);
    if (lag > 0) store.faults.keepFormer(done[0], former, Date.now() + lag * 1000);
    return done;
  });
  if (deaths.includes("after")) die();
  return result;
}

/** Waits out what Azure puts off, as the genuine provider does, up to a budget. */
async function tryAgain(
  store: Store,
  plan: FaultPlan,
  waiting: Waiting,
  call: IdentifiedCall,
): Promise<void> {
  const { operation, token, id } = call;
  for (let waited = 0; ;) {
    const [putOff] = store.transaction(() => [
      ...met(plan, store.faults, call, "throttled"),
      ...met(plan, store.faults, call, "unavailable"),
    ]);
    if (putOff === undefined) return;
    const error = putOffAnswer(putOff.rule);
    waited += putOff.rule.retryAfterSeconds;
    const isOver = waited > plan.retryBudgetSeconds;
    const outcome = isOver ? error.message : `tried again: ${error.message}`;
    store.events.add({ operation, token, id, outcome });
    if (isOver) throw error;
    await waiting.wait(putOff.rule.retryAfterSeconds);
  }
}

function putOffAnswer(rule: Extract<FaultRule, { fault: "throttled" | "unavailable" }>): ArmError {
  switch (rule.fault) {
    case "throttled":
      // https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
      return new ArmError(
        429,
        "TooManyRequests",
        `The request is being throttled. Please try again after '${rule.retryAfterSeconds}' seconds.`,
      );
    case "unavailable":
      return new ArmError(
        rule.status,
        rule.status === 504 ? "GatewayTimeout" : "ServerError",
        "The service could not serve the request. Please try again later.",
      );
  }
}

function conflict(): ArmError {
  return new ArmError(
    409,
    "AnotherOperationInProgress",
    "Another operation on this or dependent resource is in progress.",
  );
}

/** As if the machine had failed: nothing more is done, nobody is told. */
function die(): void {
  process.kill(process.pid, "SIGKILL");
}
