/** An extension of Azure Arc machines, as their agent's allow list names it: publisher and type. */
export interface ArcExtension {
  readonly publisher: string;
  readonly type: string;
  /** Why it may run as the machine's own system account. */
  readonly reason: string;
}

/**
 * All that Azure may install on an office's machines. Run commands and scripts are not among them: whoever may start
 * one is an administrator of the domain.
 * https://learn.microsoft.com/azure/azure-arc/servers/security-extensions
 */
export const allowedArcExtensions: readonly ArcExtension[] = [
  {
    publisher: "Microsoft.Azure.Monitor",
    type: "AzureMonitorWindowsAgent",
    reason: "sends the events and counters that alerts are made of",
  },
  {
    publisher: "Microsoft.CPlat.Core",
    type: "WindowsPatchExtension",
    reason: "installs updates in the maintenance window, once a machine has one",
  },
  {
    publisher: "Microsoft.SoftwareUpdateManagement",
    type: "WindowsOsUpdateExtension",
    reason: "looks which updates are missing",
  },
];

export function isAllowedArcExtension(publisher: string, type: string): boolean {
  return allowedArcExtensions.some(
    (extension) =>
      extension.publisher.toLowerCase() === publisher.toLowerCase() &&
      extension.type.toLowerCase() === type.toLowerCase(),
  );
}
