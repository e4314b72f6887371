import { resourcesOfPreview } from "../../infra/resources/preview-json";
import { SECRET, UNKNOWN, type RegisteredResource } from "../../infra/resources/registered";
import { resourcesOfExport } from "../../infra/resources/stack-export";

// Documents in the form the engine 3.259.0 writes them, shortened to what is read.
const stackUrn = "urn:pulumi:prod.a::cabinet::pulumi:pulumi:Stack::cabinet-prod.a";
const vmUrn =
  "urn:pulumi:prod.a::cabinet::cabinet:firm:Hosts$azure-native:compute:VirtualMachine::vm";
const nicUrn = "urn:pulumi:prod.a::cabinet::azure-native:network:NetworkInterface::nic";

const stack = { urn: stackUrn, custom: false, type: "pulumi:pulumi:Stack" };
const machine = {
  urn: vmUrn,
  custom: true,
  type: "azure-native:compute:VirtualMachine",
  parent: stackUrn,
  dependencies: [nicUrn],
  ignoreChanges: ["zones"],
  protect: true,
};
const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const secretIn = (content: object) => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ...content,
});

const expected = (changes: Partial<RegisteredResource>): readonly RegisteredResource[] => [
  {
    urn: vmUrn,
    type: "azure-native:compute:VirtualMachine",
    name: "vm",
    custom: true,
    parent: stackUrn,
    inputs: { vmName: "vm", password: SECRET, nested: [{ deep: SECRET }], list: ["a"] },
    dependsOn: [nicUrn],
    protect: true,
    ignoreChanges: ["zones"],
    id: "/subscriptions/s/vm",
    ...changes,
  },
  {
    urn: stackUrn,
    type: "pulumi:pulumi:Stack",
    name: "cabinet-prod.a",
    custom: false,
    parent: undefined,
    inputs: {},
    dependsOn: [],
    protect: false,
    ignoreChanges: [],
    id: undefined,
  },
];

describe("resourcesOfPreview", () => {
  const inputs = {
    vmName: "vm",
    password: "[secret]",
    nested: [{ deep: "[secret]" }],
    list: ["a"],
    address: unknownText,
    __createBeforeDelete: true,
  };

  test("tells what will be there: made, changed or the same", () => {
    const reference = {
      urn: "urn:pulumi:prod.a::cabinet::pulumi:pulumi:StackReference::platform",
      type: "pulumi:pulumi:StackReference",
      custom: true,
      external: true,
    };
    const gone = { ...machine, urn: `${vmUrn}2` };
    const document = {
      config: {},
      steps: [
        { op: "same", urn: stackUrn, oldState: stack, newState: stack, detailedDiff: null },
        { op: "read", urn: reference.urn, newState: reference },
        { op: "create", urn: vmUrn, newState: { ...machine, inputs }, detailedDiff: null },
        { op: "delete", urn: gone.urn, oldState: gone, detailedDiff: null },
      ],
      changeSummary: { create: 1, same: 1, delete: 1 },
    };
    const [vm] = expected({});
    expect(resourcesOfPreview(document)).toEqual(
      expected({ id: undefined, inputs: { ...vm?.inputs, address: UNKNOWN } }),
    );
  });

  test("lists a replaced resource once", () => {
    const replaced = { ...machine, inputs: { vmName: "vm" } };
    const document = {
      steps: ["create-replacement", "replace"].map((op) => ({
        op,
        urn: vmUrn,
        newState: replaced,
      })),
    };
    expect(resourcesOfPreview(document).map(({ urn }) => urn)).toEqual([vmUrn]);
  });

  test("rejects what is no preview, and says where it comes from", () => {
    expect(() => resourcesOfPreview({ steps: [{ newState: { urn: 7 } }] })).toThrow(
      /^this is not the output of `pulumi preview --json --show-sames`:\n.*\n.*steps\[0\]\.newState\.urn/,
    );
  });
});

describe("resourcesOfExport", () => {
  const inputs = {
    vmName: "vm",
    password: secretIn({ ciphertext: "v1:abc" }),
    nested: [{ deep: secretIn({ plaintext: '"hush"' }) }],
    list: ["a"],
    nothing: null,
  };

  test("tells what is there, without what only the engine knows", () => {
    const deployment = {
      manifest: {},
      resources: [
        stack,
        { ...machine, id: "/subscriptions/s/vm", inputs, outputs: { vmId: "x" } },
        { ...machine, urn: `${vmUrn}-old`, id: "/old", delete: true },
        {
          urn: "urn:pulumi:prod.a::cabinet::pulumi:providers:random::default_4_21_2",
          type: "pulumi:providers:random",
          custom: true,
          id: "guid",
        },
      ],
    };
    expect(resourcesOfExport({ version: 3, deployment })).toEqual(expected({}));
  });

  test("an empty stack holds nothing", () => {
    expect(resourcesOfExport({ version: 3, deployment: { manifest: {} } })).toEqual([]);
  });

  test("rejects what is no export", () => {
    expect(() => resourcesOfExport({ steps: [] })).toThrow(
      "this is not the output of `pulumi stack export`",
    );
  });
});
