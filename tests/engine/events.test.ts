import type { EngineEvent } from "@pulumi/pulumi/automation";
import { OperationEvents, valueAt } from "../../infra/engine/events";

const urn = "urn:pulumi:prod.dupont::cabinet::azure-native:network:Subnet::subnet";

let sequence = 0;
function event(content: Partial<EngineEvent>): EngineEvent {
  sequence += 1;
  return { sequence, timestamp: 0, ...content };
}

const step = { urn, type: "azure-native:network:Subnet", provider: "" };

function failedCreate(message: string): OperationEvents {
  const events = new OperationEvents();
  events.listen(event({ diagnosticEvent: { urn, message, color: "never", severity: "error" } }));
  events.listen(
    event({ resOpFailedEvent: { metadata: { ...step, op: "create" }, status: 2, steps: 1 } }),
  );
  return events;
}

test("a creation that Azure refused in words leaves nothing to look for", () => {
  expect(failedCreate('Status=403 Code="AuthorizationFailed"').uncertain).toEqual([]);
});

test.each([
  "rpc error: code = Unavailable desc = transport is closing",
  "error reading from server: EOF",
])("a creation whose provider died may have been made: %s", (message) => {
  expect(failedCreate(message).uncertain).toEqual([urn]);
});

test.each([
  ["cannot create already existing resource '/subscriptions/s/x'", "/subscriptions/s/x"],
  [
    'A resource with the ID "7c/member/91" already exists: to be managed by Pulumi it needs',
    "7c/member/91",
  ],
  [
    'An existing "azuread_group" with name "staff" (ID: "7c") was found and `prevent_duplicate_names` was specified',
    "7c",
  ],
])("the id in the provider's words is found: %s", (message, id) => {
  expect(failedCreate(message).alreadyThere).toEqual([{ urn, id }]);
});

test("what the provider warns of is told at once, by its resource, and once", () => {
  const told: string[] = [];
  const events = new OperationEvents(undefined, (warning) => told.push(warning));
  const warning = { urn, message: "Azure will refuse this change", color: "never" };
  for (let times = 0; times < 2; times += 1)
    events.listen(event({ diagnosticEvent: { ...warning, severity: "warning" } }));
  expect(told).toEqual(["subnet: Azure will refuse this change"]);
  expect(events.warnings).toEqual(told);
});

test("a refresh tells what it found, and nothing of what is as it was", () => {
  const events = new OperationEvents();
  const other = { ...step, urn: `${urn}-other` };
  for (const metadata of [step, other]) {
    events.listen(event({ resourcePreEvent: { metadata: { ...metadata, op: "refresh" } } }));
  }
  events.listen(event({ resOutputsEvent: { metadata: { ...step, op: "delete" } } }));
  events.listen(event({ resOutputsEvent: { metadata: { ...other, op: "same" } } }));
  expect(events.changes).toMatchObject([{ urn, op: "delete" }]);
});

test.each([
  ["sku.name", "Premium"],
  ["rules[1].priority", 200],
  ['tags["a.b"]', "c"],
  ["missing.path", undefined],
])("the value at %s is found", (path, value) => {
  const inputs = {
    sku: { name: "Premium" },
    rules: [{ priority: 100 }, { priority: 200 }],
    tags: { "a.b": "c" },
  };
  expect(valueAt(inputs, path)).toEqual(value);
});
