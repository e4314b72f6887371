import { join } from "node:path";
import { formatFault } from "../../infra/document/fault";
import type { Firm } from "../../infra/firm/firm";
import { sizeSessionHosts } from "../../infra/firm/sizing";
import { openRegistry } from "../../infra/registry/registry";

const registry = openRegistry(join(__dirname, "../.."));

function sample(key: string): Firm {
  const reading = registry.firm("prod", key);
  if (!reading.ok) throw new Error(reading.faults.map(({ remedy }) => remedy).join("\n"));
  return reading.value;
}

test.each([
  ["petit", "entra", "avd", "azureFiles", "zone", 5, 0],
  ["dupont", "entra", "avd", "azureFiles", "zone", 12, 1],
  ["moreau", "hybrid", "avd", "fileServer", "zone", 25, 1],
  ["rousseau", "hybrid", "citrix", "azureFiles", "geo", 60, 2],
])("%s is %s, %s, %s, %s", (key, mode, broker, store, redundancy, staff, offices) => {
  const { identity, sessions, data, people, sites } = sample(key);
  expect({ mode: identity.mode, broker: sessions.broker.kind, store: data.store }).toEqual({
    mode,
    broker,
    store,
  });
  expect(data.redundancy).toBe(redundancy);
  expect(people.staff).toBe(staff);
  expect(sites).toHaveLength(offices);
});

test("the middle and the large firm count externals at work, and are sized without regard to the broker", () => {
  const sizes = ["petit", "dupont", "moreau", "rousseau"].map((key) => {
    const { people, sessions } = sample(key);
    const { count, size, people: atOnce } = sizeSessionHosts(people, sessions);
    return `${key}: ${atOnce} people, ${count} x ${size}`;
  });
  expect(sizes).toEqual([
    "petit: 5 people, 1 x Standard_E8as_v5",
    "dupont: 12 people, 2 x Standard_E8as_v5",
    "moreau: 31 people, 4 x Standard_E8as_v5",
    "rousseau: 72 people, 9 x Standard_E8as_v5",
  ]);
});

test("fifty years of payslips and Citrix in the provider's tenant are warned of, by place and remedy", () => {
  const { warnings } = registry.firm("prod", "rousseau");
  expect(warnings.map(formatFault)).toEqual([
    'infra/firms/rousseau.yaml:49:12: data.archive: met "paieElectronique50"; allowed: this duty of 50 years, which outlasts every hosting contract; unchangeable storage is no certified archive either; hand the payslips over to a certified payslip vault, and keep them here only until then',
    "infra/firms/rousseau.yaml:24:11: sessions.broker: met \"citrix\"; allowed: this broker, whose users Azure's per-user access pricing does not cover: in the provider's tenant nothing here gives them the right to Windows; have the licence reseller confirm in writing which licences of these users count with a hosting provider; else write broker: avd",
  ]);
});
