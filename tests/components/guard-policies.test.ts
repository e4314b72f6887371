import { GuardPolicies } from "../../infra/components/guard-policies";
import { ids } from "../support/builders";
import { counted, inputsOf, registered } from "../support/harness";

const owner = { environment: "prod", firm: "dupont", subscription: ids.firmSubscription };
const record = (requiredTags: readonly string[]) =>
  registered(() => {
    new GuardPolicies("policies", { owner, regions: ["francecentral"], requiredTags });
  });

describe("GuardPolicies", () => {
  test("defaults: regions and addresses", async () => {
    expect(counted(await record([]))).toEqual({
      "authorization:PolicyAssignment": 2,
      "cabinet:governance:GuardPolicies": 1,
    });
  });

  test("everything: a policy for each tag, which reports: Azure puts none on what it makes itself", async () => {
    const list = await record(["firm", "environment"]);
    expect(counted(list)).toMatchObject({ "authorization:PolicyAssignment": 4 });
    expect(inputsOf(list, "policies-regions")).toMatchObject({
      parameters: { listOfAllowedLocations: { value: ["francecentral"] } },
    });
    expect(inputsOf(list, "policies-tagfirm")).toMatchObject({
      parameters: { tagName: { value: "firm" } },
      enforcementMode: "DoNotEnforce",
    });
  });

  test("hardened: in the firm's subscription, and enforced, by definitions of Azure's own", async () => {
    const assignments = (await record([])).filter(({ custom }) => custom);
    expect(assignments).toHaveLength(2);
    for (const { inputs } of assignments)
      expect(inputs).toMatchObject({
        scope: `/subscriptions/${ids.firmSubscription}`,
        enforcementMode: "Default",
        policyDefinitionId: expect.stringMatching(
          /^\/providers\/Microsoft\.Authorization\/policyDefinitions\/[0-9a-f-]{36}$/,
        ),
      });
  });
});
