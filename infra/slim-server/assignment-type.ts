import type { MachineRole } from "./machine-role";

/** How machine configuration puts a package to use; the words are Azure's, which compares them by case. */
export type AssignmentType = "Audit" | "ApplyAndMonitor" | "ApplyAndAutoCorrect";

/**
 * A domain controller is only ever looked at, and so is a host that carries one: setting it right may restart it, and
 * take away what people sign in by. A print machine is set up once and then watched, and set right again only where
 * the firm's file asks for it.
 */
export function assignmentType(
  role: MachineRole,
  correction: "report" | "correct",
): AssignmentType {
  if (role !== "print") return "Audit";
  return correction === "correct" ? "ApplyAndAutoCorrect" : "ApplyAndMonitor";
}
