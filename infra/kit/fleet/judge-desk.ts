import type { Firm } from "../../firm/firm";
import type { Phrase } from "../../slim-server/phrase";
import { deskPrograms, type DeskClient } from "../desk/desk-programs";
import type { Desk } from "./desk";

export interface DeskVerdict {
  readonly desk: Desk;
  /** Why it does not pass; none for a desk that does. */
  readonly reasons: readonly Phrase[];
  /** What is to be done or known, and decides nothing. */
  readonly notes: readonly Phrase[];
}

/**
 * Whether a desk is fit for hosted work. Its memory decides, for many windows at once take memory, and whether its
 * Windows and clients can carry a session at all; disk and processor never do: their work is done in Azure.
 */
export function judgeDesk(desk: Desk, firm: Pick<Firm, "sessions" | "desks">): DeskVerdict {
  const [session, thinprint] = deskPrograms(firm);
  return {
    desk,
    reasons: [
      ...memoryReasons(desk, firm.desks.memoryGiB),
      ...systemReasons(desk),
      ...(session === undefined ? [] : versionReasons(desk.client, session)),
      ...(thinprint === undefined ? [] : versionReasons(desk.thinprint, thinprint)),
    ],
    notes: [
      ...(session === undefined ? [] : missingNotes(desk.client, session)),
      ...(thinprint === undefined ? [] : missingNotes(desk.thinprint, thinprint)),
      ...screenNotes(desk, firm.desks.screens),
      ...scannerNotes(desk, firm.sessions.scanning),
      ...oldSystemNotes(desk),
    ],
  };
}

function memoryReasons({ memoryGiB }: Desk, least: number): readonly Phrase[] {
  if (memoryGiB === undefined)
    return [
      {
        fr: `mémoire inconnue, il faut ${least} Go`,
        en: `memory not known, ${least} GB are needed`,
      },
    ];
  return memoryGiB >= least
    ? []
    : [
        {
          fr: `${memoryGiB} Go de mémoire, il en faut ${least} : de nombreuses fenêtres à la fois en demandent`,
          en: `${memoryGiB} GB of memory, ${least} are needed: many windows at once take it`,
        },
      ];
}

/** Neither Windows App nor a Citrix Workspace of today runs on them: https://learn.microsoft.com/windows-app/get-started-connect-devices-desktops-apps */
const unable = /\bwindows\s*(xp|vista|7|8(\.1)?)\b/i;

function systemReasons({ system }: Desk): readonly Phrase[] {
  return unable.test(system)
    ? [
        {
          fr: `${system} : le client de session n'y fonctionne plus`,
          en: `${system}: the session's client does not run on it any more`,
        },
      ]
    : [];
}

/** Windows 10 ended on 14 October 2025: https://learn.microsoft.com/lifecycle/products/windows-10-home-and-pro */
function oldSystemNotes({ system }: Desk): readonly Phrase[] {
  return /\bwindows\s*10\b/i.test(system)
    ? [
        {
          fr: "Windows 10 n'est plus corrigé depuis le 14 octobre 2025",
          en: "Windows 10 has had no fixes since 14 October 2025",
        },
      ]
    : [];
}

/** A client that is there and too old; one that is not there yet is installed. */
function versionReasons(met: string | undefined, { name, version }: DeskClient): readonly Phrase[] {
  if (met === undefined || met === "" || version === undefined) return [];
  return isOlder(met, version)
    ? [
        {
          fr: `${name} ${met}, il faut ${version}`,
          en: `${name} ${met}, ${version} is needed`,
        },
      ]
    : [];
}

function missingNotes(met: string | undefined, { name }: DeskClient): readonly Phrase[] {
  return met === ""
    ? [
        {
          fr: `${name} est à installer (poste/installer.ps1)`,
          en: `${name} is to be installed (poste/installer.ps1)`,
        },
      ]
    : [];
}

function screenNotes({ screens }: Desk, wanted: number): readonly Phrase[] {
  return screens !== undefined && screens < wanted
    ? [
        {
          fr: `${screens} écran(s), la session peut en couvrir ${wanted}`,
          en: `${screens} screen(s), a session may span ${wanted}`,
        },
      ]
    : [];
}

function scannerNotes(
  { scanner, twain }: Desk,
  scanning: Firm["sessions"]["scanning"],
): readonly Phrase[] {
  return scanning === "twain" && scanner !== "" && twain === false
    ? [
        {
          fr: `${scanner} : installer son pilote TWAIN sur le poste`,
          en: `${scanner}: install its TWAIN driver on the desk`,
        },
      ]
    : [];
}

/** Whether one version of dots and numbers is lower; what is no number counts as 0. */
function isOlder(met: string, wanted: string): boolean {
  const [own, least] = [numbersOf(met), numbersOf(wanted)];
  for (let index = 0; index < Math.max(own.length, least.length); index += 1) {
    const difference = (own[index] ?? 0) - (least[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function numbersOf(version: string): readonly number[] {
  return version.split(".").map((part) => Number.parseInt(part, 10) || 0);
}
