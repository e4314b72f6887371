import { compareOnPremise, readOnPremise } from "../../infra/bill/on-premise";
import { judge } from "../../infra/bill/guard";
import { paymentOptions } from "../../infra/bill/options";
import {
  linesToJson,
  reportDocument,
  reportToJson,
  summaryOf,
  type StackReport,
} from "../../infra/bill/report";
import { writeJson } from "../../infra/cost/to-json";
import { readFileSync } from "node:fs";
import path from "node:path";
import { firm } from "../support/builders";
import { billOf, host } from "./support";

function office() {
  const file = path.join(__dirname, "../../infra/bill/on-premise.yaml");
  const reading = readOnPremise(file, readFileSync(file));
  if (!reading.ok) throw new Error("the project's own assumptions cannot be read");
  return reading.value;
}

const small = firm({ budget: { kind: "monthly", euros: 10 } });

function report(before?: readonly unknown[]): StackReport {
  const bill = billOf([host("host-1"), host("host-2")], before, small);
  const { estimate } = bill.after;
  return {
    bill,
    verdicts: judge(bill, undefined),
    options: paymentOptions(estimate, bill.prices),
    onPremise: compareOnPremise(office(), 5, estimate.total.eur, 1),
  };
}

test.each<[string, StackReport]>([
  ["a bill", report()],
  ["a comparison", report([host("host-1")])],
  ["a bill alone", { ...report(), options: undefined, onPremise: undefined }],
])("the document of %s is what its schema says", (_, one) => {
  const document: unknown = JSON.parse(writeJson(reportToJson([one])));
  expect(reportDocument.parse(document)).toMatchObject({
    format: "cabinet-cost-report/1",
    stacks: [{ stack: "prod.dupont", people: 5, budgetEur: 10, verdicts: [{ kind: "refused" }] }],
  });
});

test("a preview's summary has both months and the person's part", () => {
  const { bill } = report([host("host-1")]);
  const { before, after } = bill;
  const euros = (text: string | undefined) => Number(text);
  expect(summaryOf(bill)).toEqual({
    monthlyEurNow: euros(before?.estimate.total.eur.toFixed(2)),
    monthlyEurAfter: euros(after.estimate.total.eur.toFixed(2)),
    changeEur: euros(bill.difference?.total.change.eur.toFixed(2)),
    monthlyEurPerPerson: euros(after.estimate.total.eur.div(5).toFixed(2)),
    unpricedLines: 1,
  });
});

test("each line of a program names its resource, unit, quantity and price", () => {
  const [first] = JSON.parse(writeJson(linesToJson(report().bill))) as readonly unknown[];
  expect(first).toMatchObject({
    resource: "host-1",
    unit: "hours",
    usageBased: false,
    unitPrice: 0.202,
    confidence: "A",
  });
});
