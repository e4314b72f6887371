import type { RegisteredResource } from "../../resources/registered";
import { breachesOf, listAt, textAt } from "../inputs";
import { together, type Guardrail } from "../model";

export const policyType = "azuread:index/conditionalAccessPolicy:ConditionalAccessPolicy";

export const conditionalAccess: Guardrail = {
  id: "conditional-access",
  what: "each rule of conditional access counts for firms' people alone, spares the emergency accounts, and is in force",
  why: "a rule without emergency accounts can lock everybody out, one for everybody changes the sign-in of the whole tenant, and one that was switched off protects nobody",
  severity: "error",
  source:
    "learn.microsoft.com/entra/identity/role-based-access-control/security-emergency-access; row A04; Azure review checklists, AVD: 916d697d",
  remedy:
    "include groups, exclude cabinet:breakGlassGroup, set state to enabled, and ask nothing of a person for all applications at once: profiles would not open",
  check: together((resources) =>
    breachesOf(
      resources.filter(({ type }) => type === policyType),
      (policy) => [...reach(policy), ...force(policy), ...beforeStorage(policy)],
    ),
  ),
};

function reach(policy: RegisteredResource): readonly string[] {
  const users = "conditions.users";
  return [
    ...(listAt(policy, `${users}.excludedGroups`).length === 0
      ? ["no emergency account is left out"]
      : []),
    ...(listAt(policy, `${users}.includedUsers`).includes("All")
      ? ["it counts for the whole tenant"]
      : []),
  ];
}

/** One that only reports is a way to begin, for what devices people have. */
function force(policy: RegisteredResource): readonly string[] {
  const state = textAt(policy, "state");
  const onDevices = listAt(policy, "grantControls.builtInControls").some(
    (control) => control === "compliantDevice" || control === "domainJoinedDevice",
  );
  const begins = state === "enabledForReportingButNotEnforced" && onDevices;
  return state === "enabled" || begins ? [] : [`state is ${String(state)}`];
}

/** Windows fetches tickets for shares without anybody there to answer. */
function beforeStorage(policy: RegisteredResource): readonly string[] {
  const blocks = listAt(policy, "grantControls.builtInControls").includes("block");
  return !blocks && listAt(policy, "conditions.applications.includedApplications").includes("All")
    ? ["it asks people for something before the applications of storage accounts"]
    : [];
}
