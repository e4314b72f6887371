import { Refusal } from "../values/refusal";

/** What Azure Resource Manager answers to a request it refuses. */
export class ArmError extends Refusal {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly text: string,
  ) {
    // The form in which azure-native shows ARM's answers.
    super(`Status=${status} Code="${code}" Message="${text}"`);
  }
}
