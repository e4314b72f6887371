import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import type { Platform } from "../platform/platform";
import { repositoryRoot, type AzureTarget } from "./azure-target";
import { Failure } from "./failure";
import type { Engine } from "./find-engine";

/**
 * Passphrase of every stack on the embedded Azure. Public on purpose: what those stacks hold is
 * made up. A live run refuses it.
 */
export const embeddedPassphrase = "embedded-azure-holds-no-secrets";

/** Variables whose presence could let an embedded run reach a real cloud or account. */
const cloudVariables = /^(ARM_|AZURE_|PULUMI_|AWS_|GOOGLE_|ACTIONS_ID_TOKEN_)/;

/**
 * Environment of an engine for that target.
 *
 * @throws Failure `input` when a live run would use the embedded Azure's passphrase,
 *   `access` when it has no Azure credentials in sight.
 */
export function engineEnvironment(
  target: AzureTarget,
  platform: Platform,
  given: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const common = {
    PULUMI_SKIP_UPDATE_CHECK: "true",
    // Keys and salts are kept in the state; a settings file without them is complete.
    PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER: "true",
    // The pinned Node first: the language host and the plugins start whatever `node` is found.
    PATH: `${dirname(process.execPath)}${delimiter}${given["PATH"] ?? ""}`,
    CABINET_AZURE: target.kind,
  };
  switch (target.kind) {
    case "embedded":
      return {
        ...Object.fromEntries(Object.entries(given).filter(([name]) => !cloudVariables.test(name))),
        ...common,
        PULUMI_HOME: target.pulumiHome,
        PULUMI_BACKEND_URL: `file://${target.state}`,
        PULUMI_CONFIG_PASSPHRASE: embeddedPassphrase,
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
        CABINET_AZURE_STORE: target.azureStore,
      };
    case "live":
      return { ...given, ...common, PULUMI_BACKEND_URL: liveBackend(target, platform, given) };
  }
}

/** The variable wins over the platform's setting, as everywhere in Pulumi. */
function liveBackend(target: AzureTarget, platform: Platform, given: NodeJS.ProcessEnv): string {
  const named = given["PULUMI_BACKEND_URL"];
  if (named !== undefined && named !== "") return named;
  switch (platform.backend.kind) {
    case "remote":
      return platform.backend.url;
    case "local":
      return `file://${target.state}`;
  }
}

/** Refuses what a live run must not start with. */
export function checkLive(
  platform: Platform,
  given: NodeJS.ProcessEnv,
  hasAzureCli: () => boolean,
): void {
  if (given["PULUMI_CONFIG_PASSPHRASE"] === embeddedPassphrase) {
    throw new Failure(
      "input",
      "PULUMI_CONFIG_PASSPHRASE is the public passphrase of the embedded Azure; a live run refuses it",
      "open a new shell, or unset it and set the real one",
    );
  }
  const hasPassphrase =
    given["PULUMI_CONFIG_PASSPHRASE"] !== undefined ||
    given["PULUMI_CONFIG_PASSPHRASE_FILE"] !== undefined;
  if (platform.secretsProvider.kind === "passphrase" && !hasPassphrase) {
    throw new Failure(
      "input",
      "the secrets in the state are encrypted with a passphrase, and none is set",
      `set PULUMI_CONFIG_PASSPHRASE, or better name a key vault in Pulumi.${platform.environment}.yaml (cabinet:secretsProvider)`,
    );
  }
  const hasCredentials = ["ARM_CLIENT_ID", "ARM_USE_OIDC", "ARM_USE_MSI", "ARM_OIDC_TOKEN"].some(
    (name) => (given[name] ?? "") !== "",
  );
  if (!hasCredentials && !hasAzureCli()) {
    throw new Failure(
      "access",
      "there are no Azure credentials: no ARM_* variables and no az login",
      "run `az login`, or set ARM_CLIENT_ID, ARM_TENANT_ID and a secret or OIDC; or add --embedded to use the embedded Azure",
    );
  }
}

/**
 * Writes the project folder the engine runs in and the `pulumi` that a shell finds: the engine,
 * started in that folder. Both are made from `Pulumi.yaml`; nothing tracked is ever written to.
 */
export function prepareProject(target: AzureTarget, engine: Engine): void {
  mkdirSync(target.project, { recursive: true });
  mkdirSync(target.state, { recursive: true });
  mkdirSync(target.bin, { recursive: true });
  writeChanged(join(target.project, "Pulumi.yaml"), projectFile(target));
  writeChanged(
    join(target.bin, "pulumi"),
    [
      "#!/bin/sh",
      "# Written by cabinet: Pulumi on this target, with its settings files out of the work tree.",
      `echo "Azure: ${target.kind}" >&2`,
      `exec "${engine.binary}" -C "${target.project}" "$@"`,
      "",
    ].join("\n"),
  );
  chmodSync(join(target.bin, "pulumi"), 0o755);
  // The engine starts a policy pack of the runtime `cabinet` by this name; the language host that is built here is too
  // old to start packs itself.
  const analyzer = join(target.bin, "pulumi-analyzer-policy-cabinet");
  const runPack = join(repositoryRoot, "node_modules/@pulumi/pulumi/cmd/run-policy-pack");
  writeChanged(
    analyzer,
    ["#!/bin/sh", `exec "${process.execPath}" "${runPack}" "$@"`, ""].join("\n"),
  );
  chmodSync(analyzer, 0o755);
  writeChanged(join(target.bin, ".cabinet-wrapper"), "");
}

/**
 * The same project, from a folder elsewhere: Pulumi wants `main` below the project or absolute.
 * The declared configuration stays behind: the program reads the platform's file itself.
 */
function projectFile(target: AzureTarget): string {
  const infra = join(target.root, "infra");
  return [
    "# Written by cabinet from the Pulumi.yaml of the work tree.",
    "name: cabinet",
    `main: ${JSON.stringify(infra)}`,
    "runtime: nodejs",
    // What has no provider of its own would go wherever the login points.
    "config:",
    "  pulumi:disable-default-providers:",
    "    value: [azure-native, azuread]",
    "",
  ].join("\n");
}

function writeChanged(file: string, text: string): void {
  try {
    if (readFileSync(file, "utf8") === text) return;
  } catch {
    // Not there yet.
  }
  writeFileSync(file, text);
}
