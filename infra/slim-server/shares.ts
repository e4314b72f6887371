import type { MachineRole } from "./machine-role";
import type { Phrase } from "./phrase";

/** Shares that Windows makes itself; a regular expression for the whole name, as in `forbiddenServices`. */
export const systemShares: readonly {
  readonly pattern: string;
  readonly roles: readonly MachineRole[];
}[] = [
  { pattern: "ADMIN\\$|IPC\\$|[A-Z]\\$", roles: ["host", "controller", "print", "server"] },
  { pattern: "SYSVOL|NETLOGON", roles: ["controller", "server"] },
  { pattern: "print\\$", roles: ["print", "server"] },
];

/** Names under which production suites share their programs and files in French firms. */
export const productionShares =
  "(Qappli|Quadra|RACDATA|Cegid|ACD|ISuite|i-?Suite|Sage|Coala|Agiris|Isa(compta|paye|gi)?|Ibiza|Compta|Paie|Dossiers?|Clients?|GED)[\\w .-]*\\$?";

export const shareReasons = {
  production: {
    fr: "un partage de production, alors que les dossiers sont dans Azure et qu'une seconde copie diverge",
    en: "a production share, while client files are in Azure and a second copy comes to differ",
  },
  user: {
    fr: "un partage d'utilisateurs, qui n'est ni sauvegardé ni protégé",
    en: "a share of users, which is neither backed up nor protected",
  },
} as const satisfies Record<string, Phrase>;
