import {
  differenceDocument,
  differenceToJson,
  estimateDocument,
  estimateToJson,
  writeJson,
} from "../../infra/cost/to-json";
import { difference } from "../../infra/cost/difference";
import { Decimal } from "../../infra/cost/money";
import { z } from "zod";
import { pricesFile } from "../../infra/cost/prices-file";
import { usageFile } from "../../infra/cost/usage";
import { bill, resource, uses } from "./support/price";

const program = [
  resource("network:NatGateway", {}, "nat"),
  resource("cache:Redis", {}, "cache"),
  resource("network:VirtualNetwork", {}, "net"),
];

test("a bill is the document its schema describes", () => {
  const text = writeJson(
    estimateToJson(bill(program, uses({ monthlyDataProcessedGb: 10 }, "nat"))),
  );
  const document = estimateDocument.parse(JSON.parse(text));
  expect(document.total.usd).toBe(33.3);
  expect(document.lines.find(({ slot }) => slot === "data")).toMatchObject({
    resource: "nat",
    name: "NAT gateway, data processed",
    unit: "GB",
    monthlyQuantity: 10,
    usageBased: true,
    unitPrice: 0.045,
    monthlyCost: 0.45,
    confidence: "A",
    meter: "nat-gateway/data",
    priceDate: "2026-09-30",
    status: "priced",
  });
  expect(document.lines.find(({ resource: name }) => name === "cache")).toMatchObject({
    status: "unpriced",
    monthlyCost: null,
    reason: "no family of the bill covers this type",
  });
});

test("a difference is the document its schema describes", () => {
  const text = writeJson(differenceToJson(difference(bill([]), bill(program))));
  const { changes, total } = differenceDocument.parse(JSON.parse(text));
  expect(changes.map(({ cause }) => cause)).toContain("1 more NAT gateway, 730 hours");
  expect(total.percent).toBeNull();
});

test("files and documents have JSON Schemas", () => {
  for (const [schema, key] of [
    [usageFile, "resources"],
    [pricesFile, "prices"],
    [estimateDocument, "lines"],
    [differenceDocument, "changes"],
  ] as const)
    expect(z.toJSONSchema(schema, { io: "input" })).toMatchObject({
      properties: { [key]: {} },
      additionalProperties: false,
    });
});

test("amounts keep digits that a double would lose", () => {
  expect(writeJson({ a: new Decimal("12345678901234567890.123456789"), b: [], c: {} })).toBe(
    '{\n  "a": 12345678901234567890.123456789,\n  "b": [],\n  "c": {}\n}',
  );
});
