import type { JsonObject } from "../../../infra/embedded-azure/values/property";
import { caller } from "../../../infra/embedded-azure/arm/tenant";
import { subscription } from "../support/azure";
import { assigned, assignmentAt, inFrance, net } from "../support/policies";

const everything = "6c112d4e-5bc7-47ae-a041-ea2d9dccd749";
const policy = `/providers/Microsoft.Authorization/policyDefinitions/${everything}`;
const banned = { listOfResourceTypesNotAllowed: ["Microsoft.Network/virtualNetworks"] };
const location = { kind: "resourceLocation", in: ["francecentral"] };
const type = (name: string) => ({ kind: "resourceType", in: [`Microsoft.${name}`] });
const selecting = (...selectors: readonly (readonly JsonObject[])[]): JsonObject => ({
  resourceSelectors: selectors.map((each, index) => ({ name: `s${index}`, selectors: each })),
});

describe("an assignment that selects", () => {
  test.each<[string, JsonObject]>([
    ["nothing", {}],
    ["no selectors", selecting()],
    ["its place", selecting([location])],
    ["its place and its type", selecting([location, type("Network/virtualNetworks")])],
    [
      "its type among others",
      selecting([type("Compute/disks")], [type("Network/virtualnetworks")]),
    ],
    ["what is not elsewhere", selecting([{ kind: "resourceLocation", notIn: ["westeurope"] }])],
    ["who asks", selecting([{ kind: "userPrincipalId", in: [caller.objectId] }])],
  ])("rejects what it denies of %s", (_what, more) => {
    expect(() => assigned(policy, banned, more).create(net, inFrance)).toThrow(
      "RequestDisallowedByPolicy",
    );
  });

  test.each<[string, JsonObject]>([
    ["another place", selecting([{ ...location, in: ["westeurope"] }])],
    ["its place and another type", selecting([location, type("Compute/disks")])],
    ["what is not here", selecting([{ kind: "resourceLocation", notIn: ["FranceCentral"] }])],
    [
      "what is in no place",
      selecting([{ kind: "resourceWithoutLocation", in: ["subscriptionLevelResources"] }]),
    ],
    ["a group of callers", selecting([{ kind: "groupPrincipalId", in: [caller.objectId] }])],
  ])("lets pass what is not of %s", (_what, more) => {
    expect(assigned(policy, banned, more).create(net, inFrance).revision).toBe(1);
  });
});

test("an exemption is for what it selects", () => {
  const azure = assigned(policy, banned);
  const exemption = `${subscription}/providers/Microsoft.Authorization/policyExemptions/e`;
  const body = { policyAssignmentId: assignmentAt(subscription) };
  azure.create(exemption, { ...body, ...selecting([{ ...location, in: ["westeurope"] }]) });
  expect(() => azure.create(net, inFrance)).toThrow("RequestDisallowedByPolicy");
  azure.put(exemption, { ...body, ...selecting([location]) });
  expect(azure.create(net, inFrance).revision).toBe(1);
});
