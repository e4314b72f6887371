import { UNKNOWN, type RegisteredResource } from "../../infra/resources/registered";
import { guardrails } from "../../infra/rules/catalogue";
import { guardrailIds } from "../../infra/rules/ids";
import {
  policiesOf,
  type PackSetting,
  type ResourcePolicy,
  type StackPolicy,
  type StackResource,
} from "../../infra/rules/policy-pack";

const group =
  "/subscriptions/33333333-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts";

function account(name: string, props: Readonly<Record<string, unknown>>): StackResource {
  return {
    type: "azure-native:storage:StorageAccount",
    urn: `urn:pulumi:prod.dupont::cabinet::azure-native:storage:StorageAccount::${name}`,
    name,
    props,
    opts: { protect: false, ignoreChanges: [], parent: "" },
    dependencies: [],
  };
}

const recorded: readonly RegisteredResource[] = [
  {
    urn: "urn:pulumi:prod.dupont::cabinet::azure-native:storage:StorageAccount::recorded",
    type: "azure-native:storage:StorageAccount",
    name: "recorded",
    custom: true,
    parent: undefined,
    inputs: { allowSharedKeyAccess: true },
    dependsOn: [],
    protect: false,
    ignoreChanges: [],
    id: `${group}/recorded`,
  },
];

const setting: PackSetting = {
  circumstances: {
    kind: "firm",
    subscription: "33333333-0000-4000-8000-000000000001",
    platformSubscription: "22222222-0000-4000-8000-000000000001",
    allowedRegions: ["francecentral"],
    leaving: false,
    arcGroups: [],
  },
  exceptions: [],
  inherited: [],
  today: { year: 2026, month: 11, day: 24 },
  recorded: () => Promise.resolve(recorded),
};

const policies = policiesOf(guardrails, (stack) => (stack === "prod.dupont" ? setting : undefined));

const isOfResource = (policy: ResourcePolicy | StackPolicy): policy is ResourcePolicy =>
  "validateResource" in policy;

function reported(id: string, resource: StackResource): readonly string[] {
  const policy = policies.find(({ name }) => name === id);
  if (policy === undefined || !isOfResource(policy)) throw new Error(`${id} judges no resource`);
  const messages: string[] = [];
  policy.validateResource(resource, (message) => messages.push(message));
  return messages;
}

async function reportedTogether(
  id: string,
  resources: readonly StackResource[],
): Promise<readonly (readonly [string, string | undefined])[]> {
  const policy = policies.find(({ name }) => name === id);
  if (policy === undefined || isOfResource(policy)) throw new Error(`${id} judges no stack`);
  const messages: (readonly [string, string | undefined])[] = [];
  await policy.validateStack({ resources }, (message, urn) => messages.push([message, urn]));
  return messages;
}

test("each guardrail is a policy with a level, a description and a remedy", () => {
  expect(policies.map(({ name }) => name)).toEqual([...guardrailIds]);
  for (const policy of policies) {
    expect(["mandatory", "advisory"]).toContain(policy.enforcementLevel);
    expect(policy.description).toContain(policy.displayName);
    expect(policy.remediationSteps).not.toBe("");
    expect("validateResource" in policy).not.toBe("validateStack" in policy);
  }
});

test("rejects a resource before it is made, and says what to do", () => {
  const old = account("files", { enableHttpsTrafficOnly: true, minimumTlsVersion: "TLS1_0" });
  expect(reported("transport-encryption", old)).toEqual([
    'files: minimumTlsVersion is "TLS1_0"; set enableHttpsTrafficOnly to true and minimumTlsVersion to TLS1_2 or TLS1_3',
  ]);
});

test("what a preview does not know yet is left alone, though reading it throws", () => {
  const props = Object.defineProperty({ enableHttpsTrafficOnly: true }, "minimumTlsVersion", {
    enumerable: true,
    get: () => {
      throw new Error("unknown during preview");
    },
  });
  expect(reported("transport-encryption", account("files", props))).toEqual([]);
});

test("rejects what only all resources together tell, at the one it is about", async () => {
  const files = account("files", { allowSharedKeyAccess: true, id: `${group}/files` });
  expect(await reportedTogether("shared-keys", [files])).toEqual([
    ["files: allowSharedKeyAccess is true; set allowSharedKeyAccess to false", files.urn],
  ]);
});

test("in the preview of something new, what the files register is judged instead", async () => {
  const files = account("files", { allowSharedKeyAccess: false, id: UNKNOWN });
  expect(await reportedTogether("shared-keys", [files])).toEqual([
    ["recorded: allowSharedKeyAccess is true; set allowSharedKeyAccess to false", recorded[0]?.urn],
  ]);
});

test("stacks of other programs are none of its business", () => {
  const other = account("files", { minimumTlsVersion: "TLS1_0" });
  const elsewhere = { ...other, urn: other.urn.replace("prod.dupont", "website") };
  expect(reported("transport-encryption", elsewhere)).toEqual([]);
});
