import { stableGuid } from "../../azure/guid";

/** The one tenant of the embedded Azure. */
export const tenantId = stableGuid("embedded Azure", "tenant");

/** Application and principal that callers of the embedded Azure are taken for. */
export const caller = {
  clientId: stableGuid("embedded Azure", "caller", "application"),
  objectId: stableGuid("embedded Azure", "caller", "principal"),
};

/** Object id in this tenant of an application's service principal; Microsoft's own stand in every tenant. */
export function servicePrincipalOf(clientId: string): string {
  return stableGuid("embedded Azure", "service principal", clientId.toLowerCase());
}
