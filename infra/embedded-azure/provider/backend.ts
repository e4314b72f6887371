import type { Provider } from "../packages/provider";
import type { FaultPlan } from "../faults/plan";
import type { Store } from "../store/store";

/** A provider, the store it works on, and what is to go wrong. */
export interface Backend {
  readonly provider: Provider;
  readonly store: Store;
  readonly faults: FaultPlan | undefined;
}
