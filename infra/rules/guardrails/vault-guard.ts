import { UNKNOWN, type RegisteredResource } from "../../resources/registered";
import { breachesOf, isInside, listAt, ofType, textAt } from "../inputs";
import { together, type Guardrail } from "../model";

export const vaultGuard: Guardrail = {
  id: "vault-guard",
  what: "who runs a firm cannot weaken its backups alone: a guard at the platform must agree, to every critical operation",
  why: "who breaks in removes the backups first; where two must approve, one stolen login is not enough",
  severity: "error",
  source: "Azure review checklists, vaults: 2cd463cb",
  remedy:
    "give the vault a ResourceGuardProxy to the platform's guard, and leave vaultCriticalOperationExclusionList empty",
  check: together((resources, { platformSubscription }) => [
    ...breachesOf(ofType(resources, "recoveryservices:Vault"), ({ id }) =>
      id === undefined ||
      proxiesOf(id, resources).some((proxy) => isAt(proxy, platformSubscription))
        ? []
        : ["no guard of the platform's watches over it"],
    ),
    ...breachesOf(ofType(resources, "dataprotection:ResourceGuard"), (guard) =>
      listAt(guard, "properties.vaultCriticalOperationExclusionList").map(
        (operation) => `it lets through ${String(operation)}`,
      ),
    ),
  ]),
};

function proxiesOf(
  vaultId: string,
  resources: readonly RegisteredResource[],
): readonly RegisteredResource[] {
  return ofType(resources, "recoveryservices:ResourceGuardProxy").filter(({ id }) =>
    isInside(id, vaultId),
  );
}

function isAt(proxy: RegisteredResource, subscription: string): boolean {
  const guard = textAt(proxy, "properties.resourceGuardResourceId");
  return guard === UNKNOWN || isInside(guard, `/subscriptions/${subscription}`);
}
