import { formatFault, type Fault } from "../document/fault";
import { Failure } from "../engine/failure";

/** Everything that is wrong in the files a command read, all at once. */
export class InputFaults extends Failure {
  constructor(readonly faults: readonly Fault[]) {
    super("input", faults.map(formatFault).join("\n"));
    this.name = "InputFaults";
  }

  get lines(): readonly string[] {
    return this.faults.map(formatFault);
  }
}
