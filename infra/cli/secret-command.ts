import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { putSecretByHand } from "../embedded-azure/by-hand/secret";
import { Store } from "../embedded-azure/store/store";
import { Refusal, messageOf } from "../embedded-azure/values/refusal";
import { azureTarget } from "../engine/azure-target";
import { commandFor } from "../engine/command-for";
import { Failure } from "../engine/failure";
import { firmVaultId, secretsByHand } from "../stacks/firm-vault";
import { exitCodes } from "./exit-codes";
import { openInputs } from "./inputs";
import type { Terminal } from "./terminal";

export interface SecretOptions {
  readonly embedded?: boolean;
  readonly environment: string;
}

/**
 * Puts a secret that a firm's file names into the firm's key vault. Its value comes on standard
 * input, so that neither a shell's history nor a list of processes shows it.
 */
export function runSecret(
  firmName: string,
  secret: string,
  options: SecretOptions,
  terminal: Terminal,
): number {
  const inputs = openInputs();
  const stack = inputs.resolve(firmName, options.environment);
  const { firm } = inputs.of(stack);
  if (firm === undefined)
    throw new Failure("input", `${stack.text} is no firm, and has no vault`, "name a firm");
  const known = secretsByHand(firm);
  if (!known.includes(secret))
    throw new Failure(
      "input",
      `${firm.key} needs no secret "${secret}"`,
      known.length === 0
        ? "its file names none: nothing has to be put into its vault"
        : `its file names ${known.join(", ")}`,
    );
  const vaultId = firmVaultId(stack.environment, firm);
  const azure = { azure: options.embedded === true ? "embedded" : "live" } as const;
  const value = valueFromInput(`${commandFor(azure, `secret ${firm.key} ${secret}`)} < file`);
  if (options.embedded === true) putEmbedded(vaultId, secret, value);
  else putLive(vaultId, secret, value);
  terminal.done(
    `${secret} is in the vault of ${firm.key}: now run ${commandFor(azure, `up ${firm.key}`)}`,
  );
  return exitCodes.done;
}

/** All of standard input but the end of its last line, which editors and `echo` add. */
function valueFromInput(example: string): string {
  const remedy = `hand it over on standard input: ${example}`;
  if (process.stdin.isTTY) throw new Failure("input", "no secret was handed over", remedy);
  const value = readFileSync(0, "utf8").replace(/\r?\n$/, "");
  if (value === "") throw new Failure("input", "the secret handed over is empty", remedy);
  return value;
}

function putEmbedded(vaultId: string, name: string, value: string): void {
  const { azureStore } = azureTarget("embedded");
  if (!existsSync(azureStore)) throw noVault(vaultId);
  const store = Store.open(azureStore);
  try {
    putSecretByHand(store, vaultId, name, value);
  } catch (error) {
    if (error instanceof Refusal && store.resources.get(vaultId) === undefined)
      throw noVault(vaultId);
    throw error instanceof Refusal ? new Failure("input", messageOf(error)) : error;
  } finally {
    store.close();
  }
}

function noVault(vaultId: string): Failure {
  return new Failure(
    "missing",
    `there is no vault ${vaultId.slice(vaultId.lastIndexOf("/") + 1)} yet`,
    "run `cabinet up` first: it makes the vault, and stops at the secret",
  );
}

/**
 * Through Azure's own command line and its management interface, for the vault is closed to
 * networks. `az` reads the body from a file, which only this user may read and which goes at once.
 */
function putLive(vaultId: string, name: string, value: string): void {
  const folder = mkdtempSync(join(tmpdir(), "cabinet-secret-"));
  try {
    const body = join(folder, "secret.json");
    writeFileSync(body, JSON.stringify({ properties: { value } }), { mode: 0o600 });
    const url = `https://management.azure.com${vaultId}/secrets/${name}?api-version=${vaultApi}`;
    // Its answer shows nothing of the value, and is not needed.
    const run = spawnSync(
      "az",
      ["rest", "--method", "put", "--url", url, "--body", `@${body}`, "--output", "none"],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    );
    if (run.error !== undefined)
      throw new Failure(
        "access",
        "Azure's command line `az` cannot be run",
        "install it, then az login",
      );
    if (run.status !== 0) throw new Failure("access", run.stderr.trim(), "check az login");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const vaultApi = "2023-07-01";
