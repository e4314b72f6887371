import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { dropGeneratedAliases, isVersionedType } from "../../infra/resources/drop-aliases";
import { recordProgram } from "../../infra/resources/record";

/** The options a class of the SDK passes on to Pulumi, its own aliases included. */
async function optionsOf(opts: pulumi.CustomResourceOptions): Promise<pulumi.ResourceOptions> {
  let seen: pulumi.ResourceOptions = {};
  await recordProgram(
    "test",
    () => {
      const transformations: pulumi.ResourceTransformation[] = [
        (args) => {
          seen = args.opts;
          return undefined;
        },
      ];
      new network.VirtualNetwork("vnet", { resourceGroupName: "rg" }, { ...opts, transformations });
      return {};
    },
    { subscriptionId: "s" },
  );
  return seen;
}

const transform = (opts: pulumi.ResourceOptions) =>
  dropGeneratedAliases({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the transformation looks at the options alone
    resource: {} as pulumi.Resource,
    type: "azure-native:network:VirtualNetwork",
    name: "vnet",
    props: {},
    opts,
  });

describe("dropGeneratedAliases", () => {
  test("leaves nothing of what the SDK adds, and everything of the project's own", async () => {
    const own: pulumi.Input<pulumi.URN | pulumi.Alias>[] = [
      { name: "old-name" },
      { type: "azure-native:network:OldClass" },
      { parent: pulumi.rootStackResource },
      "urn:pulumi:prod::cabinet::azure-native:network/v20200101:VirtualNetwork::vnet",
    ];
    const opts = await optionsOf({ aliases: own });
    expect("aliases" in opts && opts.aliases?.length).toBeGreaterThan(own.length + 20);
    expect(transform(opts)?.opts).toMatchObject({ aliases: own });
  });

  test("keeps every other option", async () => {
    const result = transform(await optionsOf({ protect: true, ignoreChanges: ["tags"] }));
    expect(result?.opts).toMatchObject({ protect: true, ignoreChanges: ["tags"], aliases: [] });
  });

  test("has nothing to do where there are no aliases", () => {
    expect(transform({ protect: true })).toBeUndefined();
  });
});

test.each([
  ["azure-native:network/v20240501:Subnet", true],
  ["azure-native:monitor/v20210501preview:DiagnosticSetting", true],
  ["azure-native:network:Subnet", false],
  ["azure-native:insights:DiagnosticSetting", false],
  ["random:index/randomPassword:RandomPassword", false],
])("%s is versioned: %s", (type, versioned) => {
  expect(isVersionedType(type)).toBe(versioned);
});
