import type { JsonObject } from "../../../infra/embedded-azure/values/property";
import { TestAzure, inGroup } from "../support/azure";

const group = inGroup("Microsoft.Network/networkSecurityGroups/nsg");

function made(...securityRules: readonly JsonObject[]): TestAzure {
  const azure = TestAzure.withGroup();
  azure.create(group, { securityRules });
  return azure;
}

test.each<[string, readonly JsonObject[], string]>([
  ["without a priority", [{ name: "a", direction: "Inbound" }], "SecurityRuleInvalidPriority"],
  [
    "before 100",
    [{ name: "a", direction: "Inbound", priority: 99 }],
    "SecurityRuleInvalidPriority",
  ],
  [
    "after 4096",
    [{ name: "a", direction: "Inbound", priority: 4097 }],
    "SecurityRuleInvalidPriority",
  ],
  [
    "with another's priority",
    [
      { name: "a", direction: "Inbound", priority: 100 },
      { name: "b", direction: "Inbound", priority: 100 },
    ],
    "SecurityRuleConflict",
  ],
])("rejects a rule %s", (_what, rules, code) => {
  expect(() => made(...rules)).toThrow(new RegExp(`Status=400 Code="${code}"`));
});

test("takes the same priority once in each direction, and the first and the last", () => {
  const azure = made(
    { name: "a", direction: "Inbound", priority: 100 },
    { name: "b", direction: "Outbound", priority: 100 },
    { name: "c", direction: "Outbound", priority: 4096 },
  );
  expect(azure.get(group)).toBeDefined();
});
