import { readResources } from "../../infra/cost/read-resources";

const urn = "urn:pulumi:prod::other::azure-native:network:NatGateway::nat";
const state = {
  urn,
  type: "azure-native:network:NatGateway",
  custom: true,
  inputs: { zones: ["1"] },
};

test.each<[string, unknown]>([
  ["a preview", { steps: [{ op: "create", newState: state }] }],
  ["an export", { version: 3, deployment: { resources: [state] } }],
  ["a list", [{ type: state.type, name: "nat", inputs: state.inputs, urn }]],
])("%s gives the resources of a program", (_, document) => {
  expect(readResources(document)).toEqual([
    {
      urn,
      type: state.type,
      name: "nat",
      custom: true,
      parent: undefined,
      id: undefined,
      inputs: { zones: ["1"] },
      dependsOn: [],
      protect: false,
      ignoreChanges: [],
    },
  ]);
});

test.each<[string, unknown, string]>([
  ["no document of resources", { a: 1 }, "these are no resources: expected the output of"],
  ["a text", "steps", "these are no resources"],
  ["an item without a type", [{ name: "a" }], "this is no list of resources {type, name, inputs}"],
  [
    "two of one name",
    [1, 2].map(() => ({ type: "azure-native:network:NatGateway", name: "nat" })),
    "two resources of the type azure-native:network:NatGateway are named nat: rename one of them",
  ],
])("rejects %s", (_, document, message) => {
  expect(() => readResources(document)).toThrow(message);
});
