import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { nativeProvider } from "../../../../infra/embedded-azure/packages/native/provider";
import { classShape } from "../../../../infra/embedded-azure/sdk/class-shape";
import { valuesOf } from "../../../../infra/embedded-azure/sdk/enumeration";
import { sdkPackage } from "../../../../infra/embedded-azure/sdk/packages";
import type { Shape } from "../../../../infra/embedded-azure/sdk/shape";
import type { ReadAnswer } from "../../../../infra/embedded-azure/packages/provider";
import { Store } from "../../../../infra/embedded-azure/store/store";
import type { Property, PropertyObject } from "../../../../infra/embedded-azure/values/property";
import { ArmError } from "../../../../infra/embedded-azure/arm/error";
import { Refusal } from "../../../../infra/embedded-azure/values/refusal";

const settings = {
  subscriptionId: "6f1d2c3b-0000-4000-8000-000000000001",
  location: "francecentral",
};
const directory = sdkPackage("azure-native").directory;

function tokensOf(module: string): readonly string[] {
  return readdirSync(join(directory, module))
    .filter((file) => file.endsWith(".js"))
    .flatMap(
      (file) =>
        /__pulumiType = '([^']+)'/.exec(readFileSync(join(directory, module, file), "utf8"))?.[1] ??
        [],
    );
}

/** The least a program could say of a resource of a class. */
function leastInputs(token: string): PropertyObject {
  // A location of a list of its own is not the one the provider was told.
  const least = [...classShape(token).inputs].filter(
    ([name, { required, shape }]) =>
      required || (name === "location" && shape.kind === "enumeration"),
  );
  return Object.fromEntries(least.map(([name, { shape }]) => [name, something(name, shape)]));
}

function something(name: string, shape: Shape): Property {
  if (name === "resourceGroupName") return "rg";
  if (/^(scope|resourceUri|resourceId|scopeId|resourceScope)$/.test(name))
    return `/subscriptions/${settings.subscriptionId}/resourceGroups/rg`;
  switch (shape.kind) {
    case "literal":
      return shape.value;
    case "enumeration":
      return shape.names.flatMap(valuesOf)[0] ?? null;
    case "number":
      return 1;
    case "boolean":
      return true;
    case "list":
      return [];
    case "map":
    case "object":
      return {};
    case "text":
    case "any":
      return "name-one";
  }
}

test.each(
  readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "types" && entry.name !== "config")
    .map(({ name }) => name),
)(
  "every class of %s is checked, foreseen, and where it can stand made, read and deleted",
  (module) => {
    const store = Store.open(":memory:");
    const provider = nativeProvider(store);
    const lives: {
      readonly token: string;
      readonly made: ReadAnswer;
      readonly before: ReadAnswer | undefined;
      readonly after: ReadAnswer | undefined;
    }[] = [];
    const refusals: string[] = [];
    const make = (token: string, inputs: PropertyObject, preview: boolean) =>
      provider.create({ token, inputs, preview }, settings);
    make("azure-native:resources:ResourceGroup", { resourceGroupName: "rg", location: "x" }, false);
    for (const token of tokensOf(module)) {
      const news = leastInputs(token);
      const request = {
        token,
        name: "thing",
        olds: {},
        news,
        seed: new Uint8Array(32),
        autonaming: undefined,
      };
      const { inputs, warnings } = provider.check(request, settings);
      expect([token, warnings]).toEqual([token, []]);
      expect(Object.keys(make(token, inputs, true).outputs)).toEqual(
        expect.arrayContaining([...classShape(token).outputs.keys()]),
      );
      try {
        const { id, outputs } = make(token, inputs, false);
        const read = { token, id, oldInputs: inputs, oldOutputs: outputs };
        const before = provider.read(read, settings);
        provider.delete({ token, id, inputs }, settings);
        const after = provider.read(read, settings);
        lives.push({ token, made: { id, inputs, outputs }, before, after });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refusals.push(error instanceof ArmError ? error.code : "no id");
      }
    }
    for (const { made, before, after, token } of lives)
      expect([token, before, after]).toEqual([token, made, undefined]);
    // A policy without a rule, a budget without a beginning, a child without its parent, a deployment without a template, an id that cannot be made of such inputs.
    expect(
      refusals.filter(
        (code) =>
          !/^(InvalidPolicyRule|400|ParentResourceNotFound|InvalidTemplate|no id)$/.test(code),
      ),
    ).toEqual([]);
    store.close();
  },
);
