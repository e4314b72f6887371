import { outputsOf, type Live } from "./platform-outputs";

/** What a firm's stack tells those of its offices, once it has some. */
export interface FirmOutputs {
  /** Group that holds the vaults. */
  readonly dataGroupName: string;
  readonly vaultName: string;
  /** Vault of its backups. */
  readonly recoveryVaultName: string;
  readonly logWorkspaceId: string;
  readonly diskEncryptionSetId: string;
  /** Subnet for servers of the firm's own; empty while it has none. */
  readonly serversSubnetId: string;
}

/** The outputs of a firm's stack, `prod.dupont`. */
export function readFirmOutputs(stackName: string): Live<FirmOutputs> {
  const of = outputsOf<FirmOutputs>(stackName);
  return {
    dataGroupName: of("dataGroupName"),
    vaultName: of("vaultName"),
    recoveryVaultName: of("recoveryVaultName"),
    logWorkspaceId: of("logWorkspaceId"),
    diskEncryptionSetId: of("diskEncryptionSetId"),
    serversSubnetId: of("serversSubnetId"),
  };
}
