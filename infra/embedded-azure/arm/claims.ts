import { ArmError } from "./error";

/** How Azure says that another vault has the name, or had it: https://github.com/Azure/azure-powershell/issues/15115 */
export function vaultNameTaken(name: string): string {
  return `The vault name '${name}' is already in use. Vault names are globally unique so it is possible that the name is already taken. If you are sure that the vault name was not taken then it is possible that a vault with the same name was recently deleted but not purged after being placed in a recoverable state. If the vault is in a recoverable state then the vault will need to be purged before reusing the name.`;
}

/** How Azure answers when somebody else holds what a resource claims; the first pattern that fits counts. */
const answers: readonly {
  readonly claim: RegExp;
  readonly status: number;
  readonly code: string;
  readonly text: (claim: string, id: string, holder: string) => string;
}[] = [
  {
    claim: /^storage account name (.*)/,
    status: 409,
    code: "StorageAccountAlreadyTaken",
    text: (name) => `The storage account named ${name} is already taken.`,
  },
  {
    claim: /^vault name (.*)/,
    status: 409,
    code: "VaultAlreadyExists",
    text: vaultNameTaken,
  },
  {
    claim: /^role assignment (.*)/,
    status: 409,
    code: "RoleAssignmentExists",
    text: (_what, _id, holder) => `The role assignment already exists. (${holder})`,
  },
  {
    claim: /^private address (\S+) (.*)/,
    status: 400,
    code: "PrivateIPAddressInUse",
    text: (address, id, holder) =>
      `IP configuration of ${id} is using the private IP address ${address} which is already allocated to resource ${holder}.`,
  },
  {
    claim: /^DNS record (.*)/,
    status: 400,
    code: "DnsRecordInUse",
    text: (name) => `DNS record ${name} is already used by another public IP.`,
  },
  {
    claim: /^name (.*)/,
    status: 409,
    code: "NameNotAvailable",
    text: (name, _id, holder) => `The name '${name}' is not available: it belongs to ${holder}.`,
  },
];

/** Azure's refusal of a claim somebody else holds. */
export function claimConflict(claim: string, id: string, holder: string): ArmError {
  for (const { claim: pattern, status, code, text } of answers) {
    const what = pattern.exec(claim)?.[1];
    if (what !== undefined) return new ArmError(status, code, text(what, id, holder));
  }
  return new ArmError(409, "Conflict", `${claim} belongs to ${holder}.`);
}
