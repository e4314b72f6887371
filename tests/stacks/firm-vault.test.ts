import path from "node:path";
import { readDefinition } from "../../infra/stacks/definition";
import { firmVaultId, secretsByHand } from "../../infra/stacks/firm-vault";
import { recordStack } from "../../infra/stacks/program";
import { firm, domainIdentity } from "../support/builders";

const root = path.join(__dirname, "../..");

test.each([1, 2])("is the vault that the stack makes: number %s", async (keyVault) => {
  const reading = readDefinition("prod.petit", root);
  if (!reading.ok || reading.value.kind !== "firm") throw new Error("petit is no sample");
  const one = { ...reading.value.firm, keyVault };
  const { resources } = await recordStack(reading.value.name, { ...reading.value, firm: one });
  const [vault] = resources.filter(({ type }) => type === "azure-native:keyvault:Vault");
  expect(firmVaultId("prod", one)).toBe(vault?.id);
});

test("a firm without a domain needs no secret from a person, one with Citrix needs two", () => {
  expect(secretsByHand(firm())).toEqual([]);
  expect(secretsByHand(firm({ identity: domainIdentity("hybrid") }))).toEqual(["domain-join"]);
  const reading = readDefinition("prod.rousseau", root);
  if (!reading.ok || reading.value.kind !== "firm") throw new Error("rousseau is no sample");
  expect(secretsByHand(reading.value.firm)).toEqual(["domain-join", "citrix-client"]);
});
