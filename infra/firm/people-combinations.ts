import type { Fault } from "../document/fault";
import { faultAt } from "../document/source-document";
import type { Combination } from "./combination";

/** Externals, how many of them at once, and what they may start. */
export function peopleFaults({ document, written, firm }: Combination): readonly Fault[] {
  const { externals } = firm.people;
  const { externalsAtOnce } = written.people;
  const { applications } = firm.sessions;
  const faults: Fault[] = [];
  if (externals > 0 && applications.length === 0 && !written.services.includes("quadraConnect"))
    faults.push(
      faultAt(document, ["people", "externals"], {
        allowed:
          "externals together with sessions.applications, because they never have a desktop and would see nothing",
        remedy: String.raw`add sessions.applications: [{ name: Quadra Compta, path: C:\Quadra\Compta.exe }]`,
      }),
    );
  if (externals === 0 && applications.length > 0)
    faults.push(
      faultAt(document, ["sessions", "applications"], {
        allowed:
          "applications together with people.externals, because they are published to externals only: staff find them on their desktop",
        remedy: "remove it, or add people.externals: 25",
      }),
    );
  if (externalsAtOnce !== undefined && externalsAtOnce > externals)
    faults.push(
      faultAt(document, ["people", "externalsAtOnce"], {
        allowed: `at most people.externals, which is ${externals}`,
        remedy:
          externals === 0
            ? "remove it, or add people.externals"
            : `write externalsAtOnce: ${externals}`,
      }),
    );
  return faults;
}
