import { join } from "node:path";
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

test("who brings people to hosts does not change how many there are", () => {
  const { people, sessions } = sample("rousseau");
  expect(sizeSessionHosts(people, { ...sessions, broker: { kind: "avd" } })).toEqual(
    sizeSessionHosts(people, sessions),
  );
});
