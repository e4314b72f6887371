import type { AzureKind } from "../../infra/engine/azure-target";
import { classify } from "../../infra/engine/classify";
import { EngineFailed } from "../../infra/engine/pulumi-command";

function failure(
  exitCode: number | undefined,
  stderr: string,
  diagnostics: string[] = [],
  azure: AzureKind = "live",
) {
  const failed = new EngineFailed({ exitCode, stdout: "", stderr });
  return classify(failed, { stack: "prod.dupont", azure }, diagnostics);
}

test.each([
  ['error: unknown stack "organization/cabinet/prod"', "cabinet up prod --embedded"],
  [
    "KeyVaultParameterReferenceSecretRetrieveFailed (name/id) domain-join was not found",
    "cabinet secret prod.dupont domain-join --embedded < file",
  ],
  [
    "cannot create already existing resource '/subscriptions/1'",
    "cabinet up dupont --adopt --embedded",
  ],
])("whoever works on the embedded Azure is told to go on there: %s", (words, command) => {
  expect(failure(1, words, [], "embedded").remedy).toContain(command);
  expect(failure(1, words).remedy).toContain(command.replace(" --embedded", ""));
});

test.each([
  [
    "a firm before its platform",
    255,
    'error: unknown stack "organization/cabinet/prod"',
    "missing",
    "cabinet up prod",
  ],
  [
    "a stack that is not there",
    6,
    "error: no stack named 'prod.dupont' found",
    "missing",
    "cabinet up prod.dupont",
  ],
  [
    "a lock of somebody else",
    1,
    "error: the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end or delete the lock file with `pulumi cancel`.\n  file:///x: created by ops@machine (pid 12) at 2026-11-24T06:00:00Z",
    "locked",
    "pulumi cancel",
  ],
  [
    "a secret nobody has put into the vault",
    1,
    "error: Status=404 Code=\"KeyVaultParameterReferenceSecretRetrieveFailed\" Message=\"The secret of KeyVault parameter 'password' cannot be retrieved. Http status code: 'NotFound'. Error message: 'A secret with (name/id) domain-join was not found in this key vault.'\"",
    "missing",
    "cabinet secret prod.dupont domain-join <",
  ],
  [
    "a machine of an office before its agent",
    1,
    "Status=404 Code=\"ParentResourceNotFound\" Message=\"Failed to perform 'write' on resource(s) of type 'Microsoft.HybridCompute/machines/extensions', because the parent resource '/subscriptions/s/resourceGroups/g/providers/Microsoft.HybridCompute/machines/VOIRON-SRV1' of 'AzureMonitorWindowsAgent' could not be found.\"",
    "failed",
    "50-arc.ps1",
  ],
  ["a wrong passphrase", 1, "error: incorrect passphrase", "access", "PULUMI_CONFIG_PASSPHRASE"],
  ["an operation the user ended", 1, "error: update canceled", "cancelled", "again"],
  [
    "a deleted key vault's name",
    1,
    'Status=409 Code="ConflictError" Message="A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault."',
    "failed",
    "cabinet up dupont --adopt; without them: write keyVault: 2",
  ],
  [
    "something there that the stack does not know",
    1,
    "cannot create already existing resource '/subscriptions/s/x'",
    "failed",
    "cabinet up dupont --adopt",
  ],
  [
    "a copy before its time",
    1,
    'Code="X" Message="recovery points that have not expired, and its vault v is immutable"',
    "failed",
    "stage: leaving",
  ],
  [
    "copies in a locked vault",
    1,
    'Code="X" Message="recovery points that have not expired, and its vault v is immutable. It is locked for ever; the last of them expires on 2027-11-26."',
    "failed",
    "run the same again",
  ],
  ["no login", 1, "error: Please run 'az login' to setup account.", "access", "az login"],
] as const)("%s is told apart, with what to do", (_, code, stderr, kind, remedy) => {
  const found = failure(code, stderr);
  expect(found.kind).toBe(kind);
  expect(found.remedy).toContain(remedy);
});

test.each([
  [3, "access"],
  [6, "missing"],
  [7, "changes"],
  [8, "cancelled"],
  [1, "failed"],
  [255, "failed"],
  [undefined, "failed"],
] as const)("exit code %s alone means %s", (code, kind) => {
  expect(failure(code, "").kind).toBe(kind);
});

test("the diagnostics are the message when nothing is recognised", () => {
  expect(failure(1, "noise", ["files: the name is taken"]).message).toBe(
    "files: the name is taken",
  );
});

test("names the owner of the lock", () => {
  const found = failure(
    1,
    "the stack is currently locked by 1 lock(s).\n  x: created by ops@m (pid 7) at t",
  );
  expect(found.message).toContain("ops@m (pid 7)");
});

test.each([
  [" holds it until 2026-12-08T06:00:00Z.", "until 2026-12-08,"],
  ["", "for 14 days or more,"],
])("tells how long deleted backups stay", (end, told) => {
  const text = `there are backup items in soft deleted state in the vault: v${end}`;
  expect(failure(1, text).message).toContain(told);
});
