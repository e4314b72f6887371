import { guardrailIds } from "../../infra/rules/ids";
import { firmFaults, firmWith, readFirmText } from "../support/firm-file";

const list = guardrailIds.join(", ");

test("an exception says what, where, why and until when", () => {
  const line =
    "exceptions: [{ rule: public-address, resource: hosts-g1-1-nic, reason: for the migration, until: 2026-12-31 }, { rule: CKV_AZURE_59, reason: known to all, until: 2027-01-31 }]";
  expect(readFirmText(firmWith(line))).toMatchObject({
    value: {
      exceptions: [
        {
          rule: "public-address",
          resource: "hosts-g1-1-nic",
          reason: "for the migration",
          until: { year: 2026, month: 12, day: 31 },
        },
        { rule: "CKV_AZURE_59", reason: "known to all", until: { year: 2027, month: 1, day: 31 } },
      ],
    },
  });
});

test.each([
  [
    "a guardrail that there is not",
    "exceptions: [{ rule: public-adress, reason: for the migration, until: 2026-12-31 }]",
    `5:22: exceptions[0].rule: met "public-adress"; allowed: a guardrail, ${list}, or a check of Checkov, like CKV_AZURE_59; write public-address`,
  ],
  [
    "an exception without a reason",
    "exceptions: [{ rule: public-address, until: 2026-12-31 }]",
    "5:14: exceptions[0].reason: met nothing; allowed: a reason of 1 to 300 characters; add reason: opened for the vendor's migration",
  ],
  [
    "an exception for ever",
    "exceptions: [{ rule: public-address, reason: for the migration }]",
    "5:14: exceptions[0].until: met nothing; allowed: the last day on which it holds, a date; add until: 2026-12-24",
  ],
  [
    "an end that is no day",
    "exceptions: [{ rule: public-address, reason: for the migration, until: 2026-02-30 }]",
    '5:72: exceptions[0].until: met "2026-02-30"; allowed: the last day on which it holds, a date; write a day that the month has',
  ],
])("rejects %s", (_, line, fault) => {
  expect(firmFaults(firmWith(line))).toEqual([`petit.yaml:${fault}`]);
});
