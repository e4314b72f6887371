import type { Difference } from "../cost/difference";
import type { Estimate } from "../cost/estimate";
import type { PriceList } from "../cost/price-list";
import type { Usage } from "../cost/usage";
import type { Firm } from "../firm/firm";
import type { RegisteredResource } from "../resources/registered";
import type { Assumption } from "./assumptions";

/** What a month costs as one set of files, one state or one document has it. */
export interface BillSide {
  /** Where the resources are from: `the files`, `HEAD~1`, `deployed`, `before.json`. */
  readonly source: string;
  /** The firm whose people, hours and data decide the use; undefined for a platform and for other programs. */
  readonly firm: Firm | undefined;
  readonly resources: readonly RegisteredResource[];
  /** What the usage file says, and below it what is assumed. */
  readonly usage: Usage;
  /** Every figure of the use that neither the resources nor a usage file tell. */
  readonly assumptions: readonly Assumption[];
  readonly estimate: Estimate;
}

/** The bill of a stack, and what it is compared with. */
export interface Bill {
  /** `prod.dupont`; the file's name for other programs. */
  readonly stack: string;
  /** Undefined when nothing is compared. */
  readonly before: BillSide | undefined;
  /** What the files say, changes of `--set` included. */
  readonly after: BillSide;
  /** Undefined when nothing is compared. */
  readonly difference: Difference | undefined;
  readonly prices: PriceList;
  /** Whose calendar counts: its mean month is billed. */
  readonly year: number;
  /** What the reader should know, such as neighbours that cannot be read. */
  readonly warnings: readonly string[];
}
