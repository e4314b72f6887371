import { keptFeatures } from "./allowed-features";
import { reasonForbidden } from "./forbidden-features";
import type { MachineRole } from "./machine-role";
import type { Phrase } from "./phrase";
import type { ForbiddenService, ServiceKind } from "./services";
import { shareReasons } from "./shares";

/** In the form that machine configuration wants of a reason's code: three words with colons. */
export type FindingCode =
  | `slim:feature:${"missing" | "forbidden" | "unexpected"}`
  | "slim:service:stopped"
  | "slim:service:spooler"
  | `slim:service:${ServiceKind}`
  | `slim:share:${keyof typeof shareReasons}`;

/** One difference between a machine and what it should be. */
export interface Finding {
  readonly code: FindingCode;
  /** Name of the feature, service or share, as Windows has it. */
  readonly subject: string;
  readonly phrase: Phrase;
}

/** What people call a machine. */
export const roleNames: Readonly<Record<MachineRole, Phrase>> = {
  host: { fr: "l'hôte Hyper-V", en: "the Hyper-V host" },
  controller: { fr: "le contrôleur de domaine", en: "the domain controller" },
  print: { fr: "la machine d'impression", en: "the print machine" },
  server: { fr: "le serveur du cabinet", en: "the office's server" },
};

export function missingFeature(subject: string, role: MachineRole): Finding {
  const { fr, en } = roleNames[role];
  return {
    code: "slim:feature:missing",
    subject,
    phrase: {
      fr: `${subject} manque : ${fr} est là pour ce rôle.`,
      en: `${subject} is missing: ${en} is there for this role.`,
    },
  };
}

/** A feature that a machine has and must not have. */
export function strayFeature(subject: string, role: MachineRole): Finding {
  const reason = reasonForbidden(subject);
  if (reason !== undefined)
    return {
      code: "slim:feature:forbidden",
      subject,
      phrase: {
        fr: `${subject} est interdit : ${reason.fr}.`,
        en: `${subject} is forbidden: ${reason.en}.`,
      },
    };
  const { fr, en } = roleNames[role];
  const kept = keptFeatures(role).join(", ");
  return {
    code: "slim:feature:unexpected",
    subject,
    phrase: {
      fr: `${subject} n'est pas dans la liste autorisée : ${fr} garde ${kept}, et leurs outils.`,
      en: `${subject} is not on the allow list: ${en} keeps ${kept}, and their tools.`,
    },
  };
}

export function stoppedService(subject: string, reason: Phrase): Finding {
  return {
    code: "slim:service:stopped",
    subject,
    phrase: {
      fr: `Le service ${subject} ne tourne pas : il assure ${reason.fr}.`,
      en: `The service ${subject} is not running: it provides ${reason.en}.`,
    },
  };
}

export function spoolerOn(): Finding {
  return {
    code: "slim:service:spooler",
    subject: "Spooler",
    phrase: {
      fr: "Le spouleur d'impression n'est pas désactivé sur le contrôleur de domaine : ses failles, telle PrintNightmare, livrent tout le domaine.",
      en: "The print spooler is not disabled on the domain controller: its flaws, such as PrintNightmare, give away the whole domain.",
    },
  };
}

export function strayService(subject: string, { kind, reason }: ForbiddenService): Finding {
  return {
    code: `slim:service:${kind}`,
    subject,
    phrase: {
      fr: `Le service ${subject} est à retirer : ${reason.fr}.`,
      en: `The service ${subject} is to be removed: ${reason.en}.`,
    },
  };
}

export function strayShare(subject: string, kind: keyof typeof shareReasons): Finding {
  const reason = shareReasons[kind];
  return {
    code: `slim:share:${kind}`,
    subject,
    phrase: {
      fr: `Le partage ${subject} est à retirer : ${reason.fr}.`,
      en: `The share ${subject} is to be removed: ${reason.en}.`,
    },
  };
}
