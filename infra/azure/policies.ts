/**
 * Policies built into Azure, the same in every tenant; names and GUIDs as in
 * https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies
 */
export const builtInPolicies = {
  /** Refuses resources in other regions than listed; what stands in none, `global`, is let be. */
  allowedLocations: { name: "Allowed locations", id: "e56962a6-4747-49cd-b67b-bf8b01975c4c" },
  /** Refuses network interfaces with a public address. */
  noPublicAddresses: {
    name: "Network interfaces should not have public IPs",
    id: "83a86a26-fd1f-447c-b59d-e51f44264114",
  },
  /** Refuses resources that could have tags and lack this one; not for resource groups. */
  requiredTag: { name: "Require a tag on resources", id: "871b6d14-10aa-478d-b590-94f262ecfa99" },
} as const satisfies Record<string, { readonly name: string; readonly id: string }>;

/** Id of a built-in policy's definition, which stands in no subscription. */
export function policyDefinitionId(policy: keyof typeof builtInPolicies): string {
  return `/providers/Microsoft.Authorization/policyDefinitions/${builtInPolicies[policy].id}`;
}
