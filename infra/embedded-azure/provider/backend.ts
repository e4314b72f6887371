import type { Provider } from "../packages/provider";
import type { Store } from "../store/store";

/** A provider and the store it works on. */
export interface Backend {
  readonly provider: Provider;
  readonly store: Store;
}
