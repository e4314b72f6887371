import type { GuardrailId } from "../../../infra/rules/ids";
import type { Case } from "../../../infra/rules/judge";
import type { Resources } from "./change";

/** A sample firm or the platform, changed so that a guardrail no longer holds, or still does. */
export interface GuardrailCase {
  readonly rule: GuardrailId;
  readonly what: string;
  /** A sample firm's key, an office's, `prod` for the platform, `hub` for one with every switch on. @default dupont */
  readonly of?: "prod" | "hub" | "petit" | "dupont" | "moreau" | "rousseau" | "moreau.voiron";
  /** @default as it is */
  readonly change?: (resources: Resources) => Resources;
  readonly circumstances?: Partial<Case["circumstances"]>;
  /**
   * `resource: what was met`, for each breach of this guardrail; none where it holds. No other guardrail may be broken,
   * save those in `also`.
   */
  readonly met: readonly string[];
  readonly also?: readonly GuardrailId[];
}
