import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Store } from "../../../infra/embedded-azure/store/store";
import { Driver } from "../support/driver";
import { end, type ProviderProcess, startProcess } from "../support/process";

// Twenty engines at once, five thousand resources.
jest.setTimeout(120_000);

const clients = 20;
const each = 250;

let folder: string;
let provider: ProviderProcess;
const drivers: Driver[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "azure-"));
  provider = await startProcess("azure-native", join(folder, "azure.db"));
});

afterAll(async () => {
  for (const driver of drivers) driver.close();
  await end(provider.child, "SIGTERM");
  rmSync(folder, { recursive: true });
});

/** What one engine does: a group of its own, addresses in it, and a look at the last. */
async function deploy(client: number): Promise<readonly string[]> {
  const subscription = `6f1d2c3b-0000-4000-8000-00000000000${client % 4}`;
  const driver = await Driver.configured(provider.port, subscription);
  drivers.push(driver);
  const group = { resourceGroupName: `rg-${client}`, location: "francecentral" };
  await driver.create("azure-native:resources:ResourceGroup", group);
  const token = "azure-native:network:PublicIPAddress";
  const ids: string[] = [];
  for (let at = 0; at < each; at += 1) {
    const inputs = {
      ...group,
      publicIpAddressName: `address-${at}`,
      tags: { client: `${client}` },
    };
    const { id } = await driver.create(token, inputs);
    ids.push(id);
  }
  const last = await driver.read(token, ids.at(-1) ?? "", group);
  expect(last.outputs).toMatchObject({
    name: `address-${each - 1}`,
    tags: { client: `${client}` },
  });
  return ids;
}

test("twenty clients at once make five thousand resources, and each finds its own", async () => {
  const made = await Promise.all(Array.from({ length: clients }, (_, client) => deploy(client)));
  const ids = made.flat();
  expect(new Set(ids).size).toBe(clients * each);
  const store = Store.open(join(folder, "azure.db"));
  const kept = store.resources.ofType("Microsoft.Network/publicIPAddresses");
  store.close();
  expect(new Set(kept.map(({ id }) => id))).toEqual(new Set(ids));
});
