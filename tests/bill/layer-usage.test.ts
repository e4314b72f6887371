import type { Assumption } from "../../infra/bill/assumptions";
import { layerUsage } from "../../infra/bill/layer-usage";
import { Decimal } from "../../infra/cost/money";
import { readResources } from "../../infra/cost/read-resources";
import { usageOf, type Usage } from "../../infra/cost/usage";
import { resource } from "../cost/support/price";

const resources = readResources([
  resource("network:NatGateway", {}, "nat-a"),
  resource("network:NatGateway", {}, "nat-b"),
]);

const assumed: Assumption = {
  resources: ["nat-a", "nat-b"],
  key: "monthlyDataProcessedGb",
  value: new Decimal(100),
  unit: "GB",
  because: { fr: "essai", en: "test" },
};

function said(usage: Usage, name: string) {
  const rules = usage.ofNames.fitting(name).map(({ value }) => value.monthlyDataProcessedGb);
  const ofType = usage.ofTypes.get("network:natgateway")?.monthlyDataProcessedGb;
  return [...rules, ofType].find((value) => value !== undefined)?.toString();
}

const gb = (count: number) => ({ monthlyDataProcessedGb: new Decimal(count) });

test("what nobody says is assumed", () => {
  const { usage, assumptions } = layerUsage(usageOf({}), [assumed], resources);
  expect(said(usage, "nat-a")).toBe("100");
  expect(assumptions).toEqual([assumed]);
});

test.each<[string, Usage, string, readonly string[]]>([
  ["by name", usageOf({ resources: { "nat-a": gb(7) } }), "7", ["nat-b"]],
  ["by pattern", usageOf({ resources: { "*-a": gb(7) } }), "7", ["nat-b"]],
  ["by type", usageOf({ defaults: { "azure-native:network:NatGateway": gb(7) } }), "7", []],
])("a usage file counts before an assumption, %s", (_, usage, value, left) => {
  const layered = layerUsage(usage, [assumed], resources);
  expect(said(layered.usage, "nat-a")).toBe(value);
  expect(layered.assumptions.flatMap((assumption) => assumption.resources)).toEqual(left);
});

test("an assumption of another key stays beside what the file says", () => {
  const hours = usageOf({ resources: { "nat-a": { monthlyHours: new Decimal(1) } } });
  expect(said(layerUsage(hours, [assumed], resources).usage, "nat-a")).toBe("100");
});
