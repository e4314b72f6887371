import type { AzureKind } from "./azure-target";

/** What to type next, `cabinet up prod --embedded`: whoever works on the embedded Azure is never sent to the live one. */
export function commandFor({ azure }: { readonly azure: AzureKind }, command: string): string {
  return `cabinet ${command}${azure === "embedded" ? " --embedded" : ""}`;
}
