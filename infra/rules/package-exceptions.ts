import type { CalendarDate } from "../document/calendar-date";
import type { RuleException } from "./exceptions";
import type { GuardrailId } from "./ids";

/** What an account that machines in an office read from does not hold to. */
const setAside = [
  "firm-keys",
  "private-stores",
  "shared-keys",
] as const satisfies readonly GuardrailId[];

/**
 * Set aside for the account with the packages that an office's machines read their configuration from: it is reached
 * from the internet, by links that its own key signs, for such a machine can prove itself to Azure by nothing else. Until
 * the day on which the links end: then they open nothing, the machines read nothing, and the findings are back.
 * https://learn.microsoft.com/azure/governance/machine-configuration/how-to/develop-custom-package/5-access-package
 *
 * @param readableUntil Day on which the links end; undefined while no machine reads any.
 */
export function packageExceptions(
  readableUntil: CalendarDate | undefined,
): readonly RuleException[] {
  if (readableUntil === undefined) return [];
  return setAside.map((rule) => ({
    rule,
    resource: "packages-account",
    reason:
      "machines in an office read their configuration by a signed link and by nothing else; it opens no secret and nothing of the firm's files",
    until: readableUntil,
  }));
}
