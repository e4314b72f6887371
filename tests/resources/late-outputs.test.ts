import * as pulumi from "@pulumi/pulumi";
import { lateOutputs } from "../../infra/resources/late-outputs";

/** A resource that nothing registers. */
class Bare extends pulumi.DependencyResource {
  declare readonly first: pulumi.Output<string>;
  declare readonly second: pulumi.Output<string>;
}

function bare(): {
  readonly resource: Bare;
  readonly tell: ReturnType<typeof lateOutputs>;
} {
  const resource = new Bare("urn:pulumi:test::test::test:index:Bare::bare");
  return { resource, tell: lateOutputs(resource, ["id", "urn", "first", "second"]) };
}

/** What Pulumi's own functions see of an output. */
interface Inside {
  promise: (withUnknowns: boolean) => Promise<unknown>;
  isKnown: Promise<boolean>;
  isSecret: Promise<boolean>;
  resources: () => Set<pulumi.Resource>;
  allResources: () => Promise<Set<pulumi.Resource>>;
}
const inside = (output: pulumi.Output<string>) => output as unknown as Inside;

test.each(["before", "after"])("an output read %s the answer tells it", async (when) => {
  const { resource, tell } = bare();
  const dependency = new Bare("urn:pulumi:test::test::test:index:Bare::other");
  const early = when === "before" ? resource.first : undefined;
  tell["first"]?.("value", true, true, [dependency]);
  const output = inside(early ?? resource.first);
  expect(await output.promise(true)).toBe("value");
  expect(await output.isKnown).toBe(true);
  expect(await output.isSecret).toBe(true);
  expect([...output.resources()]).toEqual([resource]);
  expect(await output.allResources()).toEqual(new Set([dependency, resource]));
});

test("an unknown one stays unknown", async () => {
  const { resource, tell } = bare();
  tell["first"]?.(undefined, false, false);
  expect(await inside(resource.first).isKnown).toBe(false);
});

test("each is made once, and of its own", () => {
  const { resource, tell } = bare();
  expect(resource.first).toBe(resource.first);
  expect(resource.first).not.toBe(resource.second);
  expect(Object.keys(tell)).toEqual(["first", "second"]);
});

test.each(["before", "after"])("rejects whoever reads %s the engine fails", async (when) => {
  const { resource, tell } = bare();
  const failure = new Error("refused");
  const read = () => {
    const { promise, isKnown, isSecret } = inside(resource.first);
    return Promise.allSettled([promise(true), isKnown, isSecret]);
  };
  const early = when === "before" ? read() : undefined;
  // Nobody reads the second: its failure is nobody's.
  for (const resolve of Object.values(tell)) resolve(undefined, true, false, [], failure);
  const rejected = { status: "rejected", reason: failure };
  expect(await (early ?? read())).toEqual([rejected, rejected, rejected]);
});
