import type { PropertyObject } from "../../../../infra/embedded-azure/values/property";
import { unknown } from "../../../../infra/embedded-azure/values/property";
import { Fixture, settings } from "../../support/native";

// What azure-native plans as an update and Azure then refuses: a preview of it warns.

const token = "azure-native:desktopvirtualization:HostPool";
const pool: PropertyObject = {
  resourceGroupName: "rg",
  hostPoolName: "pool",
  location: "francecentral",
  hostPoolType: "Pooled",
  loadBalancerType: "BreadthFirst",
  preferredAppGroupType: "Desktop",
};

describe("a preview", () => {
  const ahead = (changes: PropertyObject) => {
    const fixture = new Fixture();
    const { id, inputs, outputs } = fixture.make(token, pool);
    const news = { ...inputs, ...changes };
    const request = { token, id, oldInputs: inputs, oldOutputs: outputs, news, ignoreChanges: [] };
    return fixture.provider.foresee?.({ ...request, preview: true }, settings);
  };

  test("warns of a change that Azure refuses in place", () => {
    expect(ahead({ hostPoolType: "Personal" })).toEqual([
      expect.stringMatching(
        /^Azure will refuse this change: Status=409 Code="PropertyChangeNotAllowed" .*'hostPoolType'/,
      ),
    ]);
  });

  test.each<[string, PropertyObject]>([
    ["a change that Azure takes", { maxSessionLimit: 4 }],
    ["what is not known yet", { hostPoolType: "Personal", friendlyName: unknown }],
    ["what is warned of anyhow", { loadBalancerType: "Bredth" }],
  ])("is silent on %s", (_what, changes) => {
    expect(ahead(changes)).toEqual([]);
  });
});
