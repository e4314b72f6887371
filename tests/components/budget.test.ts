import { Budget, firstOfMonth } from "../../infra/components/budget";
import { UNKNOWN } from "../../infra/resources/registered";
import { placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const record = (euros = 1600) =>
  registered(() => {
    const { owner, resourceGroupName } = placement();
    new Budget("budget", { owner, resourceGroupName, euros, contact: "claire@example.fr" });
  });

describe("Budget", () => {
  test("defaults: a budget, and the note of when it began", async () => {
    expect(counted(await record())).toEqual({
      "cabinet:firm:Budget": 1,
      "consumption:Budget": 1,
      "resources:Deployment": 1,
    });
  });

  test("A06, everything: the sum, each month, and three warnings in French", async () => {
    const budget = inputsOf(await record(900), "budget-month");
    expect(budget).toMatchObject({ amount: 900, category: "Cost", timeGrain: "Monthly" });
    const warnings = budget["notifications"];
    const warning = { contactEmails: ["claire@example.fr"], locale: "fr-fr", enabled: true };
    expect(warnings).toMatchObject({
      forecast: { ...warning, thresholdType: "Forecasted", threshold: 100 },
      most: { ...warning, thresholdType: "Actual", threshold: 80 },
      all: { ...warning, thresholdType: "Actual", threshold: 100 },
    });
  });

  test("hardened: its beginning is Azure's to tell, once", async () => {
    const list = await record();
    expect(inputsOf(list, "budget-month")).toMatchObject({ timePeriod: { startDate: UNKNOWN } });
    expect(named(list, "budget-beginning").ignoreChanges).toEqual(["properties"]);
  });
});

test.each([
  ["2026-11-24T06:29:31.5712412Z", "2026-11-01T00:00:00Z"],
  ["2027-01-01T00:00:00Z", "2027-01-01T00:00:00Z"],
])("the month of %s begins at %s", (time, first) => {
  expect(firstOfMonth(time)).toBe(first);
});
