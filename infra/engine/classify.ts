import { commandFor } from "./command-for";
import { Failure } from "./failure";
import type { EngineFailed } from "./pulumi-command";
import type { StackAccess } from "./state";

interface Sign {
  readonly pattern: RegExp;
  readonly failure: (
    match: RegExpExecArray,
    stack: string,
    /** {@link commandFor} the Azure that was meant. */
    run: (command: string) => string,
  ) => Failure;
}

/** Azure's words when a template refers to a secret that nobody has put into the vault. */
const missingSecret =
  /KeyVaultParameterReferenceSecretRetrieveFailed[^\n]*?\(name\/id\) ([\w-]+) was not found/;

/**
 * What the engine's words mean for the one who must act. The exit code alone does not tell: most
 * failures are 1 (pkg/cmd/pulumi/cmd/exit_codes.go of pulumi 3.259.0).
 */
const signs: readonly Sign[] = [
  {
    // A firm reads its platform's outputs, an office both's; the engine calls a stack it cannot find unknown.
    pattern:
      /unknown stack "?organization\/cabinet\/([a-z0-9-]+(?:\.[a-z0-9-]+)*)"?|Required output '\w+' does not exist on stack 'organization\/cabinet\/([a-z0-9.-]+)'/,
    failure: (match, stack, run) => {
      const needed = match[1] ?? match[2] ?? "the platform";
      return new Failure(
        "missing",
        `${stack} needs its ${needed.includes(".") ? "firm" : "platform"} ${needed}, which is not deployed`,
        `deploy it first: ${run(`up ${needed}`)}`,
      );
    },
  },
  {
    // What the program's own gates refuse, infra/stacks/gates.ts.
    pattern: /(\S+ cannot (?:go live|have data\.redundancy \w+): [^;\n]+); ([^\n]+)/,
    failure: (match) => new Failure("refused", match[1] ?? "", match[2]),
  },
  {
    // The words of azuread's getUser.
    pattern: /User with UPN "([^"]+)" was not found/,
    failure: (match) =>
      new Failure(
        "missing",
        `there is no account ${match[1] ?? ""} in the tenant`,
        "make the account, or correct people.supervisor or the request in infra/people",
      ),
  },
  {
    pattern: /no stack named '([^']+)' found/,
    failure: (_, stack, run) =>
      new Failure(
        "missing",
        `there is no stack ${stack}`,
        `deploy it first: ${run(`up ${stack}`)}`,
      ),
  },
  {
    pattern: /the stack is currently locked by (\d+) lock\(s\)[^]*?created by ([^\n]+)/,
    failure: (match, stack) =>
      new Failure(
        "locked",
        `${stack} is being changed by somebody else: ${match[2]?.trim() ?? "unknown"}`,
        "wait until that is over; if its machine is gone for good, run `pulumi cancel`",
      ),
  },
  {
    pattern: /\[409\] Conflict: Another update is currently in progress/,
    failure: (_, stack) =>
      new Failure(
        "locked",
        `${stack} is being changed by somebody else`,
        "wait until that is over",
      ),
  },
  {
    pattern: missingSecret,
    failure: ({ input }, stack, run) => {
      const found = [...input.matchAll(new RegExp(missingSecret, "g"))];
      const names = [...new Set(found.map(([, name = ""]) => name))];
      return new Failure(
        "missing",
        `the key vault of ${stack} lacks what its hosts need: ${names.join(", ")}`,
        `put it there and deploy again: ${names.map((name) => `${run(`secret ${stack} ${name}`)} < file`).join("; ")}`,
      );
    },
  },
  {
    pattern:
      /ParentResourceNotFound[^\n]*?'([^']*\/Microsoft\.HybridCompute\/machines\/([^'/]+))'[^\n]*could not be found/,
    failure: (match, stack) =>
      new Failure(
        "failed",
        `${match[2] ?? ""} is not onboarded to Azure Arc, and ${stack} has its id`,
        `run the kit's 50-arc.ps1 on it (on the embedded Azure: cabinet azure onboard ${match[1] ?? ""} --embedded), or take the id out of arc.machines until then; and deploy again`,
      ),
  },
  {
    pattern:
      /(AADSTS\d+[^\n]*|AuthorizationFailed[^\n]*|Please run 'az login'[^\n]*|DefaultAzureCredential[^\n]*|could not authenticate[^\n]*|no Azure credentials[^\n]*)/i,
    failure: (match) =>
      new Failure(
        "access",
        `Azure refuses access: ${match[1] ?? ""}`,
        "check the login (az login or ARM_*) and its rights on the subscription",
      ),
  },
  {
    // Azure's words: tests/embedded-azure/arm/soft-delete.test.ts has their sources.
    pattern:
      /A vault with the same name already exists in deleted state|VaultAlreadyExists[^\n]*recently deleted/,
    failure: (_, stack, run) =>
      new Failure(
        "failed",
        `the key vault of ${stack} was destroyed, and Azure keeps it and its name for 90 days`,
        `with its keys and secrets: az keyvault recover --name <vault> (on the embedded Azure: cabinet azure recover deletedVaults/<vault> --embedded), then ${run(`up ${firmOf(stack)} --adopt`)}; without them: write keyVault: 2, or the next number, into its file`,
      ),
  },
  {
    pattern: /is locked for ever(?:[^\n]*? expires on (\d{4}-\d{2}-\d{2}))?/,
    failure: (match, stack) =>
      new Failure(
        "failed",
        `the vault of ${stack} is locked for ever: Azure keeps its copies${match[1] === undefined ? " until the last has had its time" : ` until ${match[1]}`}, and bills them`,
        "everything else is gone: run the same again when they are; until then the stack goes on knowing the vault",
      ),
  },
  {
    // Its code is not documented; what it is about is.
    pattern: /recovery points that have not expired|immutable ?vault/i,
    failure: (_, stack, run) =>
      new Failure(
        "failed",
        `the backups of ${stack} are immutable: nobody deletes them as long as the firm stays`,
        `write stage: leaving into the firm's file, and ${run(`up ${firmOf(stack)}`)}; then destroy it`,
      ),
  },
  {
    pattern: /cannot create already existing resource '([^']+)'/,
    failure: (match, stack, run) =>
      new Failure(
        "failed",
        `Azure has ${match[1] ?? ""} already, and ${stack} does not know of it`,
        `if it is the firm's own, e.g. was recovered: ${run(`up ${firmOf(stack)} --adopt`)}`,
      ),
  },
  {
    pattern: /backup items in soft deleted state in the vault(?:[^\n]* until (\d{4}-\d{2}-\d{2}))?/,
    failure: (match, stack) =>
      new Failure(
        "failed",
        `Azure keeps the deleted backups of ${stack}${match[1] === undefined ? " for 14 days or more" : ` until ${match[1]}`}, and their vault as long`,
        "everything else is gone: run the same again when they are; until then the stack goes on knowing the vault",
      ),
  },
  {
    pattern: /\b(update|preview|refresh|destroy) cancell?ed\b/,
    failure: (_, stack) => cancelled(stack),
  },
  {
    pattern: /incorrect passphrase/,
    failure: (_, stack) =>
      new Failure(
        "access",
        `the passphrase does not open the secrets of ${stack}`,
        "set PULUMI_CONFIG_PASSPHRASE to the one the stack was made with",
      ),
  },
];

/** Turns the engine's failure into one that says what to do; `diagnostics` are its error messages. */
export function classify(
  failed: EngineFailed,
  { stack, azure }: Pick<StackAccess, "stack" | "azure">,
  diagnostics: readonly string[],
): Failure {
  const { exitCode, stderr, stdout } = failed.run;
  const words = [...diagnostics, stderr, stdout].join("\n");
  const run = (command: string) => commandFor({ azure }, command);
  for (const { pattern, failure } of signs) {
    const match = pattern.exec(words);
    if (match !== null) return failure(match, stack, run);
  }
  switch (exitCode) {
    case 3:
      return new Failure("access", `no access to the state of ${stack}: ${lastLines(words)}`);
    case 6:
      return new Failure(
        "missing",
        `there is no stack ${stack}`,
        `deploy it first: ${run(`up ${stack}`)}`,
      );
    case 7:
      return new Failure("changes", `${stack} has changes, and none were allowed`);
    case 8:
      return cancelled(stack);
    default:
      return new Failure(
        "failed",
        diagnostics.length > 0 ? diagnostics.join("\n") : lastLines(words),
      );
  }
}

/** How operators call the stack of a firm. */
function firmOf(stack: string): string {
  return stack.slice(stack.indexOf(".") + 1);
}

function cancelled(stack: string): Failure {
  return new Failure(
    "cancelled",
    `cancelled; what was begun on ${stack} is finished`,
    "run it again to go on",
  );
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-12).join("\n");
}
