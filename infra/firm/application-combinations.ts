import type { Fault } from "../document/fault";
import type { Path } from "../document/path";
import { faultAt } from "../document/source-document";
import type { Combination } from "./combination";

/** Applications that nobody could start, or that open more than themselves. */
export function applicationFaults(combination: Combination): readonly Fault[] {
  return [...nameFaults(combination), ...pathFaults(combination), ...argumentFaults(combination)];
}

const of = (index: number, ...path: Path): Path => ["sessions", "applications", index, ...path];

function nameFaults({ document, firm }: Combination): readonly Fault[] {
  const { applications } = firm.sessions;
  return applications.flatMap(({ key, path, arguments: given }, index) => {
    const at = (allowed: string, remedy: string) =>
      faultAt(document, of(index, "name"), { allowed, remedy });
    const twin = applications.findIndex((other) => other.key === key);
    const same = applications.findIndex(
      (other) => other.path.toLowerCase() === path.toLowerCase() && other.arguments === given,
    );
    return [
      ...(key.length < 3
        ? [
            at(
              "a name of at least three letters or digits, because Azure names the application after them",
              "write a longer name",
            ),
          ]
        : []),
      ...(twin < index
        ? [
            at(
              `names that differ in their first 24 letters and digits, both of these become ${key}`,
              "write another name",
            ),
          ]
        : []),
      ...(twin === index && same < index
        ? [
            at(
              `one name for one program, this one is ${applications[same]?.name ?? ""} already`,
              "remove one of the two, or write other arguments",
            ),
          ]
        : []),
    ];
  });
}

/** Programs from which one starts all others: whoever has them has a desktop. */
const shells =
  /\\(cmd|powershell|powershell_ise|pwsh|explorer|mmc|regedit|taskmgr|wscript|cscript|mstsc|control|wt)\.exe$/i;

function pathFaults({ document, firm, written }: Combination): readonly Fault[] {
  const drives = ["C", firm.data.drive];
  const published = [
    ...firm.sessions.applications.map(({ path }, index) => ({ path, place: of(index, "path") })),
    ...(written.quadraConnect === undefined
      ? []
      : [{ path: written.quadraConnect.path, place: ["quadraConnect", "path"] }]),
  ];
  return published.flatMap(({ path, place }) => {
    const at = (allowed: string, remedy: string) => faultAt(document, place, { allowed, remedy });
    const drive = /^([a-z]):/i.exec(path)?.[1]?.toUpperCase();
    return [
      ...(drive !== undefined && !drives.includes(drive)
        ? [
            at(
              `a path on a drive that hosts have: C, or ${firm.data.drive} for client files (data.drive)`,
              "write the path on one of these",
            ),
          ]
        : []),
      ...(shells.test(path)
        ? [
            at(
              "a program for work; from this one, externals would start every other program of the host",
              "publish the program itself",
            ),
          ]
        : []),
      ...(/^[a-z]:\\(users|utilisateurs)\\(?!public\\)/i.test(path)
        ? [
            at(
              "a program that every user of the host finds; this one is in one person's profile",
              String.raw`install it for all users, under C:\Program Files`,
            ),
          ]
        : []),
    ];
  });
}

const secretArgument = /(pass(word|phrase)?|pwd|mdp|motdepasse|token|secret|apikey)\s*[=: ]\s*\S/i;

/** Command lines are read by everybody who may read the stack, and by every process of the host. */
function argumentFaults({ document, firm }: Combination): readonly Fault[] {
  const { applications, printing } = firm.sessions;
  const lines = [
    ...applications.map((one, index) => ({
      text: one.arguments,
      path: of(index, "arguments"),
    })),
    ...(printing.kind === "thinprint"
      ? [{ text: printing.engineSwitches, path: ["sessions", "thinprint", "switches"] }]
      : []),
  ];
  return lines
    .filter(({ text }) => secretArgument.test(text))
    .map(({ path }) =>
      faultAt(document, path, {
        met: "a text that is not shown",
        allowed: "arguments without a password: every process of the host can read them",
        remedy: "remove it and change the password, it is no secret any more",
      }),
    );
}
