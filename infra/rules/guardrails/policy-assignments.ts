import { builtInPolicies, policyDefinitionId } from "../../azure/policies";
import { regionFacts, regions, type Region } from "../../azure/regions";
import { UNKNOWN, type RegisteredResource } from "../../resources/registered";
import { inputAt, listAt, ofType, textAt } from "../inputs";
import { together, type Circumstances, type Guardrail } from "../model";

/** What Azure itself must refuse, whoever asks. */
const enforced = ["allowedLocations", "noPublicAddresses"] as const;

export const policyAssignments: Guardrail = {
  id: "policy-assignments",
  what: "Azure itself refuses, in each subscription, other regions and public addresses of machines, and reports missing tags",
  why: "what is made by hand or by another program passes no guardrail of this one",
  severity: "error",
  source: "rows A04, A38; learn.microsoft.com/azure/governance/policy/samples/built-in-policies",
  remedy:
    "assign the built-in policies to the stack's own subscription, enforced, with no more regions than cabinet:allowedRegions",
  check: together((resources, circumstances) => {
    if (circumstances.kind === "site") return [];
    const [stack] = resources.filter(({ type }) => type === "pulumi:pulumi:Stack");
    if (stack === undefined) return [];
    const assignments = ofType(resources, "authorization:PolicyAssignment");
    return [
      ...enforced.flatMap((policy) => {
        const own = assignmentsOf(assignments, policy, circumstances);
        if (own.length === 0)
          return [{ resource: stack, met: `nothing assigns ${builtInPolicies[policy].name}` }];
        return own.flatMap((resource) =>
          inputAt(resource, "enforcementMode") === "DoNotEnforce"
            ? [{ resource, met: "enforcementMode is DoNotEnforce" }]
            : [],
        );
      }),
      ...(assignmentsOf(assignments, "requiredTag", circumstances).length === 0
        ? [{ resource: stack, met: `nothing assigns ${builtInPolicies.requiredTag.name}` }]
        : []),
      ...assignmentsOf(assignments, "allowedLocations", circumstances).flatMap((resource) =>
        foreignRegions(resource, circumstances).map((region) => ({
          resource,
          met: `it allows ${region}`,
        })),
      ),
    ];
  }),
};

/** Assignments of a policy to the stack's own subscription, nothing in it left out. */
function assignmentsOf(
  assignments: readonly RegisteredResource[],
  policy: keyof typeof builtInPolicies,
  { subscription }: Circumstances,
): readonly RegisteredResource[] {
  return assignments.filter(
    (one) =>
      textAt(one, "policyDefinitionId")?.toLowerCase() ===
        policyDefinitionId(policy).toLowerCase() &&
      textAt(one, "scope")?.toLowerCase() === `/subscriptions/${subscription}` &&
      listAt(one, "notScopes").length === 0,
  );
}

function foreignRegions(
  assignment: RegisteredResource,
  { allowedRegions }: Circumstances,
): readonly string[] {
  const allowed = regions.filter((region: Region) => allowedRegions.includes(region));
  const descriptions = allowed.map((region) => regionFacts[region].desktopMetadata);
  return listAt(assignment, "parameters.listOfAllowedLocations.value")
    .map(String)
    .filter(
      (region) =>
        region !== UNKNOWN && ![...allowed, ...descriptions].some((one) => one === region),
    );
}
