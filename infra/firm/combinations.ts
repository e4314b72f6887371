import { accessFaults } from "./access-combinations";
import type { Fault } from "../document/fault";
import { exceptionFaults } from "../rules/exception-faults";
import { accountFaults } from "./account-combinations";
import { applicationFaults } from "./application-combinations";
import type { Combination } from "./combination";
import { backupFaults } from "./backup-combinations";
import { dataFaults } from "./data-combinations";
import { licenceFaults } from "./licence-combinations";
import { pastedFaults } from "./pasted-combinations";
import { peopleFaults } from "./people-combinations";
import { reachFaults } from "./reach-combinations";
import { serviceFaults } from "./service-combinations";
import { sessionFaults } from "./session-combinations";
import { siteFaults } from "./site-combinations";
import { workdayFaults } from "./workday-combinations";

/** Keys that are right each for itself and wrong together, each with the reason and what to write instead. */
export function combinationFaults(combination: Combination): readonly Fault[] {
  return [
    ...pastedFaults(combination),
    ...peopleFaults(combination),
    ...accountFaults(combination),
    ...accessFaults(combination),
    ...workdayFaults(combination),
    ...sessionFaults(combination),
    ...applicationFaults(combination),
    ...serviceFaults(combination),
    ...licenceFaults(combination),
    ...dataFaults(combination),
    ...backupFaults(combination),
    ...reachFaults(combination),
    ...siteFaults(combination),
    ...exceptionFaults(combination.document, ["exceptions"], combination.firm.exceptions),
  ];
}
