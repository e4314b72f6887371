import { paymentOptions, type PaymentOption } from "../../infra/bill/options";
import { readResources } from "../../infra/cost/read-resources";
import { estimate } from "../../infra/cost/estimate";
import { usageOf } from "../../infra/cost/usage";
import { prices, resource, uses } from "../cost/support/price";
import { host } from "./support";

function options(resources: readonly unknown[], hours?: number): readonly PaymentOption[] {
  const usage = hours === undefined ? usageOf({}) : uses({ monthlyHours: hours }, "*");
  return paymentOptions(estimate({ resources: readResources(resources), usage, prices }), prices);
}

const of = (kind: PaymentOption["kind"], found: readonly PaymentOption[]) =>
  found.filter((option) => option.kind === kind);

test("a savings plan loses money on hosts that run 30 % of the time, and tells from when on it pays", () => {
  const [plan] = of("savingsPlan", options([host("host-1"), host("host-2")], 219));
  expect(plan?.name).toBe("2 × Standard_D4as_v5, Windows client, users' licences");
  expect(plan?.change.eur.gt(0)).toBe(true);
  expect(plan?.breakEvenHours?.toFixed(0)).toBe("550");
});

test("a savings plan saves on hosts that always run", () => {
  const [plan] = of("savingsPlan", options([host("host-1")]));
  expect(plan?.change.eur.lt(0)).toBe(true);
});

test("Windows Server with licences of one's own costs what Linux costs: 4 × 0.046 dollars an hour less", () => {
  const server = host("host-1", "Standard_D4as_v5", {
    licenseType: "None",
    osProfile: { windowsConfiguration: {} },
  });
  const [benefit] = of("hybridBenefit", options([server], 100));
  expect(benefit?.change.usd.toString()).toBe("-18.4");
});

test("users' licences save what Windows would cost", () => {
  const [rate] = of("windowsRate", options([host("host-1")], 100));
  expect(rate?.change.usd.toString()).toBe("18.4");
});

test("copies in one data centre instead of three: 400 GiB at 0.22 and 0.176", () => {
  const found = options([
    resource(
      "storage:StorageAccount",
      { kind: "FileStorage", sku: { name: "Premium_ZRS" }, accountName: "data" },
      "data",
    ),
    resource("storage:FileShare", { accountName: "data", shareQuota: 400 }, "share"),
  ]);
  expect(of("redundancy", found)).toMatchObject([{ name: "files/premium, LRS instead of ZRS" }]);
  expect(of("redundancy", found)[0]?.change.usd.toString()).toBe("-17.6");
});

test("nothing to pay has no options", () => {
  expect(options([])).toEqual([]);
});
